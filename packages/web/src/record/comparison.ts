/** Claims side by side, value by value; and versions one after another. */
import { markingOf } from './marking.ts';
import type { Entry, Name, StixObject } from './object.ts';
import { canonical, markOf, propertiesOf, statementsOf } from './statements.ts';
import { writingOf } from './writing.ts';

export interface ClaimValue {
  value: unknown;
  /** Tells it apart from the other values of its cell. */
  mark: string;
  /** Whether somebody who states the property does not state this value. */
  isDisputed: boolean;
}

export interface ClaimRow {
  property: string;
  /** A cell for each claim, in their order; empty where it says nothing. */
  cells: ClaimValue[][];
  isDiffering: boolean;
}

/** A row for each property that one of the claims states. Silence disputes nothing. */
export function claimRows(claims: readonly StixObject[]): ClaimRow[] {
  const all = claims.map(statementsOf);
  return propertiesOf(all).map((property) => {
    const marked = all.map((statements) => withMarks(property, statements.get(property) ?? []));
    const stating = marked.filter((values) => values.size > 0);
    const cells = marked.map((values) =>
      [...values].map(([mark, value]) => ({
        value,
        mark,
        isDisputed: stating.some((others) => !others.has(mark)),
      })),
    );
    return { property, cells, isDiffering: cells.some((cell) => cell.some(({ isDisputed }) => isDisputed)) };
  });
}

const withMarks = (property: string, values: readonly unknown[]): Map<string, unknown> =>
  new Map(values.map((value) => [markOf(property, value), value]));

/** The script of a name follows from its letters: that a form wrote it down changes nothing. */
const withWholeMarks = (property: string, values: readonly unknown[]): Map<string, unknown> =>
  new Map(
    values.map((value) => [
      canonical(property === 'names' ? { ...(value as Name), script: undefined } : value),
      value,
    ]),
  );

export interface Change {
  property: string;
  gone: unknown[];
  came: unknown[];
}

/**
 * What the later version states otherwise: also what it says beside a name or a country, as a remark. What is the same
 * in another order is the same.
 */
export function changesBetween(earlier: StixObject, later: StixObject): Change[] {
  const [before, after] = [statementsOf(earlier), statementsOf(later)];
  return propertiesOf([before, after]).flatMap((property) => {
    const had = withWholeMarks(property, before.get(property) ?? []);
    const has = withWholeMarks(property, after.get(property) ?? []);
    const gone = [...had].flatMap(([mark, value]) => (has.has(mark) ? [] : [value]));
    const came = [...has].flatMap(([mark, value]) => (had.has(mark) ? [] : [value]));
    return gone.length + came.length === 0 ? [] : [{ property, gone, came }];
  });
}

/**
 * Whether two versions are under different labels, and whether parts of them are, as far as the reader may know either.
 * In which order a label names its parts says nothing.
 */
export function labelsBetween(earlier: Entry, later: Entry): { isOther: boolean; isOtherInParts: boolean } {
  const differ = (marks: (entry: Entry) => string): boolean => marks(earlier) !== marks(later);
  return { isOther: differ(markOfLabel), isOtherInParts: differ(markOfPortions) };
}

function markOfLabel({ object, label }: Entry): string {
  const { handling, any, levels, all, owners, ...dates } = markingOf(object, label);
  const clauses = any.map((clause) => canonical(clause.toSorted()));
  const sorted = [handling, clauses, levels.map(canonical), all, owners].map((list) => list.toSorted());
  return canonical([...sorted, dates]);
}

const markOfPortions = ({ object }: Entry): string =>
  canonical(writingOf(object).portions.map(canonical).toSorted());
