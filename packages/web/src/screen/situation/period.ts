/** Since when: the end of the last visit, or a stretch of days. */
export const periods = ['visit', 'day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

const hour = 3_600_000;
const days = { day: 1, week: 7, month: 30 } as const;

export function periodOf(asked: string | undefined, visited: string | null | undefined): Period {
  const period = periods.find((one) => one === asked) ?? 'visit';
  return period === 'visit' && visited === null ? 'week' : period;
}

/** @param now milliseconds; whole hours are counted back from, so that the question stays the same */
export function sinceOf(period: Period, visited: string | null, now: number): string {
  if (period === 'visit') return visited ?? sinceOf('week', null, now);
  const back = Math.floor(now / hour) * hour - days[period] * 24 * hour;
  return new Date(back).toISOString();
}
