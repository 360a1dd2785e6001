/**
 * An operator with the disk in hand drops, changes and rewrites; a member's own check finds it. Nothing here goes
 * through the routes: each attack has the hub's keys and its database.
 */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { audit, nothingKept, type Audit, type AuditOptions, type Kept } from '@entente/core/ledger/audit';
import { receiptHeader } from '@entente/contract/ledger';
import { toBase64 } from '@entente/core/ledger/base64';
import { textLeaf } from '@entente/core/ledger/commitment';
import { erasureKind } from '@entente/core/ledger/erasures';
import { eraseActContent } from '@entente/store/ledger/erase';
import { alba, borea, json, releasedTo, startScene, stix, type Scene } from '../api/scene.ts';
import { evidenceIn, receiptsIn } from '../ledger.ts';
import { callerOf } from '../world/play.ts';

const [minute, day] = [60_000_000, 86_400_000_000];
const objectOf = (place: number) =>
  stix(`tool--4444444${place}-0000-4000-8000-000000000000`, {
    name: `Crowbar ${place}`,
    extensions: releasedTo(borea),
  });

let scene: Scene;
let kept: Kept;
let receipts: string[];
const open: Scene[] = [];
afterAll(async () => {
  for (const one of open) await one.close();
});

/** Alba gives three objects; each with its receipt. */
async function contribute(server: Scene, places: readonly number[]): Promise<string[]> {
  const notes: string[] = [];
  for (const place of places) {
    server.world.at += 1_000_000;
    const answer = await server.post(alba, '/api/v1/contributions', { objects: [objectOf(place)] });
    notes.push(...receiptsIn(answer.headers[receiptHeader]));
  }
  return notes;
}

async function start(): Promise<Scene> {
  const made = await startScene();
  open.push(made);
  return made;
}

async function pass(server: Scene, time: number): Promise<void> {
  server.world.at += time;
  await server.cell.settle();
}

const check = (options: AuditOptions = {}, from = kept, server = scene): Promise<Audit> =>
  audit(evidenceIn(server, alba), from, options);
const kinds = ({ findings }: Audit): string[] => findings.map(({ kind }) => kind);
const alter = (statement: string): Promise<unknown> => scene.cell.database.writer.query(statement);

beforeEach(async () => {
  scene = await start();
  receipts = await contribute(scene, [1, 2, 3]);
  await pass(scene, 2 * minute);
  const first = await check(
    {},
    { ...nothingKept, receipts: receipts.map((note) => ({ note, place: null })) },
  );
  expect(first.findings).toEqual([]);
  expect(first.receipts.held).toBe(3);
  expect(first.kept.key).not.toBeNull();
  kept = first.kept;
});

test('what a leaf is of is changed: found', async () => {
  await alter(`update act set body = '{"objects":7}' where member = '${alba}' and sequence = 2`);
  expect(kinds(await check())).toEqual(['wrong-opening']);
});

test('the record of an act is dropped: found', async () => {
  await alter(
    `delete from change where act in (select id from act where member = '${alba}' and sequence = 2)`,
  );
  await alter(`delete from act where member = '${alba}' and sequence = 2`);
  await contribute(scene, [4]);
  await pass(scene, minute);
  expect(kinds(await check())).toEqual(['lost-opening']);
});

test('a leaf is dropped from the tree: found', async () => {
  await alter(`delete from ledger_node where log = '${alba}' and level = 0 and place = 1`);
  const found = await check();
  expect(kinds(found)).toEqual(['log-rewritten']);
  expect(found.kept).toBe(kept);
});

/** Everything that is signed is made anew from what the attacker left, at the times at which it was made first. */
async function rewrite(): Promise<void> {
  const now = scene.world.at;
  const { rows } = await scene.cell.database.writer.query<{ at: number; size: number }>(
    'select at, size from ledger_tick',
  );
  const [last] = rows;
  await alter('truncate ledger_log, ledger_leaf, ledger_node, ledger_tick');
  scene.world.at = (last?.at ?? 0) - ((last?.size ?? 0) - 1) * minute;
  await scene.cell.settle();
  scene.world.at = now;
  await pass(scene, minute);
}

test('an act is dropped, and all that was signed is made anew without it: found by who kept a checkpoint', async () => {
  await alter(
    `delete from change where act in (select id from act where member = '${alba}' and sequence = 2)`,
  );
  await alter(`delete from act where member = '${alba}' and sequence = 2`);
  await rewrite();
  expect(kinds(await check())).toEqual(['rewritten', 'log-shrunk']);
  await contribute(scene, [4, 5]);
  await pass(scene, minute);
  expect(kinds(await check())).toEqual(['rewritten', 'log-rewritten']);
  // Who kept nothing but a receipt finds it once the time of the promise is over.
  const receipt = { note: receipts[1] as string, place: null };
  const before = await check({}, { ...nothingKept, receipts: [receipt] });
  expect([kinds(before), before.receipts.waiting]).toEqual([[], 1]);
  await pass(scene, day);
  expect(kinds(await check({}, { ...nothingKept, receipts: [receipt] }))).toEqual(['broken-receipt']);
});

test('one member is shown one history and another member another: found when they compare', async () => {
  const other = await start();
  await contribute(other, [1, 2, 3, 4]);
  other.world.at = scene.world.at;
  await pass(other, 0);
  const shown = json<{ checkpoint: string }>(
    (await other.get(borea, '/api/v1/ledger/checkpoint')).body,
  ).checkpoint;
  expect(kinds(await check({ others: [shown] }))).toEqual(['two-histories']);
  await pass(scene, 3 * minute);
  expect(kinds(await check({ others: [shown] }))).toEqual(['two-histories']);
  const own = json<{ checkpoint: string }>(
    (await scene.get(borea, '/api/v1/ledger/checkpoint')).body,
  ).checkpoint;
  await pass(scene, 2 * minute);
  expect(kinds(await check({ others: [own] }))).toEqual([]);
});

test('a hub that stops making checkpoints, or answers by another key, is found', async () => {
  expect(kinds(await check({ now: scene.world.at + 3 * 3600 * 1_000_000 }))).toEqual(['stale']);
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  expect(kinds(await check({}, { ...kept, key }))).toEqual(['key-changed', 'unsigned-checkpoint']);
});

test('the top log is cut back: found', async () => {
  await alter('truncate ledger_log, ledger_leaf, ledger_node, ledger_tick');
  await pass(scene, 0);
  expect(kinds(await check())).toContain('shrunk');
});

test('what an act did is erased by an act: the tree stays whole, and nobody can say any more of what the leaf is', async () => {
  const { rows } = await scene.cell.database.writer.query<{ id: string; salt: string }>(
    `select id, salt from act where member = '${alba}' order by sequence`,
  );
  const [first] = rows;
  await contribute(scene, [6]);
  await scene.cell.act(callerOf(alba), erasureKind, {}, (change) =>
    eraseActContent(change, [first?.id ?? '']),
  );
  await pass(scene, minute);
  const found = await check();
  expect(found.findings).toEqual([]);
  expect(found.log).toMatchObject({ size: 5, acts: 4, erased: 1 });
  expect(found.receipts.held).toBe(3);
  const { body } = await scene.get(alba, '/api/v1/ledger/log/openings');
  expect(body).not.toContain(first?.salt);
  // What that erasure does not name is no more erased for it.
  await alter(
    `update act set body = '{}', salt = '', erased = (select max(erased) from act) where member = '${alba}' and sequence = 2`,
  );
  expect(kinds(await check())).toEqual(['unbacked-erasure']);
});

test('a record is dropped and called erased, by an act of another kind or one that never comes: found', async () => {
  const claim = (act: string) =>
    alter(`update act set body = '{}', salt = '', erased = ${act} where member = '${alba}' and sequence = 1`);
  await claim(`(select id from act where member = '${alba}' and sequence = 3)`);
  expect(kinds(await check())).toEqual(['unbacked-erasure']);
  // One that is under way has the time that any act has to come into the log, and no longer.
  await claim(`'an act to come'`);
  const first = await check();
  expect(kinds(first)).toEqual([]);
  await pass(scene, day / 2);
  const second = await check({ isQuick: true }, first.kept);
  expect(kinds(second)).toEqual([]);
  await pass(scene, day / 2);
  expect(kinds(await check({ isQuick: true }, second.kept))).toEqual(['unbacked-erasure']);
});

test('the hub tells another place at each check, or opens what is not in the log: a false erasure is found all the same', async () => {
  await alter(
    `update act set body = '{}', salt = '', erased = 'an act to come' where member = '${alba}' and sequence = 1`,
  );
  const claimed = evidenceIn(scene, alba);
  const openings = async (from: number) => (await claimed.openings?.(from)) ?? [];
  const [dropped] = await openings(0);
  let places = 1000;
  const moving = async (from: number) =>
    (await openings(from)).map((one) => ({ ...one, place: (places += 1) }));
  const first = await audit({ ...claimed, openings: moving }, kept);
  expect(kinds(first)).toEqual([]);
  await pass(scene, day);
  expect(kinds(await audit({ ...claimed, openings: moving }, first.kept))).toEqual(['unbacked-erasure']);
  // An act of erasure that is well made, and stands behind the leaves that make the root.
  const [salt, act] = ['00'.repeat(32), 'an act to come'];
  const content = JSON.stringify({ id: act, kind: erasureKind, body: { erased: [dropped?.leaf] } });
  const leaf = toBase64(textLeaf(salt, content));
  const more = async (from: number) => [
    ...(await openings(from)),
    { place: 0, leaf, salt, content, erased: null },
  ];
  expect(kinds(await audit({ ...claimed, openings: more }, first.kept))).toEqual(['unbacked-erasure']);
});
