/** What is read of a member's view: entries, neighbours, words and counts. */
import type { JsonObject } from '@entente/core/stix/types';
import { referencesOf } from './contribution.ts';
import { firstOfEachVersion, type Row } from './feed.ts';
import { textsOf } from './form.ts';
import type { Handed } from './handed.ts';
import { printPath } from './tree.ts';
import type { Seen } from './view.ts';

/** One of an object's neighbours: what it names, or what names it, in the view. */
export interface Neighbour {
  /** The object at the other side. */
  id: string;
  /** Where the reference stands, in the form served. */
  path: string;
  direction: 'out' | 'in';
}

/** One contribution as a member sees it. */
export interface ViewEntry {
  id: string;
  version: bigint;
  contributor: string;
  form: JsonObject;
  cuts: string[];
}

export function claimsIn(all: readonly Row[], id: string): ViewEntry[] {
  const rows = all.filter((row) => row.seen.contribution.id === id);
  const contributors = [...new Set(rows.map((row) => row.seen.contribution.contributor))].sort();
  return contributors.flatMap((contributor) => {
    const own = firstOfEachVersion(rows.filter((row) => row.seen.contribution.contributor === contributor));
    const last = own.at(-1);
    return last ? [entryOf(last.seen)] : [];
  });
}

/** @param latest the served latest versions */
export function neighboursIn(latest: readonly ViewEntry[], id: string): Neighbour[] {
  const here = new Set(latest.map((entry) => entry.id));
  if (!here.has(id)) return [];
  const found = latest.flatMap((entry) =>
    referencesOf(entry.form).flatMap(({ target, path: steps }): Neighbour[] => {
      const path = printPath(steps);
      if (entry.id === id && target !== id && here.has(target))
        return [{ id: target, path, direction: 'out' }];
      return target === id && entry.id !== id ? [{ id: entry.id, path, direction: 'in' }] : [];
    }),
  );
  return found.sort((a, b) => compareText(a.id, b.id) || compareText(a.path, b.path));
}

export function searchIn(latest: readonly ViewEntry[], words: string, handed: Handed): ViewEntry[] {
  const wanted = handed.fold(words);
  return latest.filter((entry) => {
    const has = new Set(textsOf(entry.form, handed).flatMap((text) => [...handed.fold(text)]));
    return wanted.length > 0 && wanted.every((word) => has.has(word));
  });
}

export function countsOf(latest: readonly ViewEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { form } of latest) counts[String(form['type'])] = (counts[String(form['type'])] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function compareSeen({ contribution: a }: Seen, { contribution: b }: Seen): number {
  const versions = a.version < b.version ? -1 : a.version > b.version ? 1 : 0;
  return (
    compareText(a.id, b.id) || versions || compareText(a.contributor, b.contributor) || a.order - b.order
  );
}

export const entryOf = ({ contribution, form, cuts }: Seen): ViewEntry => ({
  id: contribution.id,
  version: contribution.version,
  contributor: contribution.contributor,
  form,
  cuts: cuts.map((cut) => cut.selector),
});
