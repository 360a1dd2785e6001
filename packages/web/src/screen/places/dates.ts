/** Days and stretches of days in words, in universal time as the period is. */
import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import type { Span } from '../../record/when.ts';
import type { Unit } from './period.ts';

export interface Dates {
  /** From when to when; a moment where both are the same. */
  span(span: Span): string;
  day(at: number): string;
  /** A mark of the axis. */
  tick(unit: Unit, at: number): string;
}

const ticks: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
  year: { year: 'numeric' },
};

export function useDates(): Dates {
  const { i18n } = useTranslation();
  return useMemo(() => datesIn(i18n.language), [i18n.language]);
}

function datesIn(language: string): Dates {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const marks = (unit: Unit) => new Intl.DateTimeFormat(locale, { ...ticks[unit], timeZone: 'UTC' });
  const byUnit = { day: marks('day'), week: marks('week'), month: marks('month'), year: marks('year') };
  const isMidnight = (at: number): boolean => at % 86_400_000 === 0;
  return {
    day: (at) => day.format(at),
    span: ({ start, end }) => {
      if (start === end) return (isMidnight(start) ? day : moment).format(start);
      const isDays = isMidnight(start) && (isMidnight(end) || isMidnight(end + 1));
      return (isDays ? day : moment).formatRange(start, end);
    },
    tick: (unit, at) => byUnit[unit].format(at),
  };
}
