/** Times on the wire. */
import { formatTimestamp } from '@entente/core/stix/timestamp';

/** Microseconds as they are written on the wire. */
export const timeText = (micros: number): string => formatTimestamp(micros);

/** The same; null where there is none. */
export const timeOrNull = (micros: number | undefined): string | null =>
  micros === undefined ? null : timeText(micros);
