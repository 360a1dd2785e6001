/** One member's feed: ADR 5, rule 9 and "The feed". */
import { isExempt, type Contribution } from './contribution.ts';
import { hub } from './notice.ts';
import type { Coalition } from './roster.ts';
import { compare, type Seen } from './view.ts';

/** A row: one contribution in the view at its place in the feed. */
export interface Row {
  dateAdded: bigint;
  /** When it came into the view, counted over the feed; stays while it stays, wherever the row moves. */
  entered: number;
  seen: Seen;
  /** Whether TAXII serves it in the collection `view`. */
  isServed: boolean;
}

export class Feed {
  readonly member: string;
  /** In the order of the feed. */
  rows: Row[] = [];
  private lastDate = 0n;
  private entries = 0;

  constructor(member: string) {
    this.member = member;
  }

  /** Takes the view after an act at `at`; `act` is its number, -1 where only time passed. */
  follow(view: readonly Seen[], at: bigint, act: number, coalition: Coalition): void {
    const before = new Map(this.rows.map((row) => [row.seen.contribution, row]));
    const after = view.toSorted((a, b) => orderInAct(a.contribution, b.contribution, act));
    const rows = after.map((seen): Row => {
      const old = before.get(seen.contribution);
      if (!old) this.entries += 1;
      return {
        dateAdded: old?.dateAdded ?? 0n,
        entered: old?.entered ?? this.entries,
        seen,
        isServed: false,
      };
    });
    for (const row of servedRows(rows, this.member, coalition)) row.isServed = true;
    const moved = rows.filter((row) => hasMoved(before.get(row.seen.contribution), row));
    for (const row of moved) {
      this.lastDate = at > this.lastDate ? at : this.lastDate + 1n;
      row.dateAdded = this.lastDate;
    }
    // What leaves the view leaves a removal row, which takes a date though TAXII skips it.
    const present = new Set(rows.map((row) => row.seen.contribution));
    for (const row of this.rows) {
      if (present.has(row.seen.contribution)) continue;
      this.lastDate = at > this.lastDate ? at : this.lastDate + 1n;
    }
    this.rows = rows.sort((a, b) => compare(a.dateAdded, b.dateAdded));
  }
}

/** What the act itself put in first, in input order; the rest by object, version, contributor, order of put. */
function orderInAct(a: Contribution, b: Contribution, act: number): number {
  const isNew = compare(Number(b.act === act), Number(a.act === act));
  if (isNew !== 0) return isNew;
  if (a.act === act) return a.order - b.order;
  return (
    compare(a.id, b.id) ||
    compare(a.version, b.version) ||
    compare(a.contributor, b.contributor) ||
    a.order - b.order
  );
}

function hasMoved(old: Row | undefined, now: Row): boolean {
  if (!old) return true;
  if (now.isServed && !old.isServed) return true;
  if (old.seen.projection !== now.seen.projection) return true;
  const had = new Set(old.seen.cuts.map((cut) => cut.selector));
  const has = new Set(now.seen.cuts.map((cut) => cut.selector));
  if ([...has].some((selector) => !had.has(selector))) return true;
  const opened = old.seen.cuts.filter((cut) => !has.has(cut.selector));
  const { references } = now.seen.contribution;
  return opened.some((cut) => cut.target === undefined || !isExempt(references, cut.target));
}

/** One contributor's versions of each object, and of each version the contribution put in first. */
function servedRows(rows: readonly Row[], member: string, coalition: Coalition): Row[] {
  const ids = new Set(rows.map((row) => row.seen.contribution.id));
  return [...ids].flatMap((id) => {
    const ofObject = rows.filter((row) => row.seen.contribution.id === id);
    const contributor = servedContributor(ofObject, member, coalition);
    return firstOfEachVersion(ofObject.filter((row) => row.seen.contribution.contributor === contributor));
  });
}

/**
 * The hub of what it says itself; else the creator if in the view, else the reader, else the contributor first in the
 * reader's feed. The creator is whom the contribution first in the feed names, as it is served: who comes later names
 * nobody creator.
 */
export function servedContributor(
  rows: readonly Row[],
  member: string,
  coalition: Coalition,
): string | undefined {
  const contributors = rows.map((row) => row.seen.contribution.contributor);
  if (contributors.includes(hub)) return hub;
  const first = rows.toSorted((a, b) => a.entered - b.entered)[0]?.seen;
  const named = first?.form['created_by_ref'];
  const creator = [...coalition.members.values()].find(({ identity }) => identity === named)?.id;
  if (creator !== undefined && contributors.includes(creator)) return creator;
  return contributors.includes(member) ? member : first?.contribution.contributor;
}

/** By version; of several contributions of one version, the one put in first. */
export function firstOfEachVersion(rows: readonly Row[]): Row[] {
  const sorted = rows.toSorted((a, b) => {
    const [left, right] = [a.seen.contribution, b.seen.contribution];
    return compare(left.version, right.version) || left.order - right.order;
  });
  return sorted.filter((row, index) => {
    const previous = sorted[index - 1]?.seen.contribution;
    return previous?.version !== row.seen.contribution.version;
  });
}
