import { textOf } from '../check/value.ts';
import type { JsonObject } from '../types.ts';

/**
 * The times of START and STOP were texts in the patterns of STIX 2.0 and are timestamps in 2.1:
 * `START '…'` becomes `START t'…'`. What stands in quotes is left alone.
 */
export function upgradePattern(indicator: JsonObject, notes: string[]): void {
  const { pattern } = indicator;
  if (typeof pattern !== 'string' || indicator['pattern_type'] !== 'stix') return;
  const raised = withTimestamps(pattern);
  if (raised === pattern) return;
  indicator['pattern'] = raised;
  notes.push(`${textOf(indicator['id'])}: START and STOP of the pattern were written as timestamps`);
}

/** One pass over the text; a quoted text ends at the next quote that no backslash escapes. */
function withTimestamps(pattern: string): string {
  let written = '';
  let from = 0;
  for (;;) {
    const quote = pattern.indexOf("'", from);
    if (quote < 0) return written + pattern.slice(from);
    const before = pattern.slice(from, quote);
    const end = closingQuote(pattern, quote + 1);
    written += before + (endsWithBoundary(before) ? 't' : '') + pattern.slice(quote, end);
    from = end;
  }
}

function closingQuote(pattern: string, from: number): number {
  for (let index = from; index < pattern.length; index += 1) {
    const code = pattern.charCodeAt(index);
    if (code === 92) index += 1;
    else if (code === 39) return index + 1;
  }
  return pattern.length;
}

/** Whether a text ends with the word START or STOP and white space. */
function endsWithBoundary(text: string): boolean {
  const word = text.trimEnd();
  if (word.length === text.length || !(word.endsWith('START') || word.endsWith('STOP'))) return false;
  const first = word.charAt(word.length - (word.endsWith('START') ? 6 : 5));
  return first === '' || first === ']' || first === ')' || first.trim() === '' || first === "'";
}
