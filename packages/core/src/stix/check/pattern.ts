import { parsePattern } from '../pattern/parse.ts';
import type { ComparisonExpression, ObjectPath, ObservationExpression } from '../pattern/ast.ts';
import type { Finding } from '../types.ts';
import { observableTypes } from '../specification/domain.ts';
import { isDigit, isLower, isTypeName } from './text.ts';

const known = new Set(observableTypes);

/** What is wrong with a STIX pattern: its grammar (§9), then the names of types and properties in it. */
export function patternFindings(pattern: string): Finding[] {
  const verdict = parsePattern(pattern);
  if (!verdict.valid) {
    return verdict.errors.map(({ column, message }) => ({
      path: 'pattern',
      message: `is no STIX pattern; at character ${column}: ${message}`,
    }));
  }
  const findings: Finding[] = [];
  collectObservation(verdict.expression, findings);
  return findings;
}

function collectObservation(expression: ObservationExpression, findings: Finding[]): void {
  if (expression.kind === 'observation') collectComparison(expression.comparison, findings);
  else if (expression.kind === 'group') collectObservation(expression.expression, findings);
  else for (const operand of expression.operands) collectObservation(operand, findings);
}

function collectComparison(expression: ComparisonExpression, findings: Finding[]): void {
  if ('operands' in expression) {
    for (const operand of expression.operands) collectComparison(operand, findings);
  } else checkPath(expression.path, findings);
}

function checkPath({ objectType, steps }: ObjectPath, findings: Finding[]): void {
  if (!known.has(objectType) && !isTypeName(objectType)) {
    findings.push({
      path: 'pattern',
      message: `'${objectType.slice(0, 60)}' is no name of an object type (§3.1)`,
    });
  }
  const [first] = steps;
  if (first?.kind === 'key' && !isObservableProperty(first.name)) {
    findings.push({
      path: 'pattern',
      message: `'${first.name.slice(0, 60)}' is no name of a property (§3.1)`,
    });
  }
}

function isObservableProperty(name: string): boolean {
  if (name === 'id') return true;
  if (name.length < 3 || name.length > 250) return false;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    if (!isLower(code) && !isDigit(code) && code !== 95) return false;
  }
  return true;
}
