import { expect, it } from 'vitest';
import { run } from './process.ts';

it('gives a probability for each line, and says with --explain what it comes from', async () => {
  const input = 'Yusuf Haddad\tيوسف حداد\nYusuf Haddad\tAnna Mansour\n';
  const { code, out } = await run(['names', 'compare'], {}, input);
  const [same, other] = out.trim().split('\n').map(Number);
  expect(code).toBe(0);
  expect(same).toBeGreaterThan(0.9);
  expect(other).toBeLessThan(0.1);
  const explained = await run(['names', 'compare', '--explain'], {}, input);
  expect(explained.out.split('\n')[0]).toMatch(/^0\.9\d+\tyusuf \| يوسف \(sound/);
});

it('names the line that holds no two names', async () => {
  const { code, error } = await run(['names', 'compare'], {}, 'a\tb\nalone\n');
  expect(code).toBe(1);
  expect(error).toContain('Line 2');
});
