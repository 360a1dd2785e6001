/** The pairs of names that were judged (names-dev.tsv, CC0), and their measures. */
import { align } from '../../packages/core/src/names/align.ts';
import { takeApartForMany } from '../../packages/core/src/names/compare.ts';
import { measures, measuresOf } from '../../packages/core/src/names/measures.ts';
import { tokensOf, type Token } from '../../packages/core/src/names/normalise.ts';
import { scripts as seven } from '../../packages/core/src/names/script.ts';
import { tokenLikeness } from '../../packages/core/src/names/variants.ts';
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

/** Of how many judged pairs one lends a word of either name; and words that are more alike than this may be one name. */
const [lendingEvery, mayBeOne] = [40, 0.6];

/**
 * Names of one word are hardly judged anywhere: so the words of judged pairs, each alone beside the one that stands where it
 * does in the other name. Those of two persons are two names, unless they are alike, as people share given names.
 */
export function singleWords(judged: readonly Judged[]): Judged[] {
  const lending = judged.filter(({ isWithin }, index) => isWithin && index % lendingEvery === 0);
  return lending.flatMap((pair) => {
    const [left, right] = [wordsOf(pair.left), wordsOf(pair.right)];
    if (left.length !== right.length || left.length < 2) return [];
    return left.flatMap((one, place): Judged[] => {
      const other = right[place] as Token;
      if (one.isInitial || other.isInitial) return [];
      if (!pair.isSame && tokenLikeness(one, other) > mayBeOne) return [];
      const found = measuresOf(align([one], [other]));
      return [
        { ...pair, left: one.text, right: other.text, measures: measures.map((measure) => found[measure]) },
      ];
    });
  });
}

/** In the order in which they are said. */
const wordsOf = (name: string): Token[] => {
  const [family = '', given = ''] = name.split(/,(.*)/s);
  return tokensOf(given === '' ? name : `${given} ${family}`);
};
