/** The rank-sum test of Mann and Whitney: whether one sample tends to be larger than another. */

export interface RankSum {
  /** How often a value of the first exceeds one of the second; .5 where they cannot be told apart. */
  exceeds: number;
  /** Standard deviations from .5 that chance alone would make, ties counted; beyond 3 hardly any. */
  z: number;
}

/** Mann and Whitney, 1947, by the normal approximation: for samples of twenty and more. */
export function rankSum(first: readonly number[], second: readonly number[]): RankSum {
  const all = [
    ...first.map((value) => ({ value, own: true })),
    ...second.map((value) => ({ value, own: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  let ties = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const rank = (start + 1 + end) / 2;
    ranks += rank * all.slice(start, end).filter(({ own }) => own).length;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  const [one, other, total] = [first.length, second.length, all.length];
  const u = ranks - (one * (one + 1)) / 2;
  const deviation = Math.sqrt(((one * other) / 12) * (total + 1 - ties / (total * (total - 1))));
  return {
    exceeds: u / (one * other),
    z: deviation === 0 ? 0 : (u - (one * other) / 2) / deviation,
  };
}
