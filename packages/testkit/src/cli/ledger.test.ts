/** A member checks the ledger at the command line: of an honest cell, and of one whose disk was in other hands. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '@entente/core/ledger/checkpoint';
import { keyOf } from '@entente/core/ledger/note';
import { ledgerKeysOf } from '@entente/server/ledger/keys';
import { addAccount } from '@entente/store/account/writer';
import { alba, borea, json, startScene, type Scene } from '../api/scene.ts';
import { testKeys } from '../cell.ts';
import { callerOf } from '../world/play.ts';
import { run, type Ran } from './process.ts';

const [minute, day] = [60_000_000, 86_400_000_000];
const { signer } = ledgerKeysOf(testKeys);

let folder: string;
let settings: Record<string, string>;
let scene: Scene;
/** The checkpoint that another member was given. */
let shown: string;

const path = (name: string): string => join(folder, name);
const entente = (...words: string[]): Promise<Ran> => run(words, settings);

/** Time goes on, and with it the top log. */
async function pass(time: number): Promise<void> {
  scene.world.at += time;
  await scene.rest();
}

/** Reads a record, as its own member does. */
async function read(place: number): Promise<void> {
  expect((await scene.get(alba, `/api/v1/objects/${campaign(place).id}`)).statusCode).toBe(200);
}

const campaign = (place: number) => ({
  type: 'campaign',
  spec_version: '2.1',
  id: `campaign--a0bb2d5e-3c1c-4f3a-8d0e-5f0d2a6f4b0${place}`,
  created: '2017-05-25T12:00:00.000Z',
  modified: '2017-05-25T12:00:00.000Z',
  name: `Nightjar ${place}`,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-ledger-'));
  scene = await startScene();
  // The command asks by the clock of its own machine whether the hub goes on.
  scene.world.at = Date.now() * 1000 - day / 24;
  const { account: id, roles } = callerOf(alba);
  const anna = { id, member: alba, reader: alba, login: 'anna@alba', name: 'Anna', kind: 'person' } as const;
  await scene.cell.act(callerOf('hub'), 'account', {}, ({ client, at }) =>
    addAccount(client, { ...anna, language: null, roles: [...roles], password: null, at }),
  );
  const url = await scene.app.listen({ host: '127.0.0.1', port: 0 });
  settings = { XDG_CONFIG_HOME: folder, ENTENTE_URL: url, ENTENTE_TOKEN: `token-of-${alba}` };
});

afterAll(async () => {
  await scene.close();
  rmSync(folder, { recursive: true });
});

it('finds that an honest cell holds what it promised, over HTTP and from files', async () => {
  writeFileSync(path('one.json'), JSON.stringify([campaign(1), campaign(2)]));
  expect((await entente('import', path('one.json'))).code).toBe(0);
  await pass(minute);
  const first = await entente('verify');
  expect(first.out).toContain('The ledger holds.');
  expect(first.out).toMatch(/receipts: [1-9]\d* in the log, 0 still promised/);
  expect(first.out).toMatch(/key: entente\/ledger\/[0-9a-f]{16}\+[0-9a-f]{8}\+A\S{43}\n/);
  expect(first.out).toContain('This was the first check');
  expect(first.code).toBe(0);
  const [taken, receipts, checkpoint] = await Promise.all([
    entente('ledger', 'export', path('evidence')),
    entente('ledger', 'receipts'),
    scene.get(borea, '/api/v1/ledger/checkpoint'),
  ]);
  expect(taken.code).toBe(0);
  expect(receipts.out).toMatch(/import\t[-0-9a-f]{36}\t\d+\n/);
  shown = json<{ checkpoint: string }>(checkpoint.body).checkpoint;
  writeFileSync(path('shown'), shown);
  const words = ['verify', '--from', path('evidence'), '--against', path('shown')];
  const french = await run(words, { ...settings, LANG: 'fr_BE.UTF-8' });
  expect(french.out).toContain('Le registre tient.');
});

it('finds pages among the records of reads, misses those never given, and finds two histories by what another was shown', async () => {
  for (const place of [1, 2]) await read(place);
  await pass(minute);
  writeFileSync(path('page'), JSON.stringify(campaign(1)));
  writeFileSync(path('never'), JSON.stringify(campaign(7)));
  const size = openCheckpoint(shown, keyOf(signer))?.size ?? 0;
  writeFileSync(path('forged'), signCheckpoint({ size, root: new Uint8Array(32).fill(7) }, signer));
  const [good, bad] = await Promise.all([
    entente('verify', '--quick', '--json', '--page', path('page')),
    entente('verify', '--page', path('page'), '--page', path('never'), '--against', path('forged')),
  ]);
  expect(good.code).toBe(0);
  expect(JSON.parse(good.out)).toMatchObject({ findings: [] });
  expect(bad).toMatchObject({ code: 7 });
  expect(bad.out).toMatch(/The ledger does not hold\.\n- The hub signed two histories/);
  expect(bad.out).toContain(`The page ${path('never')} was given to you, and the log has no record`);
  expect(bad.out).not.toContain(path('page'));
});

it('finds a leaf that was dropped on the disk, and keeps what proves it', async () => {
  const kept = path(`entente/ledger/${settings['ENTENTE_URL']?.replaceAll(/[^\w.-]+/g, '_')}/kept.json`);
  const before = readFileSync(kept, 'utf8');
  const { writer } = scene.cell.database;
  // The first page that was read: nothing else in the database knows of it.
  const { rows } = await writer.query<{ place: number; sequence: number }>(
    "select place, sequence from ledger_leaf where log = $1 and source = 'read' order by place limit 1",
    [alba],
  );
  const [{ place, sequence }] = rows as [{ place: number; sequence: number }];
  await writer.query('delete from read_record where member = $1 and sequence = $2', [alba, sequence]);
  await writer.query('delete from ledger_leaf where log = $1 and place = $2', [alba, place]);
  await writer.query('delete from ledger_node where log = $1 and level = 0 and place = $2', [alba, place]);
  await read(2);
  await pass(minute);
  const [found, older] = await Promise.all([
    entente('verify'),
    entente('verify', '--from', path('evidence')),
  ]);
  expect(found).toMatchObject({ code: 7 });
  expect(found.out).toMatch(
    /The ledger does not hold\.\n- The log of your member does not begin with the \d+ leaves that you saw before/,
  );
  expect(found.error).toContain('as evidence');
  expect(readFileSync(kept, 'utf8')).toBe(before);
  expect(older).toMatchObject({ code: 1 });
  expect(older.error).toContain('older than what you kept');
});
