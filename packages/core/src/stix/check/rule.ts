import type { Rule } from '../specification/kind.ts';
import { compareTimestamps, isTimestamp } from '../timestamp.ts';
import { quoted, type Report } from './report.ts';

type RuleCheck = (object: Readonly<Record<string, unknown>>, report: Report) => void;

/** Turns a rule between properties into a function. */
export function compileRule(rule: Rule): RuleCheck {
  switch (rule.rule) {
    case 'at-least-one':
      return (object, report) => {
        if (!rule.of.some((name) => Object.hasOwn(object, name))) {
          report.error(`must have at least one of ${named(rule.of)}`);
        }
      };
    case 'not-both':
      return (object, report) => {
        if (rule.of.every((name) => Object.hasOwn(object, name))) {
          report.error(`must not have both ${rule.of.join(' and ')}`);
        }
      };
    case 'needs':
      return (object, report) => {
        if (!Object.hasOwn(object, rule.property)) return;
        for (const name of rule.needs) {
          if (!Object.hasOwn(object, name)) report.error(`is required beside ${rule.property}`, name);
        }
      };
    case 'not-before':
      return compileOrder(rule.later, rule.earlier, 0);
    case 'after':
      return compileOrder(rule.later, rule.earlier, 1);
  }
}

/** Names in a message; of very many, the first alone. */
const named = (names: readonly string[]): string =>
  names.length > 16 ? `its own properties, as ${names[0]}` : names.join(', ');

function compileOrder(later: string, earlier: string, least: 0 | 1): RuleCheck {
  const wanted = least === 0 ? 'the same as or later than' : 'later than';
  return (object, report) => {
    if (!Object.hasOwn(object, later) || !Object.hasOwn(object, earlier)) return;
    const [last, first] = [object[later], object[earlier]];
    // Each is checked by itself elsewhere; here both must be timestamps to be compared.
    if (typeof last !== 'string' || typeof first !== 'string') return;
    if (last === first && least === 0) return;
    if (!isTimestamp(last) || !isTimestamp(first)) return;
    if (compareTimestamps(last, first) < least) {
      report.error(`${quoted(last)} must be ${wanted} ${earlier} (${quoted(first)})`, later);
    }
  };
}
