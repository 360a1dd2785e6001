import { expect, test } from 'vitest';
import { leftOf } from './clock.ts';

const period = { tabled: '2017-06-01T00:00:00Z', expiry: '2017-06-05T00:00:00.000000Z' };
const at = (text: string): number => Date.parse(text);

test('What is left is told in days, hours, minutes and seconds, and how much of the silence has passed', () => {
  expect(leftOf(period, at('2017-06-02T23:58:57Z'))).toMatchObject({
    days: 2,
    hours: 0,
    minutes: 1,
    seconds: 3,
    isOver: false,
  });
  expect(leftOf(period, at('2017-06-03T00:00:00Z')).passed).toBe(0.5);
});

test('At the expiry it is over, and nothing is left', () => {
  const over = leftOf(period, at('2017-06-05T00:00:00Z'));
  expect(over).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0, passed: 1, isOver: true });
});
