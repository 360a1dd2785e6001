/** Properties that all objects, or all of a category, have (STIX 2.1 §3.2), and the types they are made of. */
import type { ObjectSpecification, Property, RecordSpecification, Rule } from './kind.ts';
import {
  boolean,
  dictionary,
  form,
  freeText,
  list,
  must,
  notBefore,
  record,
  reference,
  references,
  text,
  timestamp,
} from './kind.ts';

type Properties = Readonly<Record<string, Property>>;

/**
 * §2.5. Beyond this table, `check/external.ts` holds CVE and CAPEC numbers to their form. The specification
 * would let other names of hashes pass; the OASIS validator does not, at this place alone.
 */
export const externalReference = record({
  source_name: must(text),
  description: freeText,
  url: form('uri'),
  hashes: { kind: 'hashes', listed: true },
  external_id: text,
});

const hyphenated: Property = { kind: 'text', hyphenated: true };

/** §2.11. */
export const killChainPhase = record({ kill_chain_name: must(hyphenated), phase_name: must(hyphenated) });

/** §7.2.3. */
const granularMarking = record(
  {
    lang: form('language-tag'),
    marking_ref: reference('marking-definition'),
    selectors: must(list(text)),
  },
  [
    { rule: 'at-least-one', of: ['marking_ref', 'lang'] },
    { rule: 'not-both', of: ['marking_ref', 'lang'] },
  ],
);

const markings: Properties = {
  object_marking_refs: references('marking-definition'),
  granular_markings: list(granularMarking),
};

const identity = (type: string): Properties => ({
  type: must({ kind: 'literal', value: type }),
  id: must({ kind: 'reference', to: [type] }),
});

/** The type of the creator is no more than a warning: the OASIS validator accepts any. */
const creator: Property = { kind: 'reference', to: ['identity'], lax: 'type' };

const extensions = (predefined: Readonly<Record<string, RecordSpecification>> = {}): Property => ({
  kind: 'extensions',
  predefined,
});

const created: Property = { kind: 'timestamp', precision: 'milliseconds', required: true };

/** Common properties of domain, relationship and most meta objects. */
const commonProperties = (type: string): Properties => ({
  ...identity(type),
  spec_version: must({ kind: 'literal', value: '2.1' }),
  created_by_ref: creator,
  created,
  modified: created,
  revoked: boolean,
  labels: list(text),
  confidence: { kind: 'integer', minimum: 0, maximum: 100 },
  lang: form('language-tag'),
  external_references: list(externalReference),
  ...markings,
  extensions: extensions(),
});

const commonRules: readonly Rule[] = [notBefore('modified', 'created')];

function described(category: ObjectSpecification['category']) {
  return (type: string, properties: Properties, rules: readonly Rule[] = []): ObjectSpecification => ({
    type,
    category,
    properties: { ...commonProperties(type), ...properties },
    rules: [...commonRules, ...rules],
  });
}

export const domainObject = described('domain');
export const relationshipObject = described('relationship');
export const metaObject = described('meta');

/** A cyber-observable object: it has no versions, and may have predefined extensions. */
export function observableObject(
  type: string,
  properties: Properties,
  rules: readonly Rule[] = [],
  predefined: Readonly<Record<string, RecordSpecification>> = {},
): ObjectSpecification {
  return {
    type,
    category: 'observable',
    properties: {
      ...identity(type),
      spec_version: { kind: 'literal', value: '2.1' },
      ...markings,
      defanged: boolean,
      extensions: extensions(predefined),
      ...properties,
    },
    rules,
  };
}

/** A marking-definition has no versions, hence not the properties that speak of them (§7.2.1). */
export const markingDefinition: ObjectSpecification = {
  type: 'marking-definition',
  category: 'meta',
  properties: {
    ...identity('marking-definition'),
    spec_version: must({ kind: 'literal', value: '2.1' }),
    created_by_ref: creator,
    created,
    modified: timestamp,
    external_references: list(externalReference),
    ...markings,
    extensions: extensions(),
    name: freeText,
    definition_type: text,
    definition: dictionary,
  },
  rules: [
    ...commonRules,
    { rule: 'needs', property: 'definition', needs: ['definition_type'] },
    { rule: 'needs', property: 'definition_type', needs: ['definition'] },
    { rule: 'at-least-one', of: ['definition', 'extensions'] },
  ],
};
