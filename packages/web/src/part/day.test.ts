import { describe, expect, it } from 'vitest';
import { dayIn, dayWritten, momentIn, momentWritten } from './day.ts';

describe('a day in a field', () => {
  it('is read day, month, year, or as the standard writes it', () => {
    for (const typed of ['5/2/2026', '05/02/2026', ' 05.02.2026 ', '5-2-2026', '2026-02-05'])
      expect({ typed, day: dayIn(typed) }).toEqual({ typed, day: '2026-02-05' });
  });

  it('is none where the calendar has no such day, or half of it is there', () => {
    for (const typed of [
      '',
      '5/2',
      '5/2/26',
      '30/02/2026',
      '12/25/2026',
      '2026-02-30',
      'tomorrow',
      '0/1/2026',
    ])
      expect({ typed, day: dayIn(typed) }).toEqual({ typed, day: undefined });
  });

  it('is written as both languages write it, and read again as what it was', () => {
    expect(dayWritten('2026-02-05')).toBe('05/02/2026');
    expect(dayIn(dayWritten('2026-02-05'))).toBe('2026-02-05');
    expect(dayWritten('')).toBe('');
  });
});

describe('a moment in a field', () => {
  it('is a day and a time of day', () => {
    for (const typed of ['5/2/2026 14:30', '05/02/2026  14h30', '2026-02-05T14:30', '2026-02-05 14.30'])
      expect({ typed, moment: momentIn(typed) }).toEqual({ typed, moment: '2026-02-05T14:30' });
    expect(momentIn('5/2/2026 9:05')).toBe('2026-02-05T09:05');
  });

  it('is none without a time of the clock', () => {
    for (const typed of ['', '5/2/2026', '5/2/2026 14', '5/2/2026 24:00', '5/2/2026 9:60', '30/2/2026 9:00'])
      expect({ typed, moment: momentIn(typed) }).toEqual({ typed, moment: undefined });
  });

  it('is written as both languages write it', () => {
    expect(momentWritten('2026-02-05T09:05')).toBe('05/02/2026 09:05');
    expect(momentWritten('')).toBe('');
  });
});
