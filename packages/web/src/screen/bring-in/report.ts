/** What came of an import, as numbers and as a file to keep. */
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';

export type ImportReport = AnswerOf<Operations['importFile']>;
/** Of a dry run: persons and groups that would be new. */
export type ToScreen = NonNullable<ImportReport['toScreen']>;

export const outcomes = ['added', 'changed', 'unchanged', 'revoked', 'rejected', 'waiting'] as const;
export type Outcome = (typeof outcomes)[number];
export type Counts = Partial<Record<Outcome, number | undefined>> & { byType?: Record<string, number> };

/** The numbers of a batch, which are there from its first step on. */
export function countsOf(counts: Readonly<Record<string, unknown>>): Counts {
  const pairs = outcomes.map((name) => [name, counts[name]]).filter(([, value]) => typeof value === 'number');
  const { byType } = counts;
  const types =
    typeof byType === 'object' && byType !== null ? { byType: byType as Record<string, number> } : {};
  return { ...(Object.fromEntries(pairs) as Counts), ...types };
}

/** How many objects of the file have been read. */
export const doneOf = ({
  added = 0,
  changed = 0,
  unchanged = 0,
  revoked = 0,
  rejected = 0,
}: Counts): number => added + changed + unchanged + revoked + rejected;

/** How many contributions there are now that were not there before. */
export const putInOf = ({ added = 0, changed = 0, revoked = 0 }: Counts): number => added + changed + revoked;

/** What is in the report of a batch, as far as it is one: batches of before a restart have less. */
export function reportOf(value: unknown): Partial<ImportReport> {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Lines of a table; no cell is a formula to a spreadsheet (OWASP, CSV injection). */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) || harmless !== value ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
