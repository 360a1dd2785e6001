/** The names proper of two organisations: what is left of them where words that mean something are put aside. */
import { align, type Alignment, type Match } from './align.ts';
import { roughFormsOf } from './classes.ts';
import type { Token } from './normalise.ts';

/** Below this, two that have other consonants are two names: a bank Belgar is not the bank Belmar. */
const leastAlike = 0.7;
/** What is said letter by letter has no vowel. */
const letters = /^[^aeiouyаеёиоуыэюяіїєαεηιουω]+$/;

export const isTelling = ({ isInitial, left }: Match): boolean =>
  !isInitial && left.some(({ isParticle }) => !isParticle);

/**
 * Aligns them as names of persons are, but for one: that is nobody's who has other consonants, as a body is called by it
 * alone and a person by several.
 * @param isNamed whether they have words in common by which bodies are called
 */
export function alignProper(one: readonly Token[], two: readonly Token[], isNamed: boolean): Alignment {
  const alignment = align(one, two);
  const telling = alignment.matches.filter(isTelling);
  const [match] = telling;
  if (isNamed || match === undefined || telling.length > 1 || !areApart(match)) return alignment;
  return {
    matches: alignment.matches.filter((other) => other !== match),
    left: [...alignment.left, ...match.left],
    right: [...alignment.right, ...match.right],
  };
}

function areApart({ left, right, quality }: Match): boolean {
  const [one, two] = [left[0], right[0]];
  if (one === undefined || two === undefined || left.length + right.length > 2) return false;
  if (areOtherLetters(one, two)) return true;
  const forms = roughFormsOf(two);
  return quality < leastAlike && ![...roughFormsOf(one)].some((form) => forms.has(form));
}

/** Whether both are letters that stand for words, of one script and not the same. */
export const areOtherLetters = (one: Token | undefined, two: Token | undefined): boolean =>
  one !== undefined &&
  two !== undefined &&
  one.script === two.script &&
  one.text !== two.text &&
  letters.test(one.text) &&
  letters.test(two.text);
