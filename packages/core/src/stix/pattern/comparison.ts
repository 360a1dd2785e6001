import type {
  Comparison,
  ComparisonExpression,
  ComparisonOperator,
  Literal,
  ObjectPath,
  PathStep,
} from './ast.ts';
import type { Cursor } from './cursor.ts';
import { checkHashes } from './hashes.ts';
import type { TokenKind } from './lexer.ts';
import { PatternProblem } from './problem.ts';

const orderable: readonly TokenKind[] = ['integer', 'float', 'string', 'binary', 'hex', 'timestamp'];
const primitive: readonly TokenKind[] = [...orderable, 'boolean'];
const textual: readonly TokenKind[] = ['string'];

/** What each operator may be followed by (§9.6.1). */
const operands: Readonly<Record<Exclude<ComparisonOperator, 'IN'>, readonly TokenKind[]>> = {
  '=': primitive,
  '!=': primitive,
  '<': orderable,
  '<=': orderable,
  '>': orderable,
  '>=': orderable,
  LIKE: textual,
  MATCHES: textual,
  ISSUBSET: textual,
  ISSUPERSET: textual,
};

/** What stands between `[` and `]` (§9.5). */
export function readComparison(cursor: Cursor): ComparisonExpression {
  return readChain(cursor, 'OR', 'or', () => readChain(cursor, 'AND', 'and', () => readTest(cursor)));
}

function readChain(
  cursor: Cursor,
  keyword: string,
  kind: 'and' | 'or',
  read: () => ComparisonExpression,
): ComparisonExpression {
  const first = read();
  if (!cursor.is('keyword', keyword)) return first;
  const list = [first];
  while (cursor.accept('keyword', keyword)) list.push(read());
  return { kind, operands: list };
}

function readTest(cursor: Cursor): ComparisonExpression {
  if (cursor.is('sign', '(')) return cursor.nested('(', ')', () => readComparison(cursor));
  if (cursor.accept('keyword', 'EXISTS')) return { kind: 'exists', path: readPath(cursor) };
  const path = readPath(cursor);
  const negated = cursor.accept('keyword', 'NOT');
  const operator = readOperator(cursor);
  const { offset } = cursor.token;
  const values = operator === 'IN' ? readSet(cursor) : [readLiteral(cursor, operands[operator])];
  const comparison: Comparison = { kind: 'comparison', path, negated, operator, values };
  // Parts of a hash are what LIKE and MATCHES look for, so only whole values are held against its form.
  const wrong = ['=', '!=', 'IN'].includes(operator) ? checkHashes(path, values) : undefined;
  if (wrong !== undefined) throw new PatternProblem(offset, wrong);
  return comparison;
}

function readOperator(cursor: Cursor): ComparisonOperator {
  const { kind, value } = cursor.token;
  const known = (kind === 'sign' || kind === 'keyword') && (value === 'IN' || Object.hasOwn(operands, value));
  if (!known) throw cursor.problem('a comparison operator');
  cursor.take();
  return value as ComparisonOperator;
}

function readSet(cursor: Cursor): Literal[] {
  return cursor.nested('(', ')', () => {
    const values: Literal[] = [];
    if (cursor.is('sign', ')')) return values;
    do values.push(readLiteral(cursor, primitive));
    while (cursor.accept('sign', ','));
    return values;
  });
}

function readLiteral(cursor: Cursor, kinds: readonly TokenKind[]): Literal {
  const want =
    kinds === textual
      ? 'a string in single quotes'
      : kinds === primitive
        ? 'a literal'
        : 'an orderable literal';
  const { kind, value } = cursor.expect(kinds, want);
  if (kind === 'integer' || kind === 'float') return { kind, value: Number(value), text: value };
  if (kind === 'boolean') return { kind, value: value === 'true' };
  return { kind: kind as 'string' | 'hex' | 'binary' | 'timestamp', value };
}

/** An object path (§9.7). A key with a hyphen must be quoted; an object type must not. */
function readPath(cursor: Cursor): ObjectPath {
  const type = cursor.expect(['name', 'hyphenatedName'], 'an object type');
  cursor.expect(['sign'], "':'", ':');
  const steps: PathStep[] = [readKey(cursor)];
  for (;;) {
    if (cursor.accept('sign', '.')) steps.push(readKey(cursor));
    else if (cursor.is('sign', '[')) steps.push(cursor.nested('[', ']', () => readIndex(cursor)));
    else return { objectType: type.value, steps };
  }
}

function readKey(cursor: Cursor): PathStep {
  const { value } = cursor.expect(['name', 'string'], 'a property name (in quotes if it has a hyphen)');
  return { kind: 'key', name: value };
}

function readIndex(cursor: Cursor): PathStep {
  if (cursor.accept('sign', '*')) return { kind: 'any' };
  const { value } = cursor.expect(['integer'], "an index or '*'");
  return { kind: 'index', index: Number(value) };
}
