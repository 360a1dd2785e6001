import { expect, test } from 'vitest';
import { weekTable } from './weeks.ts';

const week = (from: string, counts: Record<string, number>) => ({
  from,
  types: Object.entries(counts).map(([type, objects]) => ({ type, objects })),
});

test('The commonest kinds come first, and the rest stands together', () => {
  const { kinds, weeks } = weekTable(
    [
      week('2017-05-15T00:00:00Z', { tool: 1, report: 2, note: 1, malware: 5 }),
      week('2017-05-22T00:00:00Z', { report: 2 }),
    ],
    3,
  );
  expect(kinds).toEqual([['malware'], ['report'], ['note', 'tool']]);
  expect(weeks.map(({ counts, total }) => [...counts, total])).toEqual([
    [5, 2, 2, 9],
    [0, 2, 0, 2],
  ]);
});

test('No kind stands together with others where all have room', () => {
  const { kinds } = weekTable([week('2017-05-15T00:00:00Z', { tool: 1, report: 2 })], 2);
  expect(kinds).toEqual([['report'], ['tool']]);
});

test('A week ends where the next one begins, also over a change of clocks', () => {
  const { weeks } = weekTable([week('2017-03-20T00:00:00Z', {})]);
  expect(weeks[0]?.before).toBe('2017-03-27T00:00:00.000Z');
});
