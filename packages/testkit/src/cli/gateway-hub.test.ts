/** Hit/no-hit as three processes: a hub, and two gateways that speak to nobody but it. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeClient, type Client } from '@entente/contract/client';
import { makeFolder, openGateway } from '@entente/cli/gateway/folder';
import { keyOf, writeKey } from '@entente/core/ledger/note';
import { readPostmasterFile } from '@entente/store/database/postmaster-file';
import { run, startCommand, type Ran, type Running } from './process.ts';
import { readable } from './readable.ts';
import { tap, type Wiretap } from './wiretap.ts';

type Name = 'norland' | 'sundland';

const lists = {
  norland: 'names,births\nيوسف حداد,1980-02-19\nAnna Mansour,1971-05-02\n',
  sundland: 'names,births\nYusuf Haddad,1980-02-19\nKarim Berri,1969-01-07\n',
};
const agreed = { purposes: ['border'], keysADay: 320, smallestBatch: 64 };

let folder: string;
let hub: Running;
let hubUrl: string;
let id: string;
const taps = {} as Record<Name, Wiretap>;
const clients = {} as Record<Name, Client>;
const settings = {} as Record<Name, Record<string, string>>;
const keys = {} as Record<Name, string>;
const log: string[] = [];
/** Whose gateway does not reach the hub. */
const cutOff = new Set<Name>();

const at = (...parts: string[]): string => join(folder, ...parts);

async function done(of: Name, ...words: string[]): Promise<Ran> {
  const ran = await run(words, settings[of]);
  expect(ran.error).not.toContain('entente:');
  expect(ran.code).toBe(0);
  return ran;
}

const gateway = (of: Name, ...[verb = '', ...words]: string[]): Promise<Ran> =>
  done(of, 'gateway', verb, at(of), ...words);

/** A gateway that works by itself. */
const start = (of: Name): Running => startCommand(['gateway', 'run', at(of), '--every', '1'], settings[of]);

/** Waits until something is there; what never comes fails by the time of the test. */
async function until<Found>(look: () => Found | undefined): Promise<Found> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(50);
  }
}

interface Outcome {
  unanswered: string | null;
  candidates: object[];
}

const outcomeOf = (run: string): Promise<Outcome> =>
  until(() => {
    const file = at('sundland', id, `outcome-${run}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Outcome) : undefined;
  });

/** The first administrator of a member, and the account that its gateway has. */
async function enter(of: Name, link: string): Promise<Client> {
  const own = { ...settings[of], XDG_CONFIG_HOME: at(`profile-${of}`) };
  const words = ['login', '--link', link, '--login', 'anna', '--password-file', at('password')];
  expect((await run(words, own)).code).toBe(0);
  const { token } = JSON.parse(readFileSync(at(`profile-${of}`, 'entente/profile.json'), 'utf8')) as {
    token: string;
  };
  const client = makeClient({ url: hubUrl, token });
  const { account } = await client.createAccount({
    login: 'gateway',
    name: 'Gateway',
    kind: 'service',
    roles: ['integrator'],
  });
  const made = await client.createToken({
    account: account.id,
    name: 'gateway',
    scopes: ['read', 'write'],
    purpose: 'hit/no-hit',
  });
  settings[of] = { XDG_CONFIG_HOME: at(`gateway-${of}`), ENTENTE_TOKEN: made.secret };
  taps[of] = await tap(() => (cutOff.has(of) ? 'http://127.0.0.1:9' : hubUrl));
  settings[of]['ENTENTE_URL'] = taps[of].url;
  return client;
}

function writePolicy(name: Name, terms: object = {}): void {
  const other = keys[name === 'norland' ? 'sundland' : 'norland'];
  const part = name === 'norland' ? 'answers' : 'asks';
  const agreements = [{ id, with: other, part, ...agreed, ...terms }];
  writeFileSync(at(name, 'policy.json'), JSON.stringify({ name, list: 'list.csv', agreements }));
}

async function startHub(): Promise<string | undefined> {
  hub = startCommand(['start'], {
    XDG_CONFIG_HOME: folder,
    ENTENTE_DATA_FOLDER: at('cell'),
    ENTENTE_LISTEN: '127.0.0.1:0',
    ENTENTE_METRICS_LISTEN: at('metrics.socket'),
  });
  hub.child.stderr?.on('data', (text: string) => log.push(text));
  hubUrl = (await hub.line())?.split(' ').at(-1) ?? '';
  for (const _ of ['TAXII', 'API', '']) await hub.line();
  return (await hub.line())?.trim();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-three-'));
  chmodSync(folder, 0o711); // PostgreSQL of root runs as nobody
  writeFileSync(at('password'), 'seven grey herons\n');
  const cell = { XDG_CONFIG_HOME: folder, ENTENTE_DATA_FOLDER: at('cell') };
  await run(['init', '--name', 'Norland', '--realm', 'norland.example'], cell);
  clients.norland = await enter('norland', (await startHub()) ?? '');
  const sundland = await clients.norland.admitMember({ name: 'Sundland' });
  const { link } = await clients.norland.inviteMember({ id: sundland.id, realm: 'sundland.example' });
  clients.sundland = await enter('sundland', link);
  for (const name of ['norland', 'sundland'] as const) {
    await makeFolder(at(name), name);
    keys[name] = writeKey(keyOf((await openGateway(at(name))).signer));
    writeFileSync(at(name, 'list.csv'), lists[name]);
  }
  const terms = { ...agreed, learnsFirst: 'asker', side: 'owner' } as const;
  const proposed = { member: sundland.id, key: keys.norland, ...terms };
  ({ id } = await clients.norland.proposeMatching(proposed));
  await clients.sundland.acceptMatching({ id, key: keys.sundland });
  writePolicy('norland');
  writePolicy('sundland');
});

afterAll(async () => {
  hub.child.kill('SIGTERM');
  await Promise.all([hub.ended, ...Object.values(taps).map((one) => one.close())]);
  rmSync(folder, { recursive: true });
});

it('brings a run to its end though a connection breaks, and a gateway is killed between keeping its answer and sending it', async () => {
  await gateway('norland', 'publish', id, '--hub');
  const why = ['--purpose', 'border', '--case', '7'];
  taps.sundland.mute('POST', /\/runs$/);
  const ran = await run(['gateway', 'ask', at('sundland'), id, ...why, '--hub'], settings.sundland);
  expect(ran).toMatchObject({ code: 5 });
  expect(ran.error).toContain('The run is kept: `entente gateway run` sends it.');
  const asked = ran.out.trim();
  const path = /\/answer$/;
  const seized = taps.norland.seize('POST', path);
  const killed = start('norland');
  const first = await seized;
  killed.child.kill('SIGKILL');
  await killed.ended;

  cutOff.add('sundland');
  const gateways = { norland: start('norland'), sundland: start('sundland') };
  const [said] = (await once(gateways.sundland.child.stderr as Readable, 'data')) as [string];
  expect(said).toContain('cannot be reached');
  cutOff.delete('sundland');
  const { unanswered, candidates } = await outcomeOf(asked);
  expect([unanswered, candidates.length]).toEqual([null, 1]);
  expect((await gateway('sundland', 'hits', id, asked)).out).toContain('Yusuf Haddad');
  const answers = taps.norland.heard.filter((_one, index, all) =>
    path.test(all[index - 1]?.split(' ')[1] ?? ''),
  );
  expect(answers).toEqual([first, first]);
  expect(
    readFileSync(at('norland', id, 'answered.ndjson'), 'utf8')
      .trim()
      .split('\n'),
  ).toHaveLength(1);

  // A refusal goes to the asker as one.
  writePolicy('norland', { keysADay: 64 });
  const beyond = (await gateway('sundland', 'ask', id, ...why, '--hub')).out.trim();
  expect((await outcomeOf(beyond)).unanswered).toBe('quota');
  const { error } = await run(['gateway', 'hits', at('sundland'), id, beyond], settings.sundland);
  expect(error).toContain('quota (it has more keys than are left of the day');

  for (const { child, ended } of Object.values(gateways)) {
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, error: expect.stringContaining('Stopped.') as unknown });
  }
});

it('begins the next epoch when the days of its policy are over, once what waits is answered', async () => {
  const once = (of: Name): Promise<Ran> => gateway(of, 'run', '--once');
  writePolicy('norland', { epochDays: 30 });
  const list = `${lists.norland}Karim Berri,1969-01-07\n`;
  writeFileSync(at('norland', 'list.csv'), list);
  expect((await once('norland')).error).toMatch(/epoch 1\. The next begins on \d{4}-\d\d-\d\d\.\n$/);

  const ask = ['ask', id, '--purpose', 'border', '--case', '9', '--hub'];
  const waiting = (await gateway('sundland', ...ask)).out.trim();
  const epoch = JSON.parse(readFileSync(at('norland', id, 'epoch.json'), 'utf8')) as { begun: string };
  const begun = new Date(Date.parse(epoch.begun) - 30 * 86_400_000).toISOString().slice(0, 10);
  writeFileSync(at('norland', id, 'epoch.json'), JSON.stringify({ ...epoch, begun }));
  const renewed = await once('norland');
  expect(renewed.error).toMatch(
    /is answered, keys 64\.\n.*is being made, keys \d+.*\n.*: epoch 2 is published\.\n$/,
  );
  expect((await once('norland')).error).toBe('');
  await once('sundland');
  expect((await outcomeOf(waiting)).candidates).toHaveLength(1);

  const next = (await gateway('sundland', ...ask)).out.trim();
  await once('norland');
  await once('sundland');
  expect((await outcomeOf(next)).candidates).toHaveLength(2);
});

it('says what is left to people: a list that has changed, a part that is the other’s, a key that is another', async () => {
  const once = (): Promise<Ran> => run(['gateway', 'run', at('norland'), '--once'], settings.norland);
  expect((await once()).error).not.toContain('the list has changed');
  writeFileSync(at('norland', 'list.csv'), `${lists.norland}Rana Saleh,1990\n`);
  expect(await once()).toMatchObject({
    code: 0,
    error: expect.stringContaining(
      'the list has changed, and runs are still answered by epoch 2.',
    ) as unknown,
  });

  writePolicy('sundland', { part: undefined });
  const published = await run(['gateway', 'publish', at('sundland'), id, '--hub'], settings.sundland);
  expect([published.code, existsSync(at('sundland', id, 'epoch.json'))]).toEqual([3, false]);
  expect(published.error).toContain('the gateway of the other member publishes and answers');

  await gateway('sundland', 'ask', id, '--purpose', 'border', '--case', '8', '--hub');
  writePolicy('norland', { with: keys.norland });
  const refused = await once();
  expect(refused.code).toBe(1);
  expect(refused.error).toContain('Compare the key with the other side.');
  await clients.norland.endMatching({ id });
  expect((await once()).error).toContain('the agreement is over');
});

it('leaves nothing that a name can be read from in the hub: not in its database, its log, or what went over the wire', async () => {
  const { socketFolder, port } = (await readPostmasterFile(at('cell', 'postgres'))) ?? {};
  const database = new pg.Client({ host: socketFolder, port, user: 'entente', database: 'entente' });
  await database.connect();
  await database.query('set xmlbinary = hex');
  const { rows } = await database.query<{ text: string }>(
    `select query_to_xml(format('select * from %I.%I', table_schema, table_name), true, false, '')::text as text
     from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  await database.end();
  const all = [...rows.map(({ text }) => text), ...log, ...taps.norland.heard, ...taps.sundland.heard];
  const text = all.flatMap(readable).join('\n');
  expect(text).toContain('EGS1');
  expect(text).toContain('entente/matching/run/v1');
  for (const secret of [
    'Yusuf',
    'Haddad',
    'Berri',
    'Mansour',
    'حداد',
    '1980-02',
    '1971-05',
    'day|',
    'decoy|',
  ])
    expect(text).not.toContain(secret);
});
