/** Dates and times by locale; times of day in the zone of the reader, said with it. */
import { useTranslation } from 'react-i18next';

export interface Times {
  day(time: string): string;
  moment(time: string): string;
  number(value: number): string;
}

export function useTimes(): Times {
  const { i18n } = useTranslation();
  return timesIn(i18n.language);
}

export function timesIn(language: string): Times {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  return {
    day: (time) => formatted(day, time),
    moment: (time) => formatted(moment, time),
    number: (value) => number.format(value),
  };
}

/** What is no time is shown as it is. */
function formatted(format: Intl.DateTimeFormat, time: string): string {
  const parsed = new Date(time);
  return Number.isNaN(parsed.getTime()) ? time : format.format(parsed);
}
