/** Logistic regression by Newton's method, and isotonic regression by pooling neighbours. */

export interface Logistic {
  weights: number[];
  constant: number;
}

const penalty = 1e-3;
const rounds = 40;

/** @param rows measures; @param truth 1 or 0 for each row */
export function fitLogistic(rows: readonly (readonly number[])[], truth: readonly number[]): Logistic {
  const width = (rows[0]?.length ?? 0) + 1;
  const means = column(rows, (values) => mean(values));
  const spreads = column(
    rows,
    (values) => Math.sqrt(mean(values.map((value) => value ** 2)) - mean(values) ** 2) || 1,
  );
  const scaled = rows.map((row) => [
    ...row.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1)),
    1,
  ]);
  const weights = Array.from({ length: width }, () => 0);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = weights.map((weight) => penalty * weight * rows.length);
    const curve = weights.map((_weight, index) =>
      weights.map((_other, place) => (index === place ? penalty * rows.length : 0)),
    );
    for (const [index, row] of scaled.entries()) {
      const chance = 1 / (1 + Math.exp(-dot(weights, row)));
      for (let i = 0; i < width; i += 1) {
        gradient[i] = (gradient[i] ?? 0) + (chance - (truth[index] ?? 0)) * (row[i] ?? 0);
        const line = curve[i] as number[];
        for (let j = 0; j < width; j += 1)
          line[j] = (line[j] ?? 0) + chance * (1 - chance) * (row[i] ?? 0) * (row[j] ?? 0);
      }
    }
    for (const [index, step] of solve(curve, gradient).entries())
      weights[index] = (weights[index] ?? 0) - step;
  }
  const own = weights.slice(0, -1).map((weight, index) => weight / (spreads[index] ?? 1));
  return { weights: own, constant: (weights.at(-1) ?? 0) - dot(own, means) };
}

export const dot = (one: readonly number[], two: readonly number[]): number =>
  one.reduce((sum, value, index) => sum + value * (two[index] ?? 0), 0);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const column = (rows: readonly (readonly number[])[], of: (values: number[]) => number): number[] =>
  (rows[0] ?? []).map((_value, index) => of(rows.map((row) => row[index] ?? 0)));

/** Gaussian elimination with pivots. */
function solve(matrix: number[][], vector: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, vector[index] ?? 0]);
  for (let i = 0; i < rows.length; i += 1) {
    const pivot = rows
      .slice(i)
      .reduce((best, row) => (Math.abs(row[i] ?? 0) > Math.abs(best[i] ?? 0) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(i, 0, pivot);
    for (const [index, row] of rows.entries()) {
      if (index === i) continue;
      const share = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j < row.length; j += 1) row[j] = (row[j] ?? 0) - share * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

/** Steps of a rising curve: from each score on, what share was true. */
export function fitIsotonic(scores: readonly number[], truth: readonly number[]): [number, number][] {
  const order = scores.map((_score, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const pools: { from: number; sum: number; count: number }[] = [];
  for (const index of order) {
    pools.push({ from: scores[index] ?? 0, sum: truth[index] ?? 0, count: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (before === undefined || last === undefined || before.sum / before.count < last.sum / last.count)
        break;
      pools.splice(-2, 2, {
        from: before.from,
        sum: before.sum + last.sum,
        count: before.count + last.count,
      });
    }
  }
  return pools.map(({ from, sum, count }) => [from, sum / count]);
}
