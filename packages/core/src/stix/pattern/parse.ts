import type { ObservationExpression, PatternExpression, Qualifier } from './ast.ts';
import { readComparison } from './comparison.ts';
import { Cursor } from './cursor.ts';
import type { Token } from './lexer.ts';
import { columnOf, PatternProblem } from './problem.ts';

/** What is wrong, and at which character of the text; the first character is column 1. */
export interface PatternError {
  column: number;
  message: string;
}

export type PatternVerdict =
  { valid: true; expression: PatternExpression } | { valid: false; errors: PatternError[] };

/**
 * Reads a STIX pattern (STIX 2.1 §9, grammar STIXPattern.g4 of OASIS), in time linear in its length. Reading
 * stops at the first error. Beyond the grammar, as the OASIS validator has it: one bracketed observation has
 * each qualifier once at most, and a string held against a hash has that hash's form.
 */
export function parsePattern(text: string): PatternVerdict {
  try {
    const cursor = new Cursor(text);
    const expression = readObservations(cursor);
    if (!cursor.is('end')) throw cursor.problem('an operator, a qualifier or the end');
    return { valid: true, expression };
  } catch (problem) {
    if (!(problem instanceof PatternProblem)) throw problem;
    return { valid: false, errors: [{ column: columnOf(text, problem.offset), message: problem.message }] };
  }
}

/** The operators between observations, from the loosest to the tightest (§9.4.2). */
const chains = [
  ['FOLLOWEDBY', 'followedBy'],
  ['OR', 'or'],
  ['AND', 'and'],
] as const;

function readObservations(cursor: Cursor, level = 0): ObservationExpression {
  const chain = chains[level];
  if (chain === undefined) return readObservation(cursor);
  const [keyword, kind] = chain;
  const first = readObservations(cursor, level + 1);
  if (!cursor.is('keyword', keyword)) return first;
  const operands = [first];
  while (cursor.accept('keyword', keyword)) operands.push(readObservations(cursor, level + 1));
  return { kind, operands };
}

function readObservation(cursor: Cursor): ObservationExpression {
  if (cursor.is('sign', '[')) {
    const comparison = cursor.nested('[', ']', () => readComparison(cursor));
    return { kind: 'observation', comparison, qualifiers: readQualifiers(cursor, true) };
  }
  if (!cursor.is('sign', '(')) throw cursor.problem("an observation in square brackets, or '('");
  const expression = cursor.nested('(', ')', () => readObservations(cursor));
  return { kind: 'group', expression, qualifiers: readQualifiers(cursor, false) };
}

function readQualifiers(cursor: Cursor, each: boolean): Qualifier[] {
  const qualifiers: Qualifier[] = [];
  for (;;) {
    const { offset, value } = cursor.token;
    const qualifier = readQualifier(cursor);
    if (qualifier === undefined) return qualifiers;
    if (each && qualifiers.some(({ kind }) => kind === qualifier.kind)) {
      throw new PatternProblem(offset, `an observation has one ${value} qualifier only`);
    }
    qualifiers.push(qualifier);
  }
}

function readQualifier(cursor: Cursor): Qualifier | undefined {
  if (cursor.accept('keyword', 'WITHIN')) {
    const seconds = unsigned(cursor.expect(['integer', 'float'], 'a number of seconds'));
    cursor.expect(['keyword'], 'SECONDS', 'SECONDS');
    return { kind: 'within', seconds };
  }
  if (cursor.accept('keyword', 'REPEATS')) {
    const times = unsigned(cursor.expect(['integer'], 'a number of times'));
    cursor.expect(['keyword'], 'TIMES', 'TIMES');
    return { kind: 'repeats', times };
  }
  if (!cursor.accept('keyword', 'START')) return undefined;
  const start = cursor.expect(['timestamp'], 'a timestamp').value;
  cursor.expect(['keyword'], 'STOP', 'STOP');
  return { kind: 'startStop', start, stop: cursor.expect(['timestamp'], 'a timestamp').value };
}

function unsigned(number: Token): number {
  if (number.value.startsWith('-'))
    throw new PatternProblem(number.offset, 'a qualifier has no negative number');
  return Number(number.value);
}
