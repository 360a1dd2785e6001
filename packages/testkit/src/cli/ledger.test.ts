/** A member checks the ledger at the command line: of an honest cell, and of one whose disk was in other hands. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '@entente/store/database/open';
import { run, startCommand, type Ran, type Running } from './process.ts';

let folder: string;
let settings: Record<string, string>;
let cell: Running;
let port: string;

const path = (name: string): string => join(folder, name);
const entente = (...words: string[]): Promise<Ran> => run(words, settings);

/** Starts the cell; gives its address and, while there is no account, the one-time link. */
async function start(): Promise<{ url: string; link: string }> {
  cell = startCommand(['start'], settings);
  const url = (await cell.line())?.split(' ').at(-1) ?? '';
  for (const _ of ['TAXII', 'API']) await cell.line();
  const later = sleep(500).then(() => undefined);
  return { url, link: (await Promise.race([cell.line().then(() => cell.line()), later]))?.trim() ?? '' };
}

async function stop(): Promise<void> {
  cell.child.kill('SIGTERM');
  await cell.ended;
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
  chmodSync(folder, 0o711); // PostgreSQL of root runs as nobody
  settings = {
    XDG_CONFIG_HOME: folder,
    ENTENTE_DATA_FOLDER: path('cell'),
    ENTENTE_LISTEN: '127.0.0.1:0',
    ENTENTE_LEDGER_CADENCE: '1',
  };
  writeFileSync(path('password'), 'seven grey herons\n');
  await entente('init', '--name', 'Norland', '--realm', 'norland.example');
  const { url, link } = await start();
  port = new URL(url).port;
  settings['ENTENTE_LISTEN'] = `127.0.0.1:${port}`;
  const person = ['--login', 'anna', '--password-file', path('password')];
  await entente('login', '--url', url, '--link', link, ...person);
  await entente('account', 'change', 'anna', '--roles', 'administrator,secretary,analyst,auditor');
  await entente('login', '--url', url, ...person);
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

it('finds that an honest cell holds what it promised, over HTTP and from files', async () => {
  writeFileSync(path('one.json'), JSON.stringify([campaign(1), campaign(2)]));
  expect((await entente('import', path('one.json'))).code).toBe(0);
  await sleep(2500);
  const first = await entente('verify');
  expect(first.out).toContain('The ledger holds.');
  expect(first.out).toMatch(/receipts: \d+ in the log, 0 still promised/);
  expect(first.out).toMatch(/key: entente\/ledger\/[0-9a-f]{16}\+[0-9a-f]{8}\+A\S{43}\n/);
  expect(first.out).toContain('This was the first check');
  expect(first.code).toBe(0);
  const again = await entente('verify', '--quick', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ findings: [] });
  expect((await entente('ledger', 'export', path('evidence'))).code).toBe(0);
  const french = await run(['verify', '--from', path('evidence')], { ...settings, LANG: 'fr_BE.UTF-8' });
  expect(french.out).toContain('Le registre tient.');
  expect((await entente('ledger', 'receipts')).out).toMatch(/import\t[-0-9a-f]{36}\t\d+\n/);
});

it('finds a page that was kept among the records of reads, and misses one that was never given', async () => {
  const page = await entente('show', campaign(1).id);
  expect(page.code).toBe(0);
  await sleep(2500);
  writeFileSync(path('page'), JSON.stringify(campaign(1)));
  expect((await entente('verify', '--page', path('page'))).code).toBe(0);
  writeFileSync(path('other'), JSON.stringify(campaign(7)));
  const other = await entente('verify', '--page', path('other'));
  expect(other).toMatchObject({ code: 7 });
  expect(other.out).toContain('has no record of that reading');
});

it('finds a leaf that was dropped on the disk, and keeps what proves it', async () => {
  const kept = path(`entente/ledger/http_127.0.0.1_${port}/kept.json`);
  const before = readFileSync(kept, 'utf8');
  await stop();
  const database = await openDatabase({ dataFolder: path('cell'), log: () => undefined });
  await database.writer.query(`update act set body = '{"objects":1}' where kind = 'import'`);
  await database.close();
  await start();
  await sleep(1500);
  const found = await entente('verify');
  expect(found).toMatchObject({ code: 7 });
  expect(found.out).toMatch(
    /The ledger does not hold\.\n- Leaf \d+ of your member’s log is of something else/,
  );
  expect(found.error).toContain('as evidence');
  expect(readFileSync(kept, 'utf8')).toBe(before);
  const older = await entente('verify', '--from', path('evidence'));
  expect(older).toMatchObject({ code: 1 });
  expect(older.error).toContain('older than what you kept');
});
