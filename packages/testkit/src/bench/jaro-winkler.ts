/** Jaro and Winkler's likeness of words, and of names by their best pairs of words: what many screening tools do. */

/** Winkler's bonus for each sign of a common beginning, four at most. */
const bonus = 0.1;

function jaro(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  const meeting: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const last = Math.min(other.length - 1, at + reach);
    for (let place = Math.max(0, at - reach); place <= last; place += 1) {
      if (taken.has(place) || one[at] !== other[place]) continue;
      taken.add(place);
      meeting.push(place);
      break;
    }
  }
  if (meeting.length === 0) return 0;
  const order = meeting.toSorted((a, b) => a - b);
  const turned = meeting.filter((place, at) => place !== order[at]).length / 2;
  const count = meeting.length;
  return (count / one.length + count / other.length + (count - turned) / count) / 3;
}

/** 1 where two words are the same, 0 where they have nothing in common. */
export function jaroWinkler(one: string, other: string): number {
  const likeness = jaro(one, other);
  let common = 0;
  while (common < 4 && common < one.length && one[common] === other[common]) common += 1;
  return likeness + common * bonus * (1 - likeness);
}

/** The mean, over the words of the name that has fewer, of the likest word of the other. */
export function bestPairs(one: readonly string[], other: readonly string[]): number {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length === 0) return 0;
  const best = fewer.map((word) => Math.max(...more.map((match) => jaroWinkler(word, match))));
  return best.reduce((sum, value) => sum + value, 0) / fewer.length;
}
