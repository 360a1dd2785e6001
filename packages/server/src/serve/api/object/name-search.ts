/** How what a person types finds what records say. */
import { wordsOf } from '@entente/core/search/words';

export interface NameSearch {
  /** Words of the index, all of which must be found; with `prefix` the last may be a beginning. */
  read(text: string): { words: string[]; prefix: boolean };
}

/**
 * The words themselves, any script folded to ASCII as the index has them. The last word may be a beginning
 * unless something that ends a word follows it.
 */
export const foldedWords: NameSearch = {
  read: (text) => ({ words: wordsOf(text), prefix: /[\p{L}\p{M}\p{N}]$/u.test(text) }),
};
