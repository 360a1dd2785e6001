/** Working days of the host: where a silence may end. Times are microseconds since 1970. */

/** Set for the cell. Zones are a fixed rule, so that the same calendar gives the same expiry everywhere. */
export interface WorkingCalendar {
  /** Minutes that the host's clocks are ahead of UTC. */
  readonly offset: number;
  /** Days of rest in each week: 0 is Sunday. At least one day is left for work. */
  readonly weekend: readonly number[];
  /** Days of rest besides, as YYYY-MM-DD in the host's time. */
  readonly holidays: readonly string[];
}

export const minute = 60_000_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Saturday and Sunday are for rest, by UTC: what holds until the cell sets another calendar. */
export const usualCalendar: WorkingCalendar = { offset: 0, weekend: [0, 6], holidays: [] };

/** Day number since 1970 in the host's time. 1 January 1970 was a Thursday. */
const dayOf = (at: number, { offset }: WorkingCalendar): number => Math.floor((at + offset * minute) / day);

const nameOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

const isRest = (number: number, { weekend }: WorkingCalendar, holidays: ReadonlySet<string>): boolean =>
  weekend.includes((((number + 4) % 7) + 7) % 7) || holidays.has(nameOf(number));

/**
 * The moment itself on a working day; else the same hour of the next working day.
 * @throws RangeError where the calendar has no working day in a week
 */
export function workingMoment(at: number, calendar: WorkingCalendar): number {
  if (new Set(calendar.weekend).size > 6) throw new RangeError('a week without a working day');
  const holidays = new Set(calendar.holidays);
  let moved = at;
  while (isRest(dayOf(moved, calendar), calendar, holidays)) moved += day;
  return moved;
}

/** Whether a text names a day that there is, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
