/** Weeks as a picture and a table have them: the commonest kinds each by itself, the rest together. */
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';

export type Weeks = AnswerOf<Operations['arrivalWeeks']>['weeks'];

export interface WeekTable {
  /** The types of each kind: the commonest by itself and first, all others together last. */
  kinds: string[][];
  weeks: {
    from: string;
    /** The beginning of the next week. */
    before: string;
    /** In the order of the kinds. */
    counts: number[];
    total: number;
  }[];
}

const week = 7 * 86_400_000;

/** @param most how many kinds stand by themselves */
export function weekTable(weeks: Weeks, most = 6): WeekTable {
  const totals = new Map<string, number>();
  for (const { type, objects } of weeks.flatMap(({ types }) => types)) {
    totals.set(type, (totals.get(type) ?? 0) + objects);
  }
  const byTotal = [...totals].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const types = byTotal.map(([type]) => type);
  const alone = types.length <= most ? types : types.slice(0, most - 1);
  const rest = types.slice(alone.length);
  const kinds = [...alone.map((type) => [type]), ...(rest.length === 0 ? [] : [rest])];
  return {
    kinds,
    weeks: weeks.map(({ from, types: counted }) => {
      const sum = (of: (type: string) => boolean): number =>
        counted.reduce((all, { type, objects }) => all + (of(type) ? objects : 0), 0);
      return {
        from,
        before: new Date(Date.parse(from) + week).toISOString(),
        counts: kinds.map((kind) => sum((type) => kind.includes(type))),
        total: sum(() => true),
      };
    }),
  };
}
