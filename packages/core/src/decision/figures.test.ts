import { expect, test } from 'vitest';
import { figuresOf, type FigureStep } from './figures.ts';

const step = (kind: FigureStep['kind'], at: number, member: string | null = null): FigureStep => ({
  kind,
  at,
  member,
});

test('Time to decide counts from the first tabling, over all versions; who broke was waited for until the next text', () => {
  const quick = [step('tabled', 0), step('silence', 0), step('adopted', 10)];
  const slow = [
    step('tabled', 0),
    step('broken', 4, 'alba'),
    step('consultation', 4, 'alba'),
    step('joined', 6, 'borea'),
    step('revised', 20),
    step('adopted', 30),
  ];
  const open = [step('tabled', 0), step('broken', 5, 'alba')];
  expect(figuresOf([quick, slow, open], 40)).toEqual({
    decided: 2,
    median: 10,
    longest: 30,
    waitedFor: [
      { member: 'alba', decisions: 2, time: 16 + 35 },
      { member: 'borea', decisions: 1, time: 14 },
    ],
  });
  expect(figuresOf([], 0)).toEqual({ decided: 0, median: null, longest: null, waitedFor: [] });
});
