import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, hour, isDay, usualCalendar, workingMoment, type WorkingCalendar } from './calendar.ts';

const at = (text: string): number => Date.parse(text) * 1000;

test('An expiry on a working day stays; on a weekend it moves to Monday at the same hour', () => {
  expect(workingMoment(at('2017-05-26T15:00:00Z'), usualCalendar)).toBe(at('2017-05-26T15:00:00Z'));
  expect(workingMoment(at('2017-05-27T15:00:00Z'), usualCalendar)).toBe(at('2017-05-29T15:00:00Z'));
});

test('Holidays count, and so does the hour of the host', () => {
  const calendar: WorkingCalendar = { offset: 120, weekend: [0, 6], holidays: ['2017-06-05'] };
  expect(workingMoment(at('2017-06-03T12:00:00Z'), calendar)).toBe(at('2017-06-06T12:00:00Z'));
  // Friday 23:00 by UTC is Saturday already where the host is.
  expect(workingMoment(at('2017-06-09T23:00:00Z'), calendar)).toBe(at('2017-06-11T23:00:00Z'));
});

test('A week without a working day is refused, and days that there are not', () => {
  expect(() => workingMoment(0, { offset: 0, weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] })).toThrow(
    RangeError,
  );
  expect(['2017-02-28', '2017-02-29', '2017-1-1', '0x'].map(isDay)).toEqual([true, false, false, false]);
});

test('It is the first moment at the same hour that is on a working day', () => {
  const calendars = fc.record({
    offset: fc.integer({ min: -12 * 60, max: 14 * 60 }),
    weekend: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 }),
    holidays: fc.subarray(['2017-05-25', '2017-05-26', '2017-05-29', '2017-06-05']),
  });
  const moments = fc.integer({ min: at('2017-05-20T00:00:00Z'), max: at('2017-06-10T00:00:00Z') });
  const isWorking = (moment: number, { offset, weekend, holidays }: WorkingCalendar): boolean => {
    const local = new Date(moment / 1000 + offset * 60_000);
    return !weekend.includes(local.getUTCDay()) && !holidays.includes(local.toISOString().slice(0, 10));
  };
  fc.assert(
    fc.property(moments, calendars, (moment, calendar) => {
      const moved = workingMoment(moment, calendar);
      expect((moved - moment) % day).toBe(0);
      expect(isWorking(moved, calendar)).toBe(true);
      for (let before = moment; before < moved; before += day)
        expect(isWorking(before, calendar)).toBe(false);
      expect(moved - moment).toBeLessThan(30 * 24 * hour);
    }),
  );
});
