import { labelExtensionId } from '../../extension/identifiers.ts';
import { isRecord, textOf } from '../check/value.ts';
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
 * granular markings and of portions follow.
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
  const turn = (selector: string): readonly string[] =>
    selector === 'labels' ? whole : [moved.get(selector) ?? selector];
  return withPortions(reselect(raised, turn), turn);
}

/** The object whose label closes by its portions what they closed before. */
function withPortions(object: JsonObject, turn: Turn): JsonObject {
  const { extensions } = object;
  const label = isRecord(extensions) ? extensions[labelExtensionId] : undefined;
  if (!isRecord(extensions) || !isRecord(label) || !Array.isArray(label['portions'])) return object;
  const portions = reselected(label['portions'], turn);
  return { ...object, extensions: { ...extensions, [labelExtensionId]: { ...label, portions } } };
}

type Turn = (selector: string) => readonly string[];

/** An object whose granular markings select what each of their selectors is turned into; none left: gone. */
export function reselect(object: JsonObject, turn: Turn): JsonObject {
  const markings = object['granular_markings'];
  if (!Array.isArray(markings)) return object;
  const turned = reselected(markings, turn);
  const { granular_markings: _, ...others } = object;
  return turned.length > 0 ? { ...others, granular_markings: turned } : others;
}

/** What has selectors, with what each of them is turned into; what has none left is gone. */
function reselected(items: readonly Json[], turn: Turn): Json[] {
  return items.flatMap((item): Json[] => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [item];
    const { selectors } = item;
    if (!Array.isArray(selectors)) return [item];
    const kept = selectors.flatMap((selector): readonly Json[] =>
      typeof selector === 'string' ? turn(selector) : [selector],
    );
    return kept.length > 0 ? [{ ...item, selectors: kept }] : [];
  });
}
