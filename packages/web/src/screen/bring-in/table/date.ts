/**
 * Dates as tables write them, whole or partial, in English and French. Nothing is guessed: what can be read in two
 * ways goes by the order that was chosen for the table, and what cannot be read stays as it is written.
 */
import type { PartialDate } from '@entente/core/extension/details';

/** How 03/04/1990 is read. */
export const dateOrders = ['day-month', 'month-day'] as const;
export type DateOrder = (typeof dateOrders)[number];

const months = [
  ['january', 'janvier', 'jan', 'janv'],
  ['february', 'fevrier', 'feb', 'fev', 'fevr'],
  ['march', 'mars', 'mar'],
  ['april', 'avril', 'apr', 'avr'],
  ['may', 'mai'],
  ['june', 'juin', 'jun'],
  ['july', 'juillet', 'jul', 'juil'],
  ['august', 'aout', 'aug'],
  ['september', 'septembre', 'sep', 'sept'],
  ['october', 'octobre', 'oct'],
  ['november', 'novembre', 'nov'],
  ['december', 'decembre', 'dec'],
];
const monthByName = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const about = /^(?:c(?:irca|a)?\.?|about|approx(?:imately|\.)?|around|env(?:iron|\.)?|vers|autour de|~)\s*/;
const range =
  /^(?:(?:between|from|entre|de)\s+)?(.+?)\s*(?:\s(?:and|to|et|a)\s|–|—|\s-\s|(?<=^\d{4})[-/](?=\d{4}$))\s*(.+)$/;

/** A date of a table. Its words stay in `text` wherever more than the day was read from them, or nothing. */
export function dateOf(written: string, order: DateOrder): PartialDate {
  const text = written.trim();
  const plain = folded(text);
  const approximate = about.test(plain);
  const rest = plain.replace(about, '');
  const single = pointOf(rest, order);
  if (single !== undefined) {
    const precision = approximate ? 'approximate' : precisionOf(single);
    return { precision, date: single, ...(approximate ? { text } : {}) };
  }
  const ends = range.exec(rest);
  const [from, to] = [pointOf(ends?.[1] ?? '', order), pointOf(ends?.[2] ?? '', order)];
  if (from !== undefined && to !== undefined && from.slice(0, 4) <= to.slice(0, 4)) {
    return { precision: approximate ? 'approximate' : 'between', from, to, text };
  }
  return { precision: 'unknown', text };
}

const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ');

const precisionOf = (date: string): 'exact' | 'month' | 'year' =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'exact';

/** YYYY, YYYY-MM or YYYY-MM-DD; two digits are no year. */
function pointOf(text: string, order: DateOrder): string | undefined {
  const trimmed = text.trim().replace(/[.,]$/, '');
  const year = /^\d{4}$/.exec(trimmed);
  if (year !== null) return parts(year[0], 0, 0);
  return numbered(trimmed, order) ?? worded(trimmed);
}

function numbered(text: string, order: DateOrder): string | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/.exec(text);
  if (yearFirst !== null) return parts(yearFirst[1], Number(yearFirst[2]), Number(yearFirst[3] ?? 0));
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed !== null) return parts(packed[1], Number(packed[2]), Number(packed[3]));
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthYear !== null) return parts(monthYear[2], Number(monthYear[1]), 0);
  const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: 00:00(?::00)?)?$/.exec(text);
  if (yearLast === null) return undefined;
  const [one, other] = [Number(yearLast[1]), Number(yearLast[2])];
  const [day, month] = order === 'day-month' ? [one, other] : [other, one];
  // What can be read in one way only is read so, whatever the order: there is no thirteenth month.
  const isTurned = month > 12 && day <= 12;
  return parts(yearLast[3], isTurned ? day : month, isTurned ? month : day);
}

function worded(text: string): string | undefined {
  const dayFirst = /^(?:(\d{1,2})(?:er|st|nd|rd|th)?[ -])?([a-z]+)\.?,?[ -](\d{4})$/.exec(text);
  if (dayFirst !== null) return namedMonth(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  return monthFirst === null ? undefined : namedMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
}

function namedMonth(year = '', name = '', day = '0'): string | undefined {
  const month = monthByName.get(name);
  return month === undefined ? undefined : parts(year, month, Number(day));
}

/** Zeros stand for what is not known, as in 00/00/1980; what no calendar has is no date. */
function parts(year = '', month: number, day: number): string | undefined {
  if (Number(year) < 1000 || month > 12) return undefined;
  if (month === 0) return day === 0 ? year : undefined;
  const begin = `${year}-${String(month).padStart(2, '0')}`;
  if (day === 0) return begin;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day > days ? undefined : `${begin}-${String(day).padStart(2, '0')}`;
}

/** The first and the last day that a date may mean, as STIX times; nothing where it tells none. */
export function spanOf({ date, from, to }: PartialDate): { start: string; end: string } | undefined {
  const [first, last] = [from ?? date, to ?? date];
  if (first === undefined || last === undefined) return undefined;
  const [year, month = '12'] = last.split('-');
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const start = `${first}${'-01-01'.slice(first.length - 4)}`;
  const end = last.length === 10 ? last : `${year}-${month}-${String(lastDay).padStart(2, '0')}`;
  return { start: `${start}T00:00:00Z`, end: `${end}T23:59:59Z` };
}
