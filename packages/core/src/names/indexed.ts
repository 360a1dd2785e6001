/** Under which tokens a name stands in an index, and is looked for: those of an organisation by what they mean. */
import { mostTokens } from './align.ts';
import type { TakenApart } from './compare.ts';
import { nextToNothing, type Token } from './normalise.ts';
import { beginningOf } from './organisation.ts';
import { shortestAcronym } from './translated.ts';

export const indexedTokens = ({ tokens, organisation: { isSure, words } }: TakenApart): readonly Token[] =>
  (isSure ? words.map(({ token }) => token) : tokens).slice(0, mostTokens);

/** The first letters of an organisation's words, as it may be called for short. It tells next to nothing of the name. */
export function initialsOf({ organisation: { isSure, words } }: TakenApart): Token | undefined {
  if (!isSure) return undefined;
  const letters = words
    .filter(({ token, concept }) => concept?.role !== 'form' && !token.isParticle)
    .map(({ token }) => beginningOf(token));
  const [first] = letters;
  if (first === undefined || letters.length < shortestAcronym || letters.length > mostTokens)
    return undefined;
  const sounds = letters.map((letter) => letter.sounds).join('');
  return {
    text: letters.map(({ text }) => text).join(''),
    script: first.script,
    sounds,
    joining: sounds,
    isInitial: false,
    isParticle: false,
    bits: nextToNothing,
  };
}
