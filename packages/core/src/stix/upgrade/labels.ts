import { textOf } from '../check/value.ts';
import { vocabularies, type Vocabulary } from '../specification/vocabulary.ts';
import type { Json, JsonObject } from '../types.ts';

/** Where the vocabulary that 2.0 kept in `labels` is in 2.1. */
const homes: ReadonlyMap<string, [property: string, vocabulary: Vocabulary]> = new Map([
  ['indicator', ['indicator_types', 'indicator-type']],
  ['malware', ['malware_types', 'malware-type']],
  ['report', ['report_types', 'report-type']],
  ['threat-actor', ['threat_actor_types', 'threat-actor-type']],
  ['tool', ['tool_types', 'tool-type']],
]);

/**
 * Labels that are words of the type's vocabulary become its `*_types`; others stay labels. Selectors of
 * granular markings follow.
 */
export function upgradeLabels(object: JsonObject): JsonObject {
  const home = homes.get(textOf(object['type']));
  const labels = object['labels'];
  if (home === undefined || !Array.isArray(labels) || object[home[0]] !== undefined) return object;
  const [property, vocabulary] = home;
  const words: readonly string[] = vocabularies[vocabulary];
  const moved = new Map<string, string>();
  const types: Json[] = [];
  const rest: Json[] = [];
  labels.forEach((label, index) => {
    const isWord = typeof label === 'string' && words.includes(label);
    const [list, name] = isWord ? [types, property] : [rest, 'labels'];
    moved.set(`labels.[${index}]`, `${name}.[${list.length}]`);
    list.push(label);
  });
  if (types.length === 0) return object;
  const { labels: _, ...others } = object;
  const raised: JsonObject = { ...others, [property]: types, ...(rest.length > 0 ? { labels: rest } : {}) };
  const whole = rest.length > 0 ? [property, 'labels'] : [property];
  return reselect(raised, (selector) => {
    if (selector === 'labels') return whole;
    return [moved.get(selector) ?? selector];
  });
}

/** An object whose granular markings select what each of their selectors is turned into; none left: gone. */
export function reselect(object: JsonObject, turn: (selector: string) => readonly string[]): JsonObject {
  const markings = object['granular_markings'];
  if (!Array.isArray(markings)) return object;
  const turned = markings.flatMap((marking): Json[] => {
    if (typeof marking !== 'object' || marking === null || Array.isArray(marking)) return [marking];
    const { selectors } = marking;
    if (!Array.isArray(selectors)) return [marking];
    const kept = selectors.flatMap((selector): readonly Json[] =>
      typeof selector === 'string' ? turn(selector) : [selector],
    );
    return kept.length > 0 ? [{ ...marking, selectors: kept }] : [];
  });
  const { granular_markings: _, ...others } = object;
  return turned.length > 0 ? { ...others, granular_markings: turned } : others;
}
