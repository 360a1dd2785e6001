import type { JsonObject } from '../types.ts';

/**
 * The times of START and STOP were texts in the patterns of STIX 2.0 and are timestamps in 2.1:
 * `START '…'` becomes `START t'…'`. What stands in quotes is left alone.
 */
export function upgradePattern(indicator: JsonObject, notes: string[]): void {
  const { pattern } = indicator;
  if (typeof pattern !== 'string' || indicator['pattern_type'] !== 'stix') return;
  const raised = pattern.replace(
    /'(?:[^'\\]|\\.)*'|\b(START|STOP)\s+(?=')/gs,
    (whole, keyword: string | undefined) => (keyword === undefined ? whole : `${keyword} t`),
  );
  if (raised === pattern) return;
  indicator['pattern'] = raised;
  notes.push(`${String(indicator['id'])}: START and STOP of the pattern were written as timestamps`);
}
