/** The object types of STIX 2.1 as tables, for every rule that must know what a property is. */
import { domainObject, observableObject, relationshipObject } from './specification/common.ts';
import { domainObjects, relationshipObjects } from './specification/domain.ts';
import type { Kind, ObjectSpecification, Property, RecordSpecification } from './specification/kind.ts';
import { bundle, metaObjects } from './specification/meta.ts';
import { observableObjects } from './specification/observable.ts';

export type { Category, ObjectSpecification } from './specification/kind.ts';

const specifications: ReadonlyMap<string, ObjectSpecification> = new Map(
  [...domainObjects, ...relationshipObjects, ...observableObjects, ...metaObjects, bundle].map((object) => [
    object.type,
    object,
  ]),
);

/** Every object type of the specification. */
export const objectTypes: readonly string[] = [...specifications.keys()];

/** The table of one type; `undefined` for custom types. */
export function objectSpecification(type: string): ObjectSpecification | undefined {
  return specifications.get(type);
}

/**
 * The table of the common properties of custom types, by what their extension says that they are (§7.3). The
 * type is left open.
 */
export function customSpecification(category: 'domain' | 'relationship' | 'observable'): ObjectSpecification {
  const make = { domain: domainObject, relationship: relationshipObject, observable: observableObject };
  return make[category]('', {
    type: { kind: 'text', required: true },
    id: { kind: 'reference', required: true },
  });
}

/** What other rules need to know of a property. */
export interface PropertyDescription {
  required: boolean;
  /** Written for people: a neutral sentence may take its place. */
  freeText: boolean;
  /** Holds an id, or a list of ids. */
  isRef: boolean;
  /** The types that the specification lists for the reference; empty where it lists none. */
  refTypes: readonly string[];
  list: boolean;
}

/** The properties of a type by name; `undefined` for custom types. */
export function propertySpecification(type: string): ReadonlyMap<string, PropertyDescription> | undefined {
  return descriptions.get(type);
}

const descriptions: ReadonlyMap<string, ReadonlyMap<string, PropertyDescription>> = new Map(
  [...specifications].map(([type, { properties }]) => [
    type,
    new Map(Object.entries(properties).map(([name, property]) => [name, describe(property)])),
  ]),
);

function describe(property: Property): PropertyDescription {
  const item: Kind = property.kind === 'list' ? property.item : property;
  return {
    required: property.required === true,
    freeText: property.freeText === true,
    isRef: item.kind === 'reference',
    refTypes: item.kind === 'reference' ? (item.to ?? []) : [],
    list: property.kind === 'list',
  };
}

/**
 * References without which an object of the type would not be valid: path of the property as a selector → the
 * type that a stand-in has: the first that the specification lists, one of the class that it names, else
 * `identity`. Includes references of which the type needs one or another (observed data, malware analyses).
 */
export function requiredReferences(type: string): ReadonlyMap<string, string> {
  return standIns.get(type) ?? none;
}

const none: ReadonlyMap<string, string> = new Map();

const standIns: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [...specifications].map(([type, specification]) => [type, new Map(collect(specification, ''))]),
);

function collect(record: RecordSpecification, prefix: string): [string, string][] {
  const alternatives = (record.rules ?? []).flatMap((rule) => (rule.rule === 'at-least-one' ? rule.of : []));
  return Object.entries(record.properties).flatMap(([name, property]): [string, string][] => {
    const path = prefix + name;
    if (path === 'id') return [];
    const item: Kind = property.kind === 'list' ? property.item : property;
    // Of a type with many optional properties, nothing says that just this reference must stay.
    const isNeeded = property.required === true || (alternatives.length === 2 && alternatives.includes(name));
    if (item.kind === 'reference') {
      return isNeeded ? [[path, item.to?.[0] ?? item.example ?? 'identity']] : [];
    }
    if (item.kind !== 'extensions') return [];
    return Object.entries(item.predefined).flatMap(([extension, table]) =>
      collect(table, `${path}.${extension}.`),
    );
  });
}

/** Properties that an object of the type must not keep when the property goes, theirs included (transitive). */
export function dependants(type: string, property: string): readonly string[] {
  return dependencies.get(type)?.get(property) ?? [];
}

const dependencies: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  [...specifications].map(([type, specification]) => [type, dependenciesOf(specification)]),
);

function dependenciesOf({ properties, rules = [] }: RecordSpecification): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const name of Object.keys(properties)) {
    const gone = new Set([name]);
    for (const lost of gone) {
      for (const rule of rules)
        if (rule.rule === 'needs' && rule.needs.includes(lost)) gone.add(rule.property);
    }
    gone.delete(name);
    if (gone.size > 0) found.set(name, [...gone]);
  }
  return found;
}
