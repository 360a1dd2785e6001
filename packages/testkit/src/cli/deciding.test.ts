/** Decisions at the command line, from the draft to the report. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { alba, borea, corda, stix } from '../api/scene.ts';
import { communique, startDecisionScene, type Decided, type DecisionScene } from '../decision/scene.ts';
import { run, type Ran } from './process.ts';

let folder: string;
let url: string;
let scene: DecisionScene;

const file = (name: string, value: object): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};
const as = (token: string, ...words: string[]): Promise<Ran> =>
  run(words, { XDG_CONFIG_HOME: folder, ENTENTE_URL: url, ENTENTE_TOKEN: token });
const secretary = (...words: string[]) => as('secretary', 'decision', ...words);
const member = (id: string, ...words: string[]) => as(`token-of-${id}`, 'decision', ...words);
/** What a command that went well printed. */
async function printed(ran: Promise<Ran>): Promise<string> {
  const { code, out, error } = await ran;
  expect([code, code === 0 ? '' : error]).toEqual([0, '']);
  return out.trim();
}
const shown = async (id: string): Promise<Decided> =>
  JSON.parse(await printed(member(borea, 'show', id, '--json'))) as Decided;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-deciding-'));
  scene = await startDecisionScene();
  url = await scene.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true });
});

it('takes a text from a draft to the report, broken and revised on its way', async () => {
  const words = file('words.json', communique);
  expect((await secretary('table', words)).error).toContain('--expiry');
  const id = await printed(secretary('table', words, '--draft'));
  const text = { en: 'The cell meets.', fr: 'La cellule se réunit.' };
  await printed(secretary('change', id, file('other.json', { ...communique, text })));
  expect(await printed(secretary('table', id, '--expiry', scene.ahead(60)))).toBe(id);
  expect((await secretary('change', id, words)).code).not.toBe(0);
  expect((await shown(id)).text).toEqual(text);
  const broken = ['--reason', 'Not so.', '--english', 'The cell met.'];
  await printed(member(borea, 'break', id, ...broken));
  const next = file('next.json', { ...communique, text: { ...text, en: 'The cell met.' } });
  await printed(secretary('revise', id, next, '--expiry', scene.ahead(60)));
  await printed(member(corda, 'reserve', id, '--text', 'Not before June.'));
  await printed(member(borea, 'note', id));
  await printed(secretary('extend', id, '--expiry', scene.ahead(120), '--reason', 'A holiday.'));
  expect(await printed(member(corda, 'list', '--open'))).toContain(id);
  await scene.pass(120);
  expect(await shown(id)).toMatchObject({ state: 'adopted', version: 2, notedBy: [borea], reservations: 1 });
  const report = await printed(secretary('issue', id));
  expect(await printed(as(`token-of-${corda}`, 'show', report))).toContain('Not before June.');
  const record = await printed(member(corda, 'show', id));
  for (const said of ['Not so.', 'instead: The cell met.', 'A holiday.', 'not seen: nobody'])
    expect(record).toContain(said);
  expect((await printed(member(borea, 'receipts', id))).split('\n')).toHaveLength(2);
  expect(await printed(member(borea, 'figures'))).toContain('decided:  1');
});

it('withdraws, refers and lets lapse, each with its reason', async () => {
  const words = file('words.json', communique);
  for (const [act, state] of [
    ['withdraw', 'withdrawn'],
    ['refer', 'referred'],
    ['lapse', 'lapsed'],
  ] as const) {
    const id = await printed(secretary('table', words, '--expiry', scene.ahead(60)));
    if (act !== 'withdraw') await printed(member(borea, 'break', id, '--reason', 'No.'));
    await printed(secretary(act, id, '--reason', 'To the ministers.'));
    expect((await shown(id)).state).toBe(state);
  }
});

it('offers a product of one’s own for the public, and takes the offer back', async () => {
  const tool = 'tool--00000000-0000-4000-8000-000000000001';
  scene.step();
  await scene.post(borea, '/api/v1/contributions', { objects: [stix(tool, { name: 'Lantern' })] });
  await printed(member(borea, 'offer', tool));
  expect(await printed(member(borea, 'offers'))).toContain(tool);
  expect(await printed(secretary('offers'))).toContain(tool);
  expect(await printed(member(corda, 'offers'))).toBe('');
  await printed(member(borea, 'offer', tool, '--end'));
  expect(await printed(secretary('offers'))).toBe('');
});

it('sets working days, shows them to all, and ends the founding', async () => {
  const calendar = { offset: 60, weekend: [0], holidays: ['2017-06-05'] };
  const days = file('days.json', calendar);
  expect((await member(borea, 'calendar', '--set', days)).code).not.toBe(0);
  await printed(secretary('calendar', '--set', days));
  expect(JSON.parse(await printed(member(alba, 'calendar')))).toEqual(calendar);
  expect(JSON.parse(await printed(member(borea, 'constitution')))).toEqual({
    constituted: null,
    shortest: 0,
  });
  expect((await secretary('constitute')).code).not.toBe(0);
  await printed(secretary('constitute', '--shortest', '3600', '--yes'));
  expect(JSON.parse(await printed(member(borea, 'constitution')))).toMatchObject({ shortest: 3600 });
});
