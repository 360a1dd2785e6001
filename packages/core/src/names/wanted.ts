/** What is looked for in an index of names. */
import type { Likes } from './vocabulary.ts';

/** One token of the name that is looked up, or several as one, with the tokens that it may stand for. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
  /** What it tells, in bits. */
  readonly weight: number;
  /** An initial or a particle: looked for where nothing else is. */
  readonly isSlight: boolean;
  /** Of an initial, whether a token of the index may begin with it. */
  readonly mayBegin: ((token: number) => boolean) | undefined;
  /** Its own number in the index, where that has it. */
  readonly token: number | undefined;
  readonly likes: Likes;
}

/** Single tokens stand before those of several as one. */
export const singlesOf = (wanted: readonly Wanted[]): readonly Wanted[] =>
  wanted.filter(({ from, to }) => to - from === 1);

/** What names are found by: all but what is slight, or that where nothing else is. */
export function tellingOf(wanted: readonly Wanted[]): readonly Wanted[] {
  const words = wanted.filter(({ isSlight }) => !isSlight);
  return words.length > 0 ? words : wanted;
}
