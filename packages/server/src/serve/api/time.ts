/** Times on the wire. */
import { formatTimestamp, parseTimestamp } from '@entente/core/stix/timestamp';

/** Microseconds as they are written on the wire. */
export const timeText = (micros: number): string => formatTimestamp(micros);

/** The same; null where there is none. */
export const timeOrNull = (micros: number | undefined): string | null =>
  micros === undefined ? null : timeText(micros);

/** Microseconds of a timestamp of the contract, which has looked at it. */
export const micros = (time: string): number => Number(parseTimestamp(time));

/** The same; `undefined` where there is none. */
export const microsOf = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : micros(time);
