/** The ledger as members are given it: what proves, what is told to whom, and what acts are answered with. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, nothingKept, type Audit, type Kept } from '@entente/core/ledger/audit';
import { openReceipt } from '@entente/core/ledger/receipt';
import { readKey, type NoteKey } from '@entente/core/ledger/note';
import { receiptHeader } from '@entente/contract/ledger';
import { evidenceIn, receiptsIn } from '../ledger.ts';
import { callerOf } from '../world/play.ts';
import { alba, borea, json, postOverTaxii, releasedTo, startScene, stix, type Scene } from './scene.ts';

const tool = 'tool--33333331-0000-4000-8000-000000000000';
const objects = [stix(tool, { name: 'Crowbar', extensions: releasedTo(borea) })];

let scene: Scene;
beforeAll(async () => {
  const analyst = { ...callerOf(alba), roles: new Set(['analyst'] as const), account: 'analyst of alba' };
  const narrow = { ...callerOf(alba), reader: 'narrow', account: 'narrow of alba' };
  scene = await startScene({
    callers: new Map([
      ['analyst', analyst],
      ['narrow', narrow],
    ]),
  });
});
afterAll(() => scene.close());

const [second, minute] = [1_000_000, 60_000_000];
const checked = (member: string, kept: Kept = nothingKept): Promise<Audit> =>
  audit(evidenceIn(scene, member), kept, { now: scene.world.at });
const as = (name: string, url: string) =>
  scene.call('', { method: 'GET', url: `/api/v1${url}`, headers: { authorization: `Bearer ${name}` } });

test('a contribution is answered with a receipt, over the API and over TAXII, and the log holds it', async () => {
  scene.world.at += second;
  const put = await scene.post(alba, '/api/v1/contributions', { objects });
  const recall = await scene.post(alba, '/api/v1/contributions/recall', { selection: [{ object: tool }] });
  const posted = await postOverTaxii(scene, alba, objects);
  const { key } = json<{ key: string }>((await scene.get('', '/api/v1/ledger/key')).body);
  const notes = [put, recall, posted].flatMap(({ headers }) => receiptsIn(headers[receiptHeader]));
  expect(notes).toHaveLength(3);
  const [first] = notes.map((note) => openReceipt(note, readKey(key) as NoteKey));
  expect(first).toMatchObject({ act: json<{ act: string }>(put.body).act, member: alba });
  scene.world.at += minute;
  await scene.cell.settle();
  const kept: Kept = { ...nothingKept, receipts: notes.map((note) => ({ note, place: null })) };
  const found = await checked(alba, kept);
  expect(found.findings).toEqual([]);
  expect(found.receipts).toEqual({ held: 3, waiting: 0 });
  expect(found.log).toMatchObject({ isOpened: true, erased: 0 });
  expect(found.kept.key).toBe(key);
  expect(found.kept.receipts.every(({ place }) => place !== null)).toBe(true);
});

test('a log grows by what its member does and reads, and is followed from what was kept', async () => {
  scene.world.at += second;
  const { kept, log } = await checked(borea);
  await scene.post(alba, '/api/v1/contributions', { objects });
  await scene.get(borea, `/api/v1/objects/${tool}`);
  scene.world.at += minute;
  await scene.cell.settle();
  const later = await checked(borea, kept);
  expect(later.findings).toEqual([]);
  expect(later.log.reads).toBe(log.reads + 1);
  expect(later.log.acts).toBe(log.acts);
  expect(later.topSize).toBeGreaterThan(0);
});

test('a member that enters between two ticks changes nothing in what the last one tells the others', async () => {
  scene.world.at += second;
  const id = 'd'.repeat(8) + '-0000-4000-8000-000000000000';
  await scene.play({ kind: 'member', at: scene.world.at, id, name: 'Dora', identity: `identity--${id}` });
  expect((await checked(alba)).findings).toEqual([]);
  await expect(checked(id)).rejects.toThrow('has not come to your member yet');
  scene.world.at += minute;
  await scene.cell.settle();
  expect((await checked(id)).findings).toEqual([]);
});

test('every member is given the same checkpoint, one leaf a minute whatever happens', async () => {
  const size = async (): Promise<number> =>
    json<{ size: number }>((await scene.get(borea, '/api/v1/ledger/checkpoint')).body).size;
  const before = await size();
  scene.world.at += 5 * minute;
  expect(await size()).toBe(before + 5);
  const [one, other] = [
    await scene.get(alba, '/api/v1/ledger/checkpoint'),
    await scene.get(borea, '/api/v1/ledger/checkpoint'),
  ];
  expect(one.body).toBe(other.body);
});

test('openings are for auditors, the log for accounts that see all, and receipts for who acted', async () => {
  const receipts = json<{ items: { act: string; kind: string }[] }>(
    (await scene.get(alba, '/api/v1/ledger/receipts')).body,
  );
  expect(receipts.items.map(({ kind }) => kind)).toContain('recall');
  const act = receipts.items[0]?.act as string;
  const status = async (name: string, url: string): Promise<number> => (await as(name, url)).statusCode;
  expect(await status('analyst', '/ledger/log/openings')).toBe(403);
  expect(await status('analyst', '/ledger/log/leaves')).toBe(200);
  expect(await status('analyst', `/ledger/receipts/${act}`)).toBe(404);
  expect(await status('narrow', '/ledger/log/leaves')).toBe(403);
  expect(await status('narrow', '/ledger/standing')).toBe(403);
  expect(await status('narrow', '/ledger/checkpoint')).toBe(200);
  expect((await scene.get(alba, `/api/v1/ledger/receipts/${act}`)).statusCode).toBe(200);
  expect((await scene.get(borea, `/api/v1/ledger/receipts/${act}`)).statusCode).toBe(404);
});

test('proofs that nobody could give are refused', async () => {
  for (const url of ['/ledger/consistency?first=2&second=1', '/ledger/consistency?first=1&second=999999']) {
    expect((await scene.get(alba, `/api/v1${url}`)).statusCode).toBe(400);
  }
  expect((await scene.get(alba, '/api/v1/ledger/log/inclusion?place=5&size=5')).statusCode).toBe(400);
  const inclusion = await scene.get(alba, '/api/v1/ledger/log/inclusion?place=0&size=1');
  expect(json<{ path: string[] }>(inclusion.body).path).toEqual([]);
});
