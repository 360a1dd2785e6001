/** Where the words of a text stand in it. */
import { wordsOf } from './words.ts';

/** A stretch of letters and digits, and the folded words that it comes to: several where a sign stands for several. */
export interface Run {
  /** Places in UTF-16 code units; `to` is behind it. */
  from: number;
  to: number;
  words: readonly string[];
}

/** Signs beyond ASCII count too: folded, some of them are letters, as ㎏ and ™ are. */
const runs = /(?:[\p{L}\p{M}\p{N}]|(?![\0-\x7f])\p{S})+/gu;

/** The words of a text as `wordsOf` has them, with their places. */
export function runsOf(text: string): Run[] {
  const found: Run[] = [];
  for (const { 0: run, index } of text.matchAll(runs)) {
    const words = wordsOf(run);
    if (words.length > 0) found.push({ from: index, to: index + run.length, words });
  }
  return found;
}
