/** Timestamps of STIX 2.1 §2.16: RFC 3339 in UTC with `Z`, any number of digits after the second. */

const digits = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const millisecondsOfDay = 86_400_000;

/**
 * Microseconds since 1970-01-01T00:00:00Z, or `undefined` for what is no timestamp: another form, a date that
 * the calendar lacks, the year 0, a leap second. Digits beyond the sixth are cut off.
 */
export function parseTimestamp(text: string): bigint | undefined {
  if (!isTimestamp(text)) return undefined;
  const seconds = wholeSeconds(text);
  return BigInt(seconds) * 1_000_000n + BigInt(fraction(text));
}

/** What is said of a timestamp that cannot be kept. */
export const unkept = 'must be a time of the years 1685 to 2254';

/**
 * Whether a timestamp can be kept: microseconds are kept as the whole numbers of doubles, which end in July 1684 and
 * June 2255. What is reckoned from it, as the next working day, can be then as well.
 */
export const isKeepable = (text: string): boolean => text >= '1685' && text < '2255';

/** Whether a text is a timestamp; the same rule as `parseTimestamp`, without making a number. */
export function isTimestamp(text: string): boolean {
  const { length } = text;
  if (length < 20 || text.charCodeAt(length - 1) !== 90) return false;
  for (const index of digits) if (!isDigit(text.charCodeAt(index))) return false;
  return hasSigns(text) && hasFraction(text, length) && isInCalendar(text);
}

/**
 * A timestamp with exactly six digits after the second, as `2026-01-31T08:00:00.000000Z`. For years 1 to 9999;
 * throws RangeError outside the range of ECMAScript dates.
 * @param micros since 1970; a number is taken as exact, as it is until the year 2255
 */
export function formatTimestamp(micros: bigint | number): string {
  if (typeof micros === 'number') {
    const rest = ((micros % 1_000_000) + 1_000_000) % 1_000_000;
    return written((micros - rest) / 1_000_000, rest);
  }
  const rest = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return written(Number((micros - rest) / 1_000_000n), Number(rest));
}

const written = (seconds: number, micros: number): string =>
  `${new Date(seconds * 1000).toISOString().slice(0, -5)}.${String(micros).padStart(6, '0')}Z`;

/**
 * Compares two timestamps by instant: negative, zero or positive, as a sort wants it. Every digit counts, also
 * beyond the microsecond. Both must be timestamps.
 */
export function compareTimestamps(left: string, right: string): number {
  // To the second, both have the same fixed width, so the order of the texts is that of the instants.
  const [whole, other] = [left.slice(0, 19), right.slice(0, 19)];
  if (whole !== other) return whole < other ? -1 : 1;
  const [part, otherPart] = [fractionDigits(left), fractionDigits(right)];
  return part === otherPart ? 0 : part < otherPart ? -1 : 1;
}

/** How many digits stand after the second of a timestamp. */
export const fractionLength = (text: string): number => (text.length > 20 ? text.length - 21 : 0);

/** Digits after the second without closing zeros: their order as text is their order as numbers. */
function fractionDigits(text: string): string {
  let end = text.length - 1;
  while (end > 20 && text.charCodeAt(end - 1) === 48) end -= 1;
  return text.slice(20, Math.max(20, end));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function hasSigns(text: string): boolean {
  return (
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58
  );
}

function hasFraction(text: string, length: number): boolean {
  if (length === 20) return true;
  if (length === 21 || text.charCodeAt(19) !== 46) return false;
  for (let index = 20; index < length - 1; index += 1) if (!isDigit(text.charCodeAt(index))) return false;
  return true;
}

function isInCalendar(text: string): boolean {
  const [year, month, day] = [number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > (daysOfMonth[month - 1] as number))
    return false;
  if (month === 2 && day === 29 && !isLeap(year)) return false;
  return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function wholeSeconds(text: string): number {
  // Date.UTC reads years below 100 as 19xx; 400 years are a whole number of days in the calendar.
  const days =
    Date.UTC(number(text, 0, 4) + 400, number(text, 5, 7) - 1, number(text, 8, 10)) / millisecondsOfDay;
  const day = days - 146_097;
  return day * 86_400 + number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, 19);
}

function fraction(text: string): number {
  const end = Math.min(text.length - 1, 26);
  let value = 0;
  for (let index = 20; index < 26; index += 1) {
    value = value * 10 + (index < end ? text.charCodeAt(index) - 48 : 0);
  }
  return value;
}
