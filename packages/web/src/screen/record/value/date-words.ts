/** A partial date in words: as much of it as is known. */
import type { TFunction } from 'i18next';
import { textIn } from '../../../record/object.ts';

type Given = Readonly<Record<string, unknown>>;

export function dateWords(given: Given, t: TFunction<'record'>, language: string): string {
  const calendar = textIn(given, 'calendar') ?? 'gregorian';
  const said = precisionWords(given, t, (date) =>
    calendar === 'gregorian' ? dayWords(date, language) : date,
  );
  if (calendar === 'gregorian') return said;
  const name = t(`calendar.${calendar}` as 'calendar.islamic', { defaultValue: calendar });
  return t('date.in-calendar', { date: said, calendar: name });
}

function precisionWords(given: Given, t: TFunction<'record'>, words: (date: string) => string): string {
  const [date, from, to] = ['date', 'from', 'to'].map((key) => {
    const value = textIn(given, key);
    return value === undefined ? undefined : words(value);
  });
  const precision = textIn(given, 'precision');
  if (date !== undefined) return precision === 'approximate' ? t('date.about', { date }) : date;
  if (from !== undefined && to !== undefined) {
    return precision === 'approximate'
      ? t('date.about-between', { from, to })
      : t('date.between', { from, to });
  }
  if (from !== undefined) return t('date.from', { from });
  if (to !== undefined) return t('date.to', { to });
  return textIn(given, 'text') ?? t('date.unknown');
}

/** `2016`, `2016-09` or `2016-09-02` as it is written in a language. */
export function dayWords(date: string, language: string): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const time = new Date(date.length === 4 ? `${date}-01-01` : date);
  if (date.length === 4 || Number.isNaN(time.getTime())) return date;
  const parts: Intl.DateTimeFormatOptions =
    date.length === 7 ? { month: 'long', year: 'numeric' } : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(time);
}
