/**
 * What birth dates tell, in bits (Fellegi and Sunter 1969): how much oftener such a pair of dates is one person's than
 * two persons' of like age. What is missing tells nothing; 1 January means that only the year is known.
 */
import { isDay } from '../decision/calendar.ts';
import type { PartialDate } from '../extension/details.ts';

/** How two dates stand to each other, from what tells most for one person to what tells most against. */
export const birthMeetings = {
  day: 9,
  swapped: 6,
  month: 5,
  digit: 4,
  year: 4,
  within: 2,
  'next-year': 1,
  'year-alone': 0.5,
  other: -5,
} as const;

export type BirthMeeting = keyof typeof birthMeetings;

interface Day {
  readonly year: string;
  /** Absent where only the year is known. */
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a date as it may be asked for: YYYY, YYYY-MM or YYYY-MM-DD, of a day that there is. */
export const isBirth = (text: string): boolean => {
  const [, year, month = '01', day = '01'] = shape.exec(text) ?? [];
  return year !== undefined && isDay(`${year}-${month}-${day}`);
};

function dayOf(text: string): Day | undefined {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined) return undefined;
  return month === '01' && day === '01' ? { year } : { year, month, day };
}

/**
 * How a birth date that is asked for stands to those that are known of a person: the one that tells most for it.
 * @param asked YYYY, YYYY-MM or YYYY-MM-DD
 * @returns `undefined` where nothing can be said
 */
export function meetBirths(asked: string, known: readonly PartialDate[]): BirthMeeting | undefined {
  const day = dayOf(asked);
  if (day === undefined) return undefined;
  const found = known.flatMap((date) => meet(day, date) ?? []);
  return found.reduce<BirthMeeting | undefined>(
    (best, one) => (best === undefined || birthMeetings[one] > birthMeetings[best] ? one : best),
    undefined,
  );
}

function meet(asked: Day, { precision, calendar, date, from, to }: PartialDate): BirthMeeting | undefined {
  if (calendar !== undefined && calendar !== 'gregorian') return undefined;
  if (date === undefined) return meetStretch(asked, from, to);
  const day = dayOf(date);
  if (day === undefined) return undefined;
  if (precision !== 'approximate') return meetDays(asked, day);
  const apart = Math.abs(Number(asked.year) - Number(day.year));
  return apart <= 2 ? 'within' : apart <= 5 ? undefined : 'other';
}

function meetStretch(asked: Day, from: string | undefined, to: string | undefined): BirthMeeting | undefined {
  if (from === undefined || to === undefined) return undefined;
  const year = asked.year;
  return year >= from.slice(0, 4) && year <= to.slice(0, 4) ? 'within' : 'other';
}

function meetDays(one: Day, other: Day): BirthMeeting {
  const isWhole = [one, other].every(({ day }) => day !== undefined);
  const sameYear = one.year === other.year;
  if (isWhole) {
    const [a, b] = [one, other].map(({ year, month, day }) => `${year}${month}${day}`) as [string, string];
    if (a === b) return 'day';
    if (sameYear && one.day === other.month && one.month === other.day) return 'swapped';
    if ([...a].filter((digit, at) => digit !== b[at]).length === 1) return 'digit';
    return sameYear ? 'year-alone' : 'other';
  }
  if (!sameYear) return Math.abs(Number(one.year) - Number(other.year)) === 1 ? 'next-year' : 'other';
  if (one.month === undefined || other.month === undefined) return 'year';
  return one.month === other.month ? 'month' : 'year-alone';
}
