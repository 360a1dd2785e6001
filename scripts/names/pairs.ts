/** The pairs of names that were judged (names-dev.tsv, CC0), and their measures. */
import { align } from '../../packages/core/src/names/align.ts';
import { takeApartForMany } from '../../packages/core/src/names/compare.ts';
import { measures, measuresOf } from '../../packages/core/src/names/measures.ts';
import { tokensOf } from '../../packages/core/src/names/normalise.ts';
import { scripts as seven } from '../../packages/core/src/names/script.ts';
import { readJudgedPairs, type JudgedPair } from '../../packages/testkit/src/bench/public-figures.ts';

export interface Judged extends JudgedPair {
  /** Whether both are in one of the seven scripts. */
  isWithin: boolean;
  measures: number[];
}

/** Reads a file of pairs; the one that was learnt from where none is given. */
export const readPairs = (file?: string): Judged[] =>
  readJudgedPairs(file).map((pair) => {
    const found = measuresOf(align(takeApartForMany(pair.left).tokens, tokensOf(pair.right)));
    return {
      ...pair,
      isWithin: pair.scripts.every((script) => (seven as readonly string[]).includes(script)),
      measures: measures.map((measure) => found[measure]),
    };
  });
