/** The folder of a gateway survives what happens to folders: broken writes, two processes at once, hands in its files. */
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '@entente/core/failure';
import { keyOf, writeKey } from '@entente/core/ledger/note';
import type { Purpose } from '@entente/core/matching/run';
import { ask, endedRun } from './asker.ts';
import { makeFolder, openGateway, type Gateway } from './folder.ts';
import { answer, epochFile, makeEpoch } from './owner.ts';

let root: string;
let [norland, sundland]: Gateway[] = [];
const at = (...parts: string[]): string => join(root, ...parts);
const today = '2026-11-26';
const why = { purpose: 'border', caseReference: '7' };
const making = { day: today, tell: (): void => undefined };

async function policyOf(name: string, other: Gateway, terms: object = {}): Promise<Gateway> {
  const agreed = { id: 'n-s', purposes: ['border'], keysADay: 200, smallestBatch: 64, ...terms };
  const agreements = [{ ...agreed, with: writeKey(keyOf(other.signer)) }];
  await writeFile(at(name, 'policy.json'), JSON.stringify({ name, list: 'list.csv', agreements }));
  return openGateway(at(name));
}

async function made(name: string, list: string): Promise<Gateway> {
  await makeFolder(at(name), name);
  await writeFile(at(name, 'list.csv'), list);
  return openGateway(at(name));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'entente-folder-'));
  const [north, south] = [
    await made('norland', 'names,births\nيوسف حداد,1980-02-19\n'),
    await made('sundland', 'names,births\nYusuf Haddad,1980-02-19\n'),
  ];
  [norland, sundland] = [await policyOf('norland', south), await policyOf('sundland', north)];
});
afterAll(() => rm(root, { recursive: true }));

const owner = (): Gateway => norland as Gateway;
const asker = (): Gateway => sundland as Gateway;
const begin = async (epoch: string, purpose: Purpose = why) => ask(asker(), 'n-s', epoch, purpose);
const newEpoch = async (): Promise<string> => epochFile((await makeEpoch(owner(), 'n-s', making)).epoch);

/** Breaks a file while something is tried, which has to name it and a remedy. */
async function broken(
  file: string,
  text: string,
  tried: () => Promise<unknown>,
  said: string,
): Promise<void> {
  const whole = await readFile(at(file), 'utf8');
  await writeFile(at(file), text);
  const error: unknown = await tried().catch((caught: unknown) => caught);
  await writeFile(at(file), whole);
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).message).toContain(at(file));
  expect((error as Failure).message).toContain(said);
}

describe('a folder', () => {
  it('keeps the rights that it had, and gets what is missing', async () => {
    await mkdir(at('there'));
    await chmod(at('there'), 0o755);
    await makeFolder(at('there'), 'there');
    expect((await stat(at('there'))).mode & 0o777).toBe(0o755);
    const secrets = await readFile(at('there', 'secrets.json'), 'utf8');
    await rm(at('there', 'policy.json'));
    await expect(openGateway(at('there'))).rejects.toThrow('policy.json is missing. `entente gateway init`');
    await makeFolder(at('there'), 'there');
    expect(await readFile(at('there', 'secrets.json'), 'utf8')).toBe(secrets);
    expect((await openGateway(at('there'))).policy.name).toBe('there');
    await expect(makeFolder(at('there'), 'there')).rejects.toThrow('is a gateway already');
    await rm(at('there', 'secrets.json'));
    await expect(makeFolder(at('there'), 'other')).rejects.toThrow('names the gateway “there”');
  });

  it('names the file that was spoilt, and what to do', async () => {
    const opened = (): Promise<unknown> => openGateway(at('norland'));
    await broken('norland/secrets.json', '{}', opened, 'Put it back from a copy');
    const agreement = { id: 'a', with: writeKey(keyOf(asker().signer)), purposes: [] };
    const two = [1, 2].map(() => ({ ...agreement, keysADay: 1, smallestBatch: 1 }));
    const policy = JSON.stringify({ name: 'norland', list: 'list.csv', agreements: two });
    await broken('norland/policy.json', policy, opened, '“a”: an id for each');

    const { note, id } = await begin(await newEpoch());
    const { note: reply } = await answer(owner(), 'n-s', note, today);
    const answered = (): Promise<unknown> => answer(owner(), 'n-s', note, today);
    await broken(
      'norland/n-s/answered.ndjson',
      '{"run":1}\n',
      answered,
      'line 1 is not as it was written: run:',
    );
    const ended = (): Promise<unknown> => endedRun(asker(), 'n-s', id, reply);
    await broken(`sundland/n-s/run-${id}.json`, '{"note":"","seed":"?"}', ended, 'or ask again');
    const begun = (): Promise<unknown> => makeEpoch(owner(), 'n-s', making);
    await broken('norland/n-s/epoch.json', '{"number":0}', begun, 'number:');
  });
});

describe('an answer', () => {
  it('is given again in the same bytes to the same run, and counts once', async () => {
    const { note } = await begin(await newEpoch());
    const first = await answer(owner(), 'n-s', note, '2026-11-27');
    const again = await answer(owner(), 'n-s', note, '2026-11-28');
    expect(again).toEqual(first);
    const lines = await readFile(at('norland/n-s/answered.ndjson'), 'utf8');
    expect(lines.split(first.record.run)).toHaveLength(2);
  });

  it('is given to what came while the next epoch was being made, and to nothing of the one before from there on', async () => {
    const epoch = await newEpoch();
    const [before, after] = [await begin(epoch), await begin(epoch)];
    const refused: unknown[] = [];
    const beforeItHolds = async (): Promise<void> =>
      void refused.push((await answer(owner(), 'n-s', before.note, '2026-12-02')).refused);
    await makeEpoch(owner(), 'n-s', { ...making, beforeItHolds });
    refused.push((await answer(owner(), 'n-s', after.note, '2026-12-02')).refused);
    expect(refused).toEqual([undefined, 'epoch']);
  });

  it('is given once more where the record broke off, and the record goes on', async () => {
    const { note, id } = await begin(await newEpoch());
    await appendFile(at('norland/n-s/answered.ndjson'), `{"run":"${id}","day":"20`);
    const { refused } = await answer(owner(), 'n-s', note, '2026-11-29');
    expect(refused).toBeUndefined();
    const lines = (await readFile(at('norland/n-s/answered.ndjson'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown).at(-1)).toMatchObject({ run: id, keys: 64 });
  });

  it('waits for no process that is gone, and gives way to one that is not', async () => {
    const { note } = await begin(await newEpoch());
    const lock = at('norland/n-s/answering');
    await writeFile(lock, `${process.ppid} ${hostname()}\n`);
    await expect(answer(owner(), 'n-s', note, '2026-11-30')).rejects.toThrow(`remove ${lock}`);
    await writeFile(lock, `4194999 ${hostname()}\n`);
    expect((await answer(owner(), 'n-s', note, '2026-11-30')).refused).toBeUndefined();
  });
});

describe('a policy', () => {
  it('holds a gateway to the part that it has, whatever it is asked for', async () => {
    const { note } = await begin(await newEpoch());
    const only = await policyOf('norland', asker(), { part: 'asks' });
    await expect(answer(only, 'n-s', note, today)).rejects.toThrow('this gateway asks in “n-s”, and no more');
    await expect(makeEpoch(only, 'n-s', making)).rejects.toThrow('and no more');
    await expect(policyOf('norland', asker(), { part: 'both' })).rejects.toThrow(
      'number 1, part: asks or answers',
    );
    await expect(policyOf('norland', asker(), { parts: 'asks' })).rejects.toThrow(
      'number 1, parts: one of id,',
    );
    await policyOf('norland', asker());
  });
});

describe('an epoch', () => {
  it('is made by one process at a time: two at once would give one number to two sets', async () => {
    const both = await Promise.allSettled([newEpoch(), newEpoch()]);
    const numbers = both.map(({ status }) => status);
    expect(numbers.toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a run', () => {
  it('is kept without a copy of the set of its own, which many runs share', async () => {
    const epoch = await newEpoch();
    const before = new Set(await readdir(at('sundland/n-s')));
    await begin(epoch);
    await begin(epoch);
    const made = (await readdir(at('sundland/n-s'))).filter((file) => !before.has(file));
    expect(made.map((file) => file.split('-')[0]).toSorted()).toEqual(['epoch', 'run', 'run']);
  });

  it('is not begun against what was agreed on', async () => {
    const epoch = await newEpoch();
    await expect(begin(epoch, { ...why, purpose: 'sports' })).rejects.toThrow('These were: border');
    await expect(begin(epoch, { ...why, caseReference: ' ' })).rejects.toThrow('has a case reference');
    await expect(begin(epoch, { ...why, caseReference: 'x'.repeat(201) })).rejects.toThrow('at most 200');
    const few = await policyOf('sundland', owner(), { smallestBatch: 65 });
    await expect(ask(few, 'n-s', epoch, why)).rejects.toThrow('64 keys, and 65 at least');
    const many = await policyOf('sundland', owner(), { keysADay: 63 });
    await expect(ask(many, 'n-s', epoch, why)).rejects.toThrow('64 keys, and 63 a day');
    await policyOf('sundland', owner());
  });
});
