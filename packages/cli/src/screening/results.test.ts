import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptResults } from './results.ts';

const folder = mkdtempSync(join(tmpdir(), 'screening-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('It is said which file of results cannot be written, also where it could be at first', async () => {
  const path = join(folder, 'results');
  const results = await keptResults(path);
  await expect(keptResults(join(path, 'within'))).rejects.toMatchObject({ code: 'invalid' });
  rmSync(path);
  mkdirSync(path);
  await expect(results.write([])).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(`${path} cannot be written`),
  });
});
