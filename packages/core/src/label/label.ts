/**
 * The label: who may see a contribution and how it must be handled.
 * A label is immutable and normal: two labels that mean the same print the same.
 */

/** `member:<uuid>`, `community:<uuid>@<epoch>` or `public` (every reader that is a member). */
export type Audience = string;

/**
 * The accounts that see all that their member sees, and none that is narrower. The hub alone names it, in what
 * it says to a member of things that the narrower may not know of.
 */
export const wholeMember = (member: string): Audience => `whole:${member}`;

/** A list of audiences of which a reader must hold one. Sorted, without repetition, never empty. */
export type Clause = readonly Audience[];

export interface Label {
  /** Policy id → rank; 0 is unclassified and is left out. */
  readonly levels: Readonly<Record<string, number>>;
  /** Attributes of which the reader must hold every one; sorted. */
  readonly all: readonly string[];
  /** Clauses in conjunctive normal form; absorbed clauses are left out; sorted. */
  readonly any: readonly Clause[];
  /** Members whose consent onward release needs; sorted. */
  readonly owners: readonly string[];
  /** Obligations, not access: `TLP:AMBER`, `PAP:GREEN`, `EUROPOL:H1`, or a statement in words; sorted. */
  readonly handling: readonly string[];
  /** Microseconds since 1970; from then on the contributor alone. */
  readonly until?: number;
  /** Microseconds since 1970; by then the label must be looked at again. */
  readonly review?: number;
}

/** What may be given to make a label; every part may be left out. */
export interface LabelParts {
  levels?: Readonly<Record<string, number>>;
  all?: readonly string[];
  any?: readonly (readonly Audience[])[];
  owners?: readonly string[];
  handling?: readonly string[];
  until?: number | undefined;
  review?: number | undefined;
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** Makes a normal label. A clause without audiences can be met by nobody, so it is kept as it is. */
export function makeLabel(parts: LabelParts): Label {
  const levels = Object.entries(parts.levels ?? {}).filter(([, rank]) => rank > 0);
  levels.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    levels: Object.fromEntries(levels),
    all: sorted(parts.all ?? []),
    any: normalClauses(parts.any ?? []),
    owners: sorted(parts.owners ?? []),
    handling: normalHandling(parts.handling ?? []),
    ...(parts.until === undefined ? {} : { until: parts.until }),
    ...(parts.review === undefined ? {} : { review: parts.review }),
  };
}

/** No label means the contributor alone. */
export function contributorAlone(member: string, parts: LabelParts = {}): Label {
  return makeLabel({ ...parts, any: [[`member:${member}`]] });
}

/** Drops clauses that another clause implies: a clause is absorbed by any subset of itself. */
export function normalClauses(clauses: readonly (readonly string[])[]): string[][] {
  const normal = clauses.map((clause) => sorted(clause));
  const kept: string[][] = [];
  normal.sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
  for (const clause of normal) {
    const members = new Set(clause);
    if (!kept.some((other) => other.every((audience) => members.has(audience)))) kept.push(clause);
  }
  return kept;
}

const tlpOrder = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];
const papOrder = ['PAP:CLEAR', 'PAP:GREEN', 'PAP:AMBER', 'PAP:RED'];

/** TLP and PAP the higher; Europol codes and statements the union. */
function normalHandling(codes: readonly string[]): string[] {
  const rest = codes.filter((code) => !tlpOrder.includes(code) && !papOrder.includes(code));
  for (const order of [tlpOrder, papOrder]) {
    const highest = Math.max(...codes.map((code) => order.indexOf(code)), -1);
    const code = order[highest];
    if (code !== undefined) rest.push(code);
  }
  return sorted(rest);
}

/** Whether handling is a code, as `TLP:AMBER` or `EUROPOL:H1`, and no statement in words. */
export const isCode = (handling: string): boolean => /^[A-Z]+:[A-Z0-9+]+$/.test(handling);

const earliest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

/** The least upper bound: permits exactly the readers that both labels permit. */
export function join(a: Label, b: Label): Label {
  const levels: Record<string, number> = { ...a.levels };
  for (const [policy, rank] of Object.entries(b.levels)) levels[policy] = Math.max(levels[policy] ?? 0, rank);
  return makeLabel({
    levels,
    all: [...a.all, ...b.all],
    any: [...a.any, ...b.any],
    owners: [...a.owners, ...b.owners],
    handling: [...a.handling, ...b.handling],
    until: earliest(a.until, b.until),
    review: earliest(a.review, b.review),
  });
}

/** The label as one line of JSON with its keys in a fixed order; equal labels print equal. */
export function printLabel(label: Label): string {
  const { levels, all, any, owners, handling, until, review } = makeLabel(label);
  return JSON.stringify({ levels, all, any, owners, handling, until, review });
}

/** Reads what `printLabel` wrote. */
export function parseLabel(text: string): Label {
  return makeLabel(JSON.parse(text) as LabelParts);
}
