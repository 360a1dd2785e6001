/** What a search asks, read from the wire. */
import type { SearchAsked } from '@entente/contract/search';
import type { NameSearch } from './name-search.ts';
import { microsOf } from '../time.ts';

/** What is looked for in the view. */
export interface Wanted {
  /** Folded; none: everything. */
  words: readonly string[];
  prefix: boolean;
  types: readonly string[] | undefined;
  contributors: readonly string[] | undefined;
  markings: readonly string[] | undefined;
  /** Microseconds. */
  since: number | undefined;
  before: number | undefined;
  /** Whether something was typed that has no word in it: then nothing is found. */
  isVain: boolean;
}

export function wantedOf(
  { q = '', type, contributor, marking, since, before }: SearchAsked,
  names: NameSearch,
): Wanted {
  const { words, prefix } = names.read(q);
  return {
    words,
    prefix,
    types: listOf(type),
    contributors: listOf(contributor),
    markings: listOf(marking),
    since: microsOf(since),
    before: microsOf(before),
    isVain: q.trim() !== '' && words.length === 0,
  };
}

const listOf = (text: string | undefined): string[] | undefined =>
  text?.split(',').filter((one) => one !== '');
