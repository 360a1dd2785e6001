/** How long it is until a moment, or since one, in the largest unit that is whole. */

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** As “in 3 days” or “2 hours ago”. @param now milliseconds since 1970 */
export function distance(time: string, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { numeric: 'always' });
  const gap = Date.parse(time) - now;
  const [unit, length] = units.find(([, one]) => Math.abs(gap) >= one) ?? units[2];
  return format.format(Math.trunc(gap / length), unit);
}

/** Whether less than a day is left, or none. */
export const isNear = (time: string, now: number): boolean => Date.parse(time) - now < 86_400_000;
