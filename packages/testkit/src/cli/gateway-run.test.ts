/** A run of hit/no-hit between two gateways, each command a process of its own. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, type Ran } from './process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-gateways-'));
});
afterAll(() => rm(folder, { recursive: true }));

const at = (...parts: string[]): string => join(folder, ...parts);
const lists = {
  norland: 'names,births\nيوسف حداد,1980-02-19\nAnna Mansour,1971-05-02\n',
  sundland: 'names,births\nYusuf Haddad,1980-02-19\nKarim Berri,1969-01-07\n',
};

async function done(...words: string[]): Promise<Ran> {
  const ran = await run(['gateway', ...words]);
  expect(ran.error).not.toContain('entente:');
  expect(ran.code).toBe(0);
  return ran;
}

async function setUp(name: keyof typeof lists, other: string): Promise<void> {
  const terms = { id: 'n-s', with: other, purposes: ['border'], keysADay: 200, smallestBatch: 64 };
  await writeFile(at(name, 'policy.json'), JSON.stringify({ name, list: 'list.csv', agreements: [terms] }));
  await writeFile(at(name, 'list.csv'), lists[name]);
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

it('tells the asker who is on both lists; what goes between them tells nobody, and a run is answered once', async () => {
  const keys = await Promise.all(
    (['norland', 'sundland'] as const).map((name) => done('init', at(name), '--name', name)),
  );
  const [norland = '', sundland = ''] = keys.map(({ out }) => out.trim());
  await setUp('norland', sundland);
  await setUp('sundland', norland);

  await done('publish', at('norland'), 'n-s', '--out', at('epoch'));
  const why = ['--purpose', 'border', '--case', '7'];
  const asked = await done('ask', at('sundland'), 'n-s', at('epoch'), ...why, '--out', at('run'));
  await done('answer', at('norland'), 'n-s', at('run'), '--out', at('answer'));
  const id = asked.out.trim();
  const hits = await done('hits', at('sundland'), 'n-s', id, at('answer'), '--json');
  expect(
    hits.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { names: string[] }).names),
  ).toEqual([['Yusuf Haddad']]);

  const sent = await Promise.all(['epoch', 'run', 'answer'].map((file) => readFile(at(file), 'utf8')));
  for (const text of ['Yusuf', 'Haddad', 'Berri', 'حداد', '1980', 'day|'])
    expect(sent.join()).not.toContain(text);
  for (const file of await filesUnder(at('sundland'))) {
    if (!file.endsWith('list.csv')) expect((await stat(file)).mode & 0o077).toBe(0);
  }

  const again = await run(['gateway', 'answer', at('norland'), 'n-s', at('run'), '--out', at('second')]);
  expect(again.code).toBe(1);
  expect(again.error).toContain('replayed');
});
