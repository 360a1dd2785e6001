/** Tokens of a name that may be written as one elsewhere: Abd al-Rahman, Abdurrahman. */
import { isKept, keep } from './likeness.ts';
import type { Token } from './normalise.ts';

export interface Joined {
  readonly token: Token;
  /** Which tokens they are: from this place, up to but without the other. */
  readonly from: number;
  readonly to: number;
}

/** By the first of them, by how many they are, those that are kept. */
const whole = new WeakMap<Token, Token[]>();

/** Tokens of a name as one, written behind one another; the same one again where they will be held against many. */
export function joined(tokens: readonly Token[]): Token {
  const [first, ...others] = tokens as [Token, ...Token[]];
  if (others.length === 0) return first;
  const earlier = whole.get(first)?.[others.length];
  if (earlier !== undefined) return earlier;
  const made = { ...first, sounds: first.sounds + others.map(({ joining }) => joining).join('') };
  if (isKept(first)) {
    keep(made);
    const all = whole.get(first) ?? [];
    all[others.length] = made;
    whole.set(first, all);
  }
  return made;
}

/** The article as Arabic says it before t, d, r, s, n and the like: al-Din is ad-Din. */
const assimilated = /^al(?=([tTdDrzsSđžln]))/;

/** How a token may be written as one elsewhere: as it stands, and where that is another, as it is said. */
export function readings(tokens: readonly Token[]): Token[] {
  const written = joined(tokens);
  if (!tokens.slice(1).some(isAssimilated)) return [written];
  const [first, ...others] = tokens as [Token, ...Token[]];
  const said = others.map((token) =>
    isAssimilated(token) ? { ...token, joining: token.joining.replace(assimilated, 'a$1') } : token,
  );
  return [written, joined([{ ...first }, ...said])];
}

const isAssimilated = ({ script, sounds, joining }: Token): boolean =>
  script === 'Arab' && joining !== sounds && assimilated.test(joining);

/** Stretches of one token or two, and of three where a particle stands within. */
export function stretches(tokens: readonly Token[]): [number, number][] {
  return tokens.flatMap((_token, from) => {
    const longest = tokens[from + 1]?.isParticle === true ? 3 : 2;
    const ends = [1, 2, 3].filter((length) => length <= longest && from + length <= tokens.length);
    return ends.map((length): [number, number] => [from, from + length]);
  });
}

/** All stretches of several tokens, as one token each; initials are not joined. */
export function joinedTokens(
  tokens: readonly Token[],
  isWanted: (tokens: readonly Token[]) => boolean = () => true,
): Joined[] {
  return stretches(tokens).flatMap(([from, to]) => {
    const parts = tokens.slice(from, to);
    if (to - from < 2 || parts.some(({ isInitial }) => isInitial) || !isWanted(parts)) return [];
    return [{ token: { ...joined(parts), isParticle: false }, from, to }];
  });
}
