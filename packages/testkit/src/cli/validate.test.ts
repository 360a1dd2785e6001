import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '@entente/core/stix/types';
import { repository, run } from './process.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'entente-validate-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const data = process.env['ENTENTE_DATA'] ?? join(repository, '../shared');

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function verdicts(...words: string[]): Promise<{ code: number | string; lines: Verdict[] }> {
  const { code, out } = await run(['validate', '--json', ...words]);
  const lines = out.split('\n').filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as Verdict) };
}

const malware = {
  type: 'malware',
  spec_version: '2.1',
  id: 'malware--a0bb2d5e-3c1c-4f3a-8d0e-5f0d2a6f4a01',
  created: '2017-05-25T12:00:00.000Z',
  modified: '2017-05-25T12:00:00.000Z',
  is_family: false,
};
const { created: _created, ...undated } = malware;
const old = { type: 'campaign', id: malware.id.replace('malware', 'campaign'), name: 'Nightjar' };

describe('entente validate', () => {
  it('gives a line for each object of bundles, lists and single objects, gzip or plain, and ends with 1 where one is invalid', async () => {
    const bundle = { type: 'bundle', id: 'bundle--no', objects: [malware, undated] };
    const { code, lines } = await verdicts(
      file('bundle.json', JSON.stringify(bundle)),
      file('list.json.gz', gzipSync(JSON.stringify([malware]))),
      file('one.json', JSON.stringify(malware)),
    );
    expect(code).toBe(1);
    expect(lines.map(({ id, valid }) => [id, valid])).toEqual([
      ['bundle--no', false],
      [malware.id, true],
      [malware.id, false],
      [malware.id, true],
      [malware.id, true],
    ]);
    expect(lines[2]?.errors).toEqual([{ path: 'created', message: expect.any(String) as string }]);
  });

  it('ends with 0 where all is valid, and says so of an empty bundle too', async () => {
    const empty = { type: 'bundle', id: malware.id.replace('malware', 'bundle') };
    const answer = await verdicts(file('empty.json', JSON.stringify(empty)));
    expect(answer).toMatchObject({ code: 0, lines: [{ id: empty.id, valid: true }] });
  });

  it('judges objects of STIX 2.0 by what they become', async () => {
    const dated = { ...old, created: malware.created, modified: malware.modified };
    const { lines } = await verdicts(file('old.json', JSON.stringify([dated, old])));
    expect(lines.map(({ valid }) => valid)).toEqual([true, false]);
  });

  it('gives a verdict on what is no JSON, and refuses a file that is not there', async () => {
    expect(await verdicts(file('broken.json', '{"type":'))).toMatchObject({
      code: 1,
      lines: [{ id: '', valid: false }],
    });
    const missing = await run(['validate', '--json', join(folder, 'nowhere.json')]);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.error).toContain('cannot be read');
  });

  it('gives a line for each pattern, with the column of what is wrong', async () => {
    const path = file('patterns.txt', `[domain-name:value = 'nightjar.example']\n\n[file:size 3]\n`);
    const { code, out } = await run(['validate', '--patterns', '--json', path]);
    const lines = out.trim().split('\n');
    expect(code).toBe(1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { line: 1, valid: true, errors: [] },
      { line: 3, valid: false, errors: [{ column: 12 }] },
    ]);
  });
});

describe.skipIf(!existsSync(join(data, 'cases')))(
  'the cases of the OASIS validator (skipped where ENTENTE_DATA is absent)',
  () => {
    interface Case {
      valid: boolean;
      instance: { id?: string; type: string };
    }

    it('get their verdicts at the command line', async () => {
      const cases = JSON.parse(readFileSync(join(data, 'cases/stix21-objects.json'), 'utf8')) as Case[];
      const [bundles, objects] = [true, false].map((wanted) =>
        cases.filter(({ instance }) => (instance.type === 'bundle') === wanted),
      ) as [Case[], Case[]];
      const list = file('cases.json', JSON.stringify(objects.map(({ instance }) => instance)));
      const { lines } = await verdicts(list);
      expect(lines.map(({ id, valid }) => [id, valid])).toEqual(
        objects.map(({ instance, valid }) => [instance.id ?? '', valid]),
      );
      for (const { instance, valid } of bundles) {
        const { code } = await verdicts(file('case.json', JSON.stringify(instance)));
        expect(code).toBe(valid ? 0 : 1);
      }
    });

    it('have their patterns told apart at the command line', async () => {
      const { valid, invalid } = JSON.parse(
        readFileSync(join(data, 'cases/stix21-patterns.json'), 'utf8'),
      ) as { valid: string[]; invalid: [string, string][] };
      const path = file('all.txt', [...valid, ...invalid.map(([pattern]) => pattern)].join('\n'));
      const { out } = await run(['validate', '--patterns', '--json', path]);
      const found = out.trim().split('\n');
      expect(found.map((line) => (JSON.parse(line) as Verdict).valid)).toEqual([
        ...valid.map(() => true),
        ...invalid.map(() => false),
      ]);
    });
  },
);
