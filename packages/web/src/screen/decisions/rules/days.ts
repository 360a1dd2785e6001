/** Days and zones as working calendars name them. */
import { useTranslation } from 'react-i18next';

/** Days of the week from Monday, with their names; 0 is Sunday. */
export function useDayNames(): { day: number; name: string }[] {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  // 4 January 1970 was a Sunday.
  return [1, 2, 3, 4, 5, 6, 0].map((day) => ({
    day,
    name: format.format(new Date(Date.UTC(1970, 0, 4 + day))),
  }));
}

/** Minutes ahead of UTC as “UTC+05:30”. */
export function zoneText(offset: number): string {
  if (offset === 0) return 'UTC';
  const minutes = Math.abs(offset);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `UTC${offset < 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Every zone that clocks are set to, a quarter of an hour apart, and the one in force. */
export function zonesWith(offset: number): number[] {
  const usual = Array.from({ length: (26 * 60) / 15 + 1 }, (_none, index) => index * 15 - 12 * 60);
  return [...new Set([...usual, offset])].sort((one, other) => one - other);
}

/** Whether a text is a day that there is, as YYYY-MM-DD: 30 February becomes another day and is none. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${text}T`);
}

/** The first line that is no day, from 1; `undefined` where all are. */
export function wrongLine(text: string): { line: number; text: string } | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line !== '' && !isDay(line));
  return at < 0 ? undefined : { line: at + 1, text: lines[at] as string };
}

/** The days of a text of one a line, each once. */
export const daysIn = (text: string): string[] =>
  [...new Set(text.split(/\s+/).filter((day) => day !== ''))].sort();
