import { expect, test } from 'vitest';
import { daysIn, wrongLine, zonesWith, zoneText } from './days.ts';

test('A zone is told by what its clocks are ahead of or behind UTC, quarters of an hour included', () => {
  expect([0, 60, 345, -210].map(zoneText)).toEqual(['UTC', 'UTC+01:00', 'UTC+05:45', 'UTC−03:30']);
  expect(zonesWith(7)).toContain(7);
  expect(zonesWith(0).filter((one) => one === 0)).toHaveLength(1);
});

test('Holidays are one day a line; the first line that is none is named', () => {
  expect(daysIn('2026-12-26\n\n 2026-12-25 \n2026-12-26')).toEqual(['2026-12-25', '2026-12-26']);
  expect(wrongLine('2026-12-25\n\n2026-12-26')).toBeUndefined();
  expect(wrongLine('2026-12-25\n\n2026-02-30')).toEqual({ line: 3, text: '2026-02-30' });
});
