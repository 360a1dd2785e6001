/** A run of hit/no-hit between two gateways, each command a process of its own. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readable } from './readable.ts';
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

/** What was sent, with all that is base 64 in it read too. */
const texts = (sent: readonly string[]): string => sent.flatMap(readable).join('\n');

it('tells the asker who is on both lists; what goes between them tells nobody, and what cannot be written is kept', async () => {
  const keys = await Promise.all(
    (['norland', 'sundland'] as const).map((name) => done('init', at(name), '--name', name)),
  );
  const [norland = '', sundland = ''] = keys.map(({ out }) => out.trim());
  await setUp('norland', sundland);
  await setUp('sundland', norland);

  const unwritten = await run(['gateway', 'publish', at('norland'), 'n-s', '--out', at('no', 'epoch')]);
  expect(unwritten).toMatchObject({ code: 1 });
  expect(unwritten.error).toMatch(/no\/epoch cannot be written.* with --again it goes/);
  const published = await done('publish', at('norland'), 'n-s', '--again', '--out', at('epoch'));
  expect(published.error).toContain('Epoch 1 ');
  const why = ['--purpose', 'border', '--case', '7'];
  const asked = await done('ask', at('sundland'), 'n-s', at('epoch'), ...why, '--out', at('run'));
  const ungiven = await run([
    'gateway',
    'answer',
    at('norland'),
    'n-s',
    at('run'),
    '--out',
    at('no', 'answer'),
  ]);
  expect(ungiven.error).toMatch(/no\/answer cannot be written.* answer the same run again/);
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
  expect(texts(sent)).toContain('EGS1');
  for (const text of ['Yusuf', 'Haddad', 'Berri', 'Mansour', 'حداد', '1980', '1971', 'day|', 'decoy|'])
    expect(texts(sent)).not.toContain(text);
  for (const file of await filesUnder(at('sundland'))) {
    if (!file.endsWith('list.csv')) expect((await stat(file)).mode & 0o077).toBe(0);
  }

  const open = ['open', at('sundland'), 'n-s', id, '--key'];
  await writeFile(at('opening'), (await done(...open, '8')).out);
  const checked = await done('check', at('run'), at('opening'), '--asker', sundland);
  expect(checked.out).toMatch(/^day\|1980-02-19\|/);
  const other = (await done(...open, '9')).out.replace('"index":9', '"index":8');
  const wrong = await run(['gateway', 'check', at('run'), '-', '--asker', sundland], {}, other);
  expect(wrong).toMatchObject({ code: 7 });
});
