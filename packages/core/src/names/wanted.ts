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
  /** Its own number in the index, where that has it. */
  readonly token: number | undefined;
  readonly likes: Likes;
}

/** Below this likeness two tokens do not stand for each other. */
export const leastQuality = 0.3;
/** As `measures` has them: where nothing contradicts, and where all that is left is unlike. */
export const near = { nothingLeft: 0.5, unlike: -3 } as const;
/** Tenths of bits of an initial, which tells most of what contradicts nothing. */
export const slight = 15;
