/** The lines of the timeline: one for each person, group or thing, with its events across. */
import type { Entry } from '../../record/object.ts';
import { birthsOf, meets, momentsOf, putIn, subjectOf, type Moment, type Span } from '../../record/when.ts';

export interface Event {
  entry: Entry;
  moment: Moment;
}

export interface Line {
  /** The object whose line it is. */
  subject: string;
  events: Event[];
}

/**
 * Every event with a date of its own; what has none, where that is asked for, by when it was put in.
 * Events of one line are in the order of time, and lines in that of their first event.
 */
export function linesOf(entries: readonly Entry[], withPutIn: boolean): Line[] {
  const lines = new Map<string, Line>();
  for (const entry of entries) {
    const own = momentsOf(entry.object);
    const moments = own.length === 0 && withPutIn ? putIn(entry) : own;
    for (const moment of moments) {
      const subject = subjectOf(entry.object);
      const line = lines.get(subject) ?? { subject, events: [] };
      lines.set(subject, line);
      line.events.push({ entry, moment });
    }
  }
  for (const { events } of lines.values()) events.sort((a, b) => a.moment.start - b.moment.start);
  return [...lines.values()].sort((a, b) => firstOf(a) - firstOf(b));
}

const firstOf = ({ events }: Line): number => events[0]?.moment.start ?? 0;

/** The lines within a period, with their events in it. */
export const linesWithin = (lines: readonly Line[], period: Span): Line[] =>
  lines.flatMap((line) => {
    const events = line.events.filter(({ moment }) => meets(moment, period));
    return events.length === 0 ? [] : [{ ...line, events }];
  });

/** From the first event to the last; `undefined` where there is none. */
export function extentOf(lines: readonly Line[]): Span | undefined {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { moment } of lines.flatMap(({ events }) => events)) {
    start = Math.min(start, moment.start);
    end = Math.max(end, moment.end);
  }
  return end < start ? undefined : { start, end };
}

export interface Birth {
  entry: Entry;
  born: Span;
}

export const birthsAmong = (entries: readonly Entry[]): Birth[] =>
  entries
    .flatMap((entry) => birthsOf(entry.object).map((born) => ({ entry, born })))
    .sort((a, b) => a.born.start - b.born.start);

/** Whether an entry has a date within the period. */
export const isWithin = ({ object }: Entry, period: Span): boolean =>
  momentsOf(object).some((moment) => meets(moment, period));
