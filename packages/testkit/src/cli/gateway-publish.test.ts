/** The set of a list that is long: made by several threads, in a process that is killed over it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, startCommand, type Ran } from './process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-publish-'));
});
afterAll(() => rm(folder, { recursive: true }));

const at = (...parts: string[]): string => join(folder, ...parts);
const syllables = ['ka', 'ri', 'mo', 'sa', 'lu', 'ben', 'da', 'fo', 'te', 'na'];
const nameOf = (index: number): string =>
  [index, index * 7 + 3]
    .map((seed) => [0, 1, 2].map((place) => syllables[Math.floor(seed / 10 ** place) % 10]).join(''))
    .join(' ');
/** As many invented persons as have some thousands of keys. */
const persons = Array.from(
  { length: 900 },
  (_none, index) => `${nameOf(index)},19${40 + (index % 50)}-03-07`,
);

async function done(...words: string[]): Promise<Ran> {
  const ran = await run(['gateway', ...words]);
  expect(ran).toMatchObject({ code: 0 });
  return ran;
}

async function setUp(name: string, other: string, list: readonly string[]): Promise<void> {
  const terms = { id: 'n-s', with: other, purposes: ['border'], keysADay: 200, smallestBatch: 64 };
  await writeFile(at(name, 'policy.json'), JSON.stringify({ name, list: 'list.csv', agreements: [terms] }));
  await writeFile(at(name, 'list.csv'), ['names,births', ...list, ''].join('\n'));
}

const begun = (): Promise<string> =>
  readFile(at('norland', 'n-s', 'epoch-begun.txt'), 'utf8').catch(() => '');

it('goes on where it was killed, and has everybody in it', async () => {
  const norland = (await done('init', at('norland'), '--name', 'norland')).out.trim();
  const sundland = (await done('init', at('sundland'), '--name', 'sundland')).out.trim();
  await setUp('norland', sundland, persons);
  await setUp('sundland', norland, [persons[0] as string, persons.at(-1) as string]);

  const publish = ['publish', at('norland'), 'n-s', '--out', at('epoch')];
  const { child, ended } = startCommand(['gateway', ...publish]);
  await expect.poll(async () => (await begun()).split('\n').length, { timeout: 60_000 }).toBeGreaterThan(3);
  child.kill('SIGKILL');
  expect((await ended).code).toBe('SIGKILL');
  expect(await readdir(at('norland', 'n-s'))).not.toContain('epoch.json');

  const { error } = await done(...publish);
  expect(error).toMatch(/Going on from where it stopped: \d+ of \d+ keys are there\./);
  expect(error).toContain('Persons: 900.\nEpoch 1 of n-s');
  expect(await readdir(at('norland', 'n-s'))).not.toContain('epoch-begun.txt');

  const why = ['--purpose', 'border', '--case', '7'];
  const asked = await done('ask', at('sundland'), 'n-s', at('epoch'), ...why, '--out', at('run'));
  await done('answer', at('norland'), 'n-s', at('run'), '--out', at('answer'));
  const hits = await done('hits', at('sundland'), 'n-s', asked.out.trim(), at('answer'), '--json');
  const found = hits.out.trim().split('\n');
  expect(found.flatMap((line) => (JSON.parse(line) as { names: string[] }).names).sort()).toEqual(
    [nameOf(0), nameOf(899)].sort(),
  );
});
