/** When things happened, as records date them; milliseconds since 1970. */
import { detailsOf, endsOf, recordsIn, textIn, textsIn, type Entry, type StixObject } from './object.ts';

/** From when to when; the same where only one is said. */
export interface Span {
  start: number;
  end: number;
}

export type MomentKind = 'happened' | 'seen' | 'observed' | 'valid' | 'published' | 'put-in';
export type Moment = Span & { kind: MomentKind };

const dated: readonly (readonly [MomentKind, start: string, end: string])[] = [
  ['happened', 'start_time', 'stop_time'],
  ['seen', 'first_seen', 'last_seen'],
  ['observed', 'first_observed', 'last_observed'],
  ['valid', 'valid_from', 'valid_until'],
  ['published', 'published', 'published'],
];

/** The dates of an object's own: when it happened, was seen, observed, held or was published. */
export function momentsOf(object: StixObject): Moment[] {
  return dated.flatMap(([kind, startKey, endKey]): Moment[] => {
    const [start, end] = [timeIn(object, startKey), timeIn(object, endKey)];
    const [from, to] = [start ?? end, end ?? start];
    return from === undefined || to === undefined ? [] : [{ kind, start: from, end: Math.max(from, to) }];
  });
}

/** When the version was made: what is left where an object has no date of its own. */
export function putIn({ version }: Entry): Moment[] {
  const at = version === null ? Number.NaN : Date.parse(version);
  return Number.isNaN(at) ? [] : [{ kind: 'put-in', start: at, end: at }];
}

/** Birth dates of the Gregorian calendar, each as the stretch of days that it leaves open. */
export function birthsOf(object: StixObject): Span[] {
  return recordsIn(detailsOf(object), 'birth_dates').flatMap((birth): Span[] => {
    if ((textIn(birth, 'calendar') ?? 'gregorian') !== 'gregorian') return [];
    const date = textIn(birth, 'date');
    const from = stretchOf(textIn(birth, 'from') ?? date);
    const to = stretchOf(textIn(birth, 'to') ?? date) ?? from;
    return from === undefined || to === undefined
      ? []
      : [{ start: from.start, end: Math.max(from.end, to.end) }];
  });
}

/** Whose line an object stands on: a link on that of its source, a sighting on that of what was seen. */
export function subjectOf(object: StixObject): string {
  const ends = endsOf(object);
  if (ends !== undefined) return object.type === 'sighting' || ends.source === '' ? ends.target : ends.source;
  return object.type === 'observed-data' ? (textsIn(object, 'object_refs')[0] ?? object.id) : object.id;
}

export const meets = (one: Span, other: Span): boolean => one.start <= other.end && one.end >= other.start;

const day = 86_400_000;

/** The first and last millisecond that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean. */
function stretchOf(date: string | undefined): Span | undefined {
  const [, year, month, ofMonth] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date ?? '') ?? [];
  if (year === undefined) return undefined;
  const start = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(ofMonth ?? 1));
  if (ofMonth !== undefined) return { start, end: start + day - 1 };
  const next = month === undefined ? Date.UTC(Number(year) + 1, 0) : Date.UTC(Number(year), Number(month));
  return { start, end: next - 1 };
}

function timeIn(object: StixObject, key: string): number | undefined {
  const time = Date.parse(textIn(object, key) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
