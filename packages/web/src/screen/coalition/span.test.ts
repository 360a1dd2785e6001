import { expect, test } from 'vitest';
import { rosterLines } from './span.ts';

const at = (day: number): string => new Date(Date.UTC(2017, 0, day)).toISOString();
const stay = (entry: string, entered: number | null, left: number | null) => ({
  entry,
  kind: 'member' as const,
  entered: entered === null ? null : at(entered),
  left: left === null ? null : at(left),
});

test('Each entry has a line with a bar for each stay, and who left stands last', () => {
  const stays = [stay('a', null, 6), stay('b', 3, null), stay('a', 8, null), stay('c', 1, 11)];
  const lines = rosterLines({ since: at(1), stays }, Date.parse(at(11)), (a, b) => (a < b ? -1 : 1));
  expect(lines.map(({ entry, isThere }) => [entry, isThere])).toEqual([
    ['a', true],
    ['b', true],
    ['c', false],
  ]);
  expect(lines[0]?.bars).toEqual([
    { from: 0, to: 50, isOpen: true },
    { from: 70, to: 100, isOpen: false },
  ]);
});
