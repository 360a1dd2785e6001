import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTimestamps, formatTimestamp, isTimestamp, parseTimestamp } from './timestamp.ts';

const earliest = BigInt(Date.parse('0001-01-01T00:00:00Z')) * 1000n;
const latest = BigInt(Date.parse('9999-12-31T23:59:59Z')) * 1000n + 999_999n;

describe('timestamps', () => {
  it('come back from their text to the microsecond', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: earliest, max: latest }), (micros) => {
        expect(parseTimestamp(formatTimestamp(micros))).toBe(micros);
      }),
    );
  });
  it('are written alike from a number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (micros) => {
        expect(formatTimestamp(micros)).toBe(formatTimestamp(BigInt(micros)));
      }),
    );
  });
  it('have six digits after the second when written', () => {
    expect(formatTimestamp(0n)).toBe('1970-01-01T00:00:00.000000Z');
    expect(formatTimestamp(-1n)).toBe('1969-12-31T23:59:59.999999Z');
  });
  it.each([
    ['2016-02-29T08:17:27Z', 1456733847000000n],
    ['2016-02-29T08:17:27.5Z', 1456733847500000n],
    ['2016-02-29T08:17:27.123456789Z', 1456733847123456n],
    ['0001-01-01T00:00:00Z', earliest],
  ])('are read with any number of digits: %s', (text, micros) => {
    expect(parseTimestamp(text)).toBe(micros);
  });
  it.each([
    '2017-02-29T08:17:27Z',
    '1900-02-29T00:00:00Z',
    '2016-11-31T08:17:27.000Z',
    '2016-13-12T08:17:27Z',
    '2016-00-12T08:17:27Z',
    '2016-03-00T08:17:27Z',
    '2016-03-12T24:00:00Z',
    '2016-03-12T23:60:00Z',
    '2016-12-31T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '2016-03-12T08:17:27',
    '2016-03-12T08:17:27+00:00',
    '2016-03-12t08:17:27z',
    '2016-03-12 08:17:27Z',
    '2016-03-12T08:17:27.Z',
    '2016-03-12T08:17:27.1a2Z',
    '2016-3-12T08:17:27Z',
    ' 2016-03-12T08:17:27Z',
    '２016-03-12T08:17:27Z',
    '',
  ])('that the calendar or RFC 3339 lacks are refused: %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
    expect(isTimestamp(text)).toBe(false);
  });
  it('are compared by instant, whatever the number of digits', () => {
    expect(compareTimestamps('2016-01-01T00:00:00Z', '2016-01-01T00:00:00.000Z')).toBe(0);
    expect(compareTimestamps('2016-01-01T00:00:00.10Z', '2016-01-01T00:00:00.1Z')).toBe(0);
    expect(compareTimestamps('2016-01-01T00:00:00.000123Z', '2016-01-01T00:00:00.001Z')).toBeLessThan(0);
    expect(compareTimestamps('2016-01-01T00:00:00.0000002Z', '2016-01-01T00:00:00.0000001Z')).toBeGreaterThan(
      0,
    );
  });
});
