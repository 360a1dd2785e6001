/** Style sheets of screens are loaded one after the other and stay: a class that two of them define is a bug of both. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const web = resolve(import.meta.dirname, '../../../web/src');

it('a class is defined in one style sheet', () => {
  const sheets = new Map<string, Set<string>>();
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' });
  for (const sheet of files.filter((file) => file.endsWith('.css'))) {
    const css = readFileSync(resolve(web, sheet), 'utf8');
    // A rule of the class itself: what only stands within another one is that one's affair.
    for (const [, name = ''] of css.matchAll(/^\.([\w-]+)(?=[^.{}]*\{)/gm)) {
      sheets.set(name, (sheets.get(name) ?? new Set()).add(sheet));
    }
  }
  expect(sheets.size).toBeGreaterThan(100);
  expect([...sheets].filter(([, found]) => found.size > 1)).toEqual([]);
});
