/** Access records say by which way in words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { wayOf } from './access-way.ts';

const serve = fileURLToPath(new URL('../../../../server/src/serve', import.meta.url));

/** The ways that the server names where it records what it gave. */
const recorded = (): string[] =>
  readdirSync(serve, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(serve, path), 'utf8');
      return [...text.matchAll(/atDesk\(\s*\w+,\s*\w+,\s*'(\w+)'|\broute: '(\w+)'/g)];
    })
    .map(([, desk, stretch]) => desk ?? stretch ?? '');

it('has words for every way by which the server gives records', () => {
  const ways = recorded();
  expect(ways).toEqual(expect.arrayContaining(['search', 'request', 'mentions', 'exportView', 'viewAs']));
  expect(ways.filter((way) => wayOf(way) === undefined)).toEqual([]);
});
