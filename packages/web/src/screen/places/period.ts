/** Periods of a day, a week, a month or a year, in universal time; and what of time the address says. */
import type { Span } from '../../record/when.ts';

export const units = ['day', 'week', 'month', 'year'] as const;
export type Unit = (typeof units)[number];

const day = 86_400_000;

/** When the unit begins in which a moment lies; weeks begin on Monday (ISO 8601). */
export function beginningOf(unit: Unit, at: number): number {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'year') return Date.UTC(year, 0);
  if (unit === 'month') return Date.UTC(year, month);
  const midnight = Date.UTC(year, month, date.getUTCDate());
  return unit === 'day' ? midnight : midnight - ((date.getUTCDay() + 6) % 7) * day;
}

/** The beginning of a unit some steps further on, or back. */
export function stepped(unit: Unit, beginning: number, steps: number): number {
  const date = new Date(beginning);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'year') return Date.UTC(year + steps, 0);
  if (unit === 'month') return Date.UTC(year, month + steps);
  return beginning + steps * (unit === 'day' ? day : 7 * day);
}

export function unitAround(unit: Unit, at: number): Span {
  const start = beginningOf(unit, at);
  return { start, end: stepped(unit, start, 1) - 1 };
}

/** The unit that a period is exactly one of. */
export const unitOf = ({ start, end }: Span): Unit | undefined =>
  units.find((unit) => unitAround(unit, start).start === start && unitAround(unit, start).end === end);

/** The smallest unit of which no more than so many make up the period. */
export const unitFor = ({ start, end }: Span, most: number): Unit =>
  units.find((unit) => (end - start) / lengthOf[unit] <= most) ?? 'year';

const lengthOf: Readonly<Record<Unit, number>> = { day, week: 7 * day, month: 30 * day, year: 365 * day };

/** Beginnings of units within a period, a few apart where there would be too many. */
export function ticksOf({ start, end }: Span, most: number): { unit: Unit; at: number[] } {
  const unit = unitFor({ start, end }, 2 * most);
  const many = (end - start) / lengthOf[unit];
  const step = Math.max(1, Math.ceil(many / most));
  const at: number[] = [];
  for (let tick = beginningOf(unit, start); tick <= end; tick = stepped(unit, tick, step)) {
    if (tick >= start) at.push(tick);
  }
  return { unit, at };
}

/** The stretch that days of the address name: from the first day on, and up to the last before `before`. */
export function periodOf(since: string | undefined, before: string | undefined): Span | undefined {
  const [start, end] = [Date.parse(since ?? ''), Date.parse(before ?? '')];
  if (Number.isNaN(start) && Number.isNaN(end)) return undefined;
  return {
    start: Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start,
    end: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end - 1,
  };
}

/** The same as the address says it. */
export const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);
export function addressOf({ start, end }: Span): { since: string; before: string } {
  return { since: dayText(start), before: dayText(beginningOf('day', end) + day) };
}
