import { expect, it } from 'vitest';
import { RateLimiter } from './rate.ts';

it('gives nobody back what it used, however many others call', () => {
  const limiter = new RateLimiter({ burst: 2, perSecond: 1 });
  const tries = (at: number): boolean[] => [1, 2, 3].map(() => limiter.allows('busy', at));
  expect(tries(0)).toEqual([true, true, false]);
  for (let other = 0; other < 30_000; other++) limiter.allows(`account ${other}`, 1000);
  expect(limiter.allows('busy', 2000)).toBe(false);
  expect(tries(2_000_000)).toEqual([true, true, false]);
});
