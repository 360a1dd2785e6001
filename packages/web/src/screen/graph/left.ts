/** The graph as it was left, for whoever comes back to it from the map or a record; gone with the session. */
import type { Asked } from '../../app/address.ts';
import type { CarriedKey } from '../../app/carried.ts';
import { questions } from '../../app/questions.ts';
import { acted, begun, type Past } from './picture/past.ts';
import { emptyPicture, type Filter, type Picture } from './picture/picture.ts';
import type { Ends } from './use-graph.ts';

interface Left {
  /** How the address said that it begins. */
  beginning: string;
  past: Past<Picture>;
  ends: Ends;
}

const key = ['graph-left'];
questions.setQueryDefaults(key, { gcTime: Infinity, structuralSharing: false });

/** The record or saved graph that it begins with, and the words that were looked for. */
type Beginning = readonly [start: string | undefined, view: string | undefined, q: string | undefined];
const unsaid = JSON.stringify([undefined, undefined, undefined]);

/** What kinds and period the address names. */
const filterIn = ({
  type,
  since,
  before,
}: Asked<CarriedKey>): Pick<Filter, 'types' | 'since' | 'before'> => ({
  types: type?.split(',') ?? [],
  since,
  before,
});

/** Kept in what is asked of the cell, which is emptied where somebody signs out or in. */
export function leave(beginning: Beginning, past: Past<Picture>, ends: Ends): void {
  questions.setQueryData<Left>(key, { beginning: JSON.stringify(beginning), past, ends });
}

/** What was left where the address begins in the same way, or does not say how; else an empty graph with its filter. */
export function leftAt(address: Asked<CarriedKey>): { past: Past<Picture>; ends: Ends; isLeft: boolean } {
  const left = questions.getQueryData<Left>(key);
  const beginning = JSON.stringify([address.start, address.view, address.q]);
  const filtered = (picture: Picture): Picture => ({
    ...picture,
    filter: { ...picture.filter, ...filterIn(address) },
  });
  if (left === undefined || left.past.now.nodes.size === 0 || ![left.beginning, unsaid].includes(beginning)) {
    return { past: begun(filtered(emptyPicture)), ends: {}, isLeft: false };
  }
  const isSame = Object.keys(address).length === 0 || sameFilter(filterIn(address), left.past.now.filter);
  return { past: isSame ? left.past : acted(left.past, filtered), ends: left.ends, isLeft: true };
}

const sameFilter = (one: ReturnType<typeof filterIn>, other: Filter): boolean =>
  one.since === other.since && one.before === other.before && one.types.join() === other.types.join();
