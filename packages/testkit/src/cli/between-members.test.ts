/** What members ask, answer and take back among each other, and what is kept of it, at the command line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { alba, borea, corda, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';
import { run, type Ran } from './process.ts';

const [otter, person, note] = [
  'malware--11111111-0000-4000-8000-000000000000',
  'identity--12222222-0000-4000-8000-000000000000',
  'note--13333333-0000-4000-8000-000000000000',
] as const;
const day = 86_400_000_000;

let folder: string;
let url: string;
let scene: Scene;

const entente = (member: string, ...words: string[]): Promise<Ran> => {
  scene.world.at += 1_000_000;
  return run(words, { XDG_CONFIG_HOME: folder, ENTENTE_URL: url, ENTENTE_TOKEN: `token-of-${member}` });
};
/** What a command that went well printed. */
async function printed(member: string, ...words: string[]): Promise<string> {
  const { code, out, error } = await entente(member, ...words);
  await scene.cell.settle();
  expect([words, code, code === 0 ? '' : error]).toEqual([words, 0, '']);
  return out.trim();
}
const ahead = (days: number): string => formatTimestamp(scene.world.at + days * day);
const put = async (member: string, object: object): Promise<void> => {
  scene.world.at += 1_000_000;
  expect((await scene.post(member, '/api/v1/contributions', { objects: [object] })).statusCode).toBe(200);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-between-'));
  scene = await startScene();
  url = await scene.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true });
});

it('asks an owner for its consent, who gives it under a condition and withdraws it', async () => {
  const owned = { extension_type: 'property-extension', any: [[`member:${corda}`]], owners: [alba] };
  const object = { name: 'otter', description: 'quiet', is_family: false };
  await put(alba, stix(otter, { ...object, extensions: { [labelExtensionId]: owned } }));
  await put(corda, stix(otter, object));
  expect(await printed(corda, 'consent', 'held', otter)).toMatch(/Alba\theld back$/);
  const asking = ['--label', 'Borea', '--purpose', 'border checks', '--by', ahead(3)];
  const id = await printed(corda, 'consent', 'ask', otter, ...asking);
  expect(await printed(alba, 'consent', 'list', '--received')).toContain(id);
  await printed(alba, 'consent', 'answer', id, '--consent', '--without', 'description');
  expect(await printed(corda, 'consent', 'show', id)).toContain('in-force');
  expect(await printed(corda, 'consent', 'held', otter)).toMatch(/released by consent$/);
  expect(JSON.parse(await printed(borea, 'show', otter))).toMatchObject({ name: 'otter' });
  expect(await printed(borea, 'show', otter)).not.toContain('quiet');
  await printed(alba, 'consent', 'withdraw', id);
  expect((await entente(borea, 'show', otter)).code).not.toBe(0);
});

it('has the member that had it acknowledge that it removed its copies', async () => {
  const [recall = ''] = (await printed(borea, 'recall', 'list', '--state', 'open')).split('\t').slice(-1);
  expect(await printed(borea, 'recall', 'show', recall)).toContain(otter);
  await printed(borea, 'recall', 'acknowledge', recall, '--words', 'Removed.');
  expect(await printed(borea, 'recall', 'list', '--state', 'open')).toBe('');
});

it('asks for information, with records, and is answered, declined and told that nothing is held', async () => {
  await put(alba, stix(person, { name: 'Karim Benali', extensions: releasedTo(borea, corda) }));
  const asking = ['--to', 'Borea, Corda', '--by', ahead(3), '--text', 'Who is with him?'];
  const id = await printed(alba, 'request', 'ask', 'Who travels?', ...asking, '--record', person);
  for (const member of [borea, corda])
    expect(await printed(member, 'request', 'list', '--state', 'open')).toContain(id);
  await printed(borea, 'request', 'acknowledge', id);
  await put(borea, stix(note, { content: 'Two others.', object_refs: [person] }));
  await printed(borea, 'request', 'answer', id, '--text', 'Two others.', '--record', note);
  await printed(corda, 'request', 'decline', id, '--reason', 'Not ours.');
  await printed(corda, 'request', 'nothing-held', id);
  const found = await printed(alba, 'request', 'show', id);
  for (const said of ['Two others.', 'answered', 'nothing-held']) expect(found).toContain(said);
  expect(await printed(borea, 'request', 'show', id)).not.toContain('Corda');
  scene.world.at += 4 * day;
  expect(await printed(alba, 'request', 'list', '--board', 'overdue')).toContain(id);
  await printed(alba, 'request', 'close', id);
  expect(await printed(alba, 'request', 'list', '--board', 'overdue')).toBe('');
});

it('reviews a record, keeps a register of what its person asks, and erases it', async () => {
  await printed(alba, 'review', 'rule', '*', '*', '--months', '12');
  expect(await printed(alba, 'review', 'rules')).toBe('*\t*\t12\t30');
  const label = { any: [[`member:${borea}`]], review: ahead(10) };
  await scene.post(alba, '/api/v1/contributions/relabel', { selection: [{ object: person }], label });
  expect(await printed(alba, 'review', 'list')).toContain(person);
  await printed(alba, 'review', 'confirm', person, '--until', ahead(20), '--reason', 'Still travels.');
  expect(await printed(alba, 'review', 'confirmations', person)).toContain('Still travels.');
  await printed(borea, 'show', person, '--claims');
  expect(await printed(alba, 'recall', 'opened', person)).toContain(borea);
  const subject = (...words: string[]) => printed(alba, 'subject', ...words);
  const id = await subject('enter', 'erase', 'One person', '--record', person, '--supervisor');
  expect(await subject('list', '--state', 'open')).toContain(id);
  await subject('restrict', id);
  expect((await entente(borea, 'show', person)).code).not.toBe(0);
  await subject('lift', id);
  expect(JSON.parse(await subject('file', id))).toMatchObject({ records: [{ id: person }] });
  await subject('erase', id, '--yes');
  await subject('answer', id, 'granted', 'The records are erased.');
  expect(await subject('show', id)).toContain('The records are erased.');
  expect(await printed(alba, 'recall', 'own', '--object', person)).toContain('erasure');
});

it('lists who of one’s own was given what, and what each answer gave', async () => {
  const [first = ''] = (await printed(borea, 'ledger', 'reads', '--object', person)).split('\n');
  expect(first).toContain(`account of ${borea}`);
  expect(await printed(borea, 'ledger', 'read', first.split('\t').at(-1) ?? '')).toContain(person);
});

it('says what e-mail may say, and which systems are called', async () => {
  expect(await printed(alba, 'mail', 'policy')).toBe('number');
  expect(await printed(alba, 'mail', 'policy', 'sentences')).toBe('sentences');
  const added = await printed(alba, 'webhook', 'add', 'https://siem.alba.example/', '--json');
  const { webhook } = JSON.parse(added) as { webhook: { id: string } };
  expect(await printed(alba, 'webhook', 'list')).toContain(webhook.id);
  await printed(alba, 'webhook', 'remove', webhook.id);
  expect(await printed(alba, 'webhook', 'list')).toBe('');
  expect(await printed(borea, 'inbox', 'list')).toContain('\t');
});
