/** The matrix of members and parts: what stands in each cell, from what the cell explains. */
import type { Explanation } from '@entente/contract/label';

export type Verdict = Explanation['verdict'];
export type Reason = Explanation['reasons'][number];
type Part = NonNullable<Explanation['parts']>[number];

/** A part that some member may not have though it has the object. */
export interface Column {
  key: string;
  kind: 'reference' | 'portion';
  target?: string | undefined;
  selectors: readonly string[];
}

export interface Cell {
  /** `nothing` where the member does not get the object itself. */
  verdict: Verdict | 'nothing';
  reasons: readonly Reason[];
}

export const keyOf = ({ kind, target, selectors = [] }: Part): string =>
  `${kind} ${target ?? selectors.join(' ')}`;

/** Portions first, then references, in the order in which they are met. */
export function columnsOf(items: readonly Explanation[]): Column[] {
  const columns = new Map<string, Column>();
  for (const part of items.flatMap(({ parts = [] }) => parts)) {
    const { kind, target, selectors = [] } = part;
    columns.set(keyOf(part), { key: keyOf(part), kind, target, selectors });
  }
  return [...columns.values()].toSorted(
    (a, b) => Number(a.kind === 'reference') - Number(b.kind === 'reference'),
  );
}

/** The cell of a member and a part; of the object itself where no part is named. */
export function cellOf({ verdict, reasons, parts = [] }: Explanation, column?: Column): Cell {
  if (column === undefined) return { verdict, reasons };
  if (verdict === 'no') return { verdict: 'nothing', reasons: [] };
  const part = parts.find((one) => keyOf(one) === column.key);
  return part === undefined ? { verdict: 'yes', reasons: [] } : { verdict: part.open, reasons: part.reasons };
}

/** Lower case without accents, so that a name is found as one types it. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
