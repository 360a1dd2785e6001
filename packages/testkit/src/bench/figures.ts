/** What a measurement gives: the floor, the product, and how many times the floor it may be at most. */

export interface Figure {
  what: string;
  /** Milliseconds, unless `unit` says otherwise; absent where there is nothing to compare with. */
  floor?: number;
  product: number;
  unit?: string;
  /** Largest ratio, or, without a floor, largest product. */
  target?: number;
  note?: string;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that the given part of the values do not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

export const ratioOf = ({ floor, product }: Figure): number | undefined =>
  floor === undefined ? undefined : product / floor;

/** `undefined` where nothing was to be met. */
export function isMet(figure: Figure): boolean | undefined {
  if (figure.target === undefined) return undefined;
  return (ratioOf(figure) ?? figure.product) <= figure.target;
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** One line of the table. */
export function lineOf(figure: Figure): string {
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  const unit = figure.unit ?? 'ms';
  const columns = [
    figure.what.padEnd(58),
    (figure.floor === undefined ? '' : `${short(figure.floor)} ${unit}`).padStart(12),
    `${short(figure.product)} ${unit}`.padStart(14),
    (ratio === undefined ? '' : `${ratio.toFixed(2)} ×`).padStart(9),
    (figure.target === undefined ? '' : `≤ ${figure.target}${ratio === undefined ? '' : ' ×'}`).padStart(9),
    (met === undefined ? '' : met ? 'met' : 'NOT MET').padStart(8),
  ];
  return `${columns.join(' ')}${figure.note === undefined ? '' : `  ${figure.note}`}`;
}

export const headLine = [
  'what'.padEnd(58),
  'floor'.padStart(12),
  'product'.padStart(14),
  'ratio'.padStart(9),
  'at most'.padStart(9),
  ''.padStart(8),
].join(' ');
