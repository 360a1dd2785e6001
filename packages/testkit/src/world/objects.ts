/** Seeds written out as STIX objects. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { deterministicId } from '@entente/core/stix/deterministic';
import { tlp1Ids, tlp2Ids } from '@entente/core/stix/tlp';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { Json, JsonObject } from '@entente/core/stix/types';
import type { StatedParts } from './acts.ts';
import {
  addresses,
  attributeId,
  communityIds,
  domainPool,
  extensionPool,
  fileNames,
  identityOf,
  identityPool,
  markingPool,
  memberIds,
  poolId,
  policyId,
  versionTime,
  words,
} from './pool.ts';
import type { AudienceSeed, ObjectKind, ObjectSeed, PartsSeed } from './seeds.ts';

export const at = <T>(pool: readonly T[], place: number): T => pool[place % pool.length] as T;

const observable = (type: string, properties: JsonObject): JsonObject => {
  const object: JsonObject = { type, spec_version: '2.1', ...properties };
  return { ...object, id: deterministicId(object) ?? poolId(type, 1) };
};

export const addressObject = (number: number): JsonObject =>
  observable('ipv4-addr', { value: at(addresses, number) });
export const fileObject = (number: number): JsonObject => observable('file', { name: at(fileNames, number) });
export const malwareObject = (number: number, name: string): JsonObject => ({
  type: 'malware',
  spec_version: '2.1',
  id: poolId('malware', number),
  created: versionTime(0),
  modified: versionTime(0),
  name,
  is_family: false,
});
export const trafficObject = (number: number, references: readonly number[]): JsonObject =>
  observable('network-traffic', {
    protocols: ['tcp'],
    dst_port: 443 + (number % 2),
    src_ref: String(addressObject(references[0] ?? 0)['id']),
    ...(references.length > 1 && { dst_ref: String(addressObject(references[1] ?? 0)['id']) }),
  });

const addressIds = addresses.map((_, number) => String(addressObject(number)['id']));
const fileIds = fileNames.map((_, number) => String(fileObject(number)['id']));
const relationshipPool = [1, 2, 3].map((number) => poolId('relationship', number));

/** What reports, notes, groupings and custom properties may name. */
export const anyPool = [
  ...domainPool,
  ...identityPool.slice(0, 3),
  ...addressIds,
  ...fileIds,
  ...relationshipPool,
];
const endPool = [...domainPool, ...identityPool.slice(0, 3), ...addressIds];
const sightedPool = [...domainPool, identityOf(0)];

export const markingRefs = [
  tlp2Ids.AMBER,
  tlp1Ids.GREEN,
  ...markingPool,
  tlp2Ids.CLEAR,
  poolId('marking-definition', 7),
];
const selectors = [
  'description',
  'name',
  'created_by_ref',
  'labels',
  'external_references',
  'labels.[0]',
  'external_references.[1]',
  'abstract',
  'content',
  'x_about_ref',
  'object_refs',
  'description',
];

/** One object. `instant` is the hub's clock at the act, in microseconds; `members` how many there are. */
export function objectOf(seed: ObjectSeed, instant: number, members: number): JsonObject {
  const bare = bareObject(seed);
  const isObservable = bare['created'] === undefined && bare['modified'] === undefined;
  const object: JsonObject = { ...bare, ...optional(seed, bare, members, isObservable) };
  if (seed.oddId) object['id'] = oddId(String(object['type']), seed.number, isObservable);
  const extensions = extensionsOf(seed, object, instant, members);
  if (Object.keys(extensions).length > 0) object['extensions'] = extensions;
  if (seed.granular) {
    const selector = presentSelector(object, seed.granular.selector);
    const marking = at(markingRefs, seed.granular.marking);
    // Any member may be added to a marking, one that refers to an object as well.
    const further = seed.granular.selector % 2 === 1 && { x_seen_ref: at(anyPool, seed.granular.marking) };
    if (selector) object['granular_markings'] = [{ marking_ref: marking, selectors: [selector], ...further }];
  }
  return withFault(object, seed, instant);
}

/** A UUIDv5 whose recipe nobody knows, or for an observable a random id beside its deterministic one. */
const oddId = (type: string, number: number, isObservable: boolean): string =>
  isObservable ? poolId(type, 5) : poolId(type, number + 1).replace('-4000-', '-5000-');

interface Draft {
  seed: ObjectSeed;
  number: number;
  references: readonly number[];
  first: number;
  second: number;
  text: string;
}

function bareObject(seed: ObjectSeed): JsonObject {
  const { kind, number, references } = seed;
  const [first = 0, second = first + 1] = references;
  return drafts[kind]({ seed, number, references, first, second, text: at(words, number + seed.wording) });
}

/** Each type of the worlds, as plain as it may be. */
const drafts: Record<ObjectKind, (draft: Draft) => JsonObject> = {
  malware: ({ seed, number, text }) =>
    versioned(seed, poolId('malware', 1 + (number % 2)), { name: text, is_family: false }),
  identity: ({ seed, number, text }) =>
    versioned(seed, at(identityPool, number), { name: text, identity_class: 'organization' }),
  indicator: ({ seed, number, text }) =>
    versioned(seed, poolId('indicator', 1 + (number % 2)), {
      name: text,
      pattern: "[ipv4-addr:value = '192.0.2.7']",
      pattern_type: 'stix',
      valid_from: versionTime(0),
    }),
  report: ({ seed, number, references, text }) =>
    versioned(seed, poolId('report', 1 + (number % 2)), {
      name: text,
      published: versionTime(0),
      object_refs: listOf(anyPool, references),
    }),
  note: ({ seed, number, references, text }) =>
    versioned(seed, poolId('note', 1 + (number % 2)), {
      content: text,
      object_refs: listOf(anyPool, references),
    }),
  grouping: ({ seed, references }) =>
    versioned(seed, poolId('grouping', 1), {
      context: 'unspecified',
      object_refs: listOf(anyPool, references),
    }),
  relationship: ({ seed, number, first, second }) =>
    versioned(seed, poolId('relationship', 1 + (number % 3)), {
      relationship_type: 'related-to',
      source_ref: at(endPool, first),
      target_ref: at(endPool, second),
    }),
  sighting: ({ seed, number, references, first, second }) =>
    versioned(seed, poolId('sighting', 1 + (number % 2)), {
      sighting_of_ref: at(sightedPool, first),
      ...(references.length > 1 && { where_sighted_refs: [at(identityPool, second)] }),
    }),
  'language-content': ({ seed, number, references, first, second, text }) =>
    versioned(seed, poolId('language-content', 1 + (number % 2)), {
      object_ref: at(domainPool, first),
      ...(references.length > 1 && { object_modified: versionTime(second % 4) }),
      contents: { fr: { name: text } },
    }),
  'marking-definition': ({ number }) => ({
    type: 'marking-definition',
    spec_version: '2.1',
    id: at(markingPool, number),
    created: versionTime(0),
    definition_type: 'statement',
    definition: { statement: 'For the named readers.' },
  }),
  'extension-definition': ({ seed, number, first, text }) =>
    versioned(seed, at(extensionPool, number), {
      name: text,
      schema: 'https://example.org/schema.json',
      version: '1.0.0',
      extension_types: ['property-extension'],
      created_by_ref: at(identityPool, first),
    }),
  'ipv4-addr': ({ number }) => addressObject(number),
  file: ({ seed, number }) => ({ ...fileObject(number), ...(seed.wording > 0 && { size: seed.wording }) }),
  'network-traffic': ({ number, references }) => trafficObject(number, references),
};

const versioned = (seed: ObjectSeed, id: string, properties: JsonObject): JsonObject => ({
  type: seed.kind,
  spec_version: '2.1',
  id,
  created: versionTime(0),
  modified: versionTime(seed.version),
  ...properties,
});

const listOf = (pool: readonly string[], places: readonly number[]): string[] => [
  ...new Set(places.map((place) => at(pool, place))),
];

const describable = new Set(['malware', 'identity', 'indicator', 'report', 'relationship', 'sighting']);

function optional(seed: ObjectSeed, bare: JsonObject, members: number, isObservable: boolean): JsonObject {
  const { kind, creator, description, custom, markings } = seed;
  return {
    ...(description !== undefined && describable.has(kind) && { description: at(words, description) }),
    ...(custom !== undefined && { x_about_ref: at(anyPool, custom) }),
    ...(markings && kind !== 'marking-definition' && { object_marking_refs: listOf(markingRefs, markings) }),
    ...(!isObservable &&
      creator !== undefined &&
      bare['created_by_ref'] === undefined && {
        created_by_ref: identityOf(creator % members),
      }),
    ...(!isObservable && kind !== 'marking-definition' && commonParts(seed)),
  };
}

const commonParts = (seed: ObjectSeed): JsonObject => ({
  ...(seed.labels && { labels: ['draft', at(words, seed.wording)] }),
  ...(seed.external && {
    external_references: [
      { source_name: 'bulletin', external_id: '7' },
      { source_name: 'press', description: 'as printed' },
    ],
  }),
  ...(seed.revoked && { revoked: true }),
});

function extensionsOf(seed: ObjectSeed, object: JsonObject, instant: number, members: number): JsonObject {
  const extensions: JsonObject = {};
  if (seed.extension !== undefined)
    extensions[at(extensionPool, seed.extension)] = {
      extension_type: 'property-extension',
      about_ref: at(anyPool, seed.extension),
    };
  const portions = (seed.portions ?? []).flatMap(({ selector, parts }): Json[] => {
    const present = presentSelector(object, selector);
    return present ? [{ selectors: [present], ...statedParts(parts, instant, members) }] : [];
  });
  const stated = seed.stated ? statedParts(seed.stated, instant, members) : {};
  if (portions.length > 0 || Object.keys(stated).length > 0)
    extensions[labelExtensionId] = {
      extension_type: 'property-extension',
      ...stated,
      ...(portions.length > 0 && { portions }),
    };
  return extensions;
}

/** A selector of something that the object has; from the wished one on, the first that fits. */
function presentSelector(object: JsonObject, wished: number): string | undefined {
  const turned = [...selectors.slice(wished), ...selectors.slice(0, wished)];
  return turned.find((selector) => (selector.split('.')[0] as string) in object);
}

/** Parts of a label as a member states them. */
export function statedParts(seed: PartsSeed, instant: number, members: number): StatedParts & JsonObject {
  const after = (seconds: number): string => formatTimestamp(BigInt(instant + seconds * 1_000_000));
  return {
    ...(seed.level !== undefined && { levels: { [policyId]: seed.level } }),
    ...(seed.attribute && { all: [attributeId] }),
    ...(seed.any.length > 0 && {
      any: seed.any.map((clause) => clause.map((one) => audienceOf(one, members))),
    }),
    ...(seed.owners && {
      owners: [...new Set(seed.owners.map((owner) => memberIds[owner % members] as string))],
    }),
    ...(seed.handling && { handling: [seed.handling] }),
    ...(seed.until !== undefined && { until: after(seed.until) }),
    ...(seed.review && { review: after(86_400) }),
  };
}

function audienceOf(seed: AudienceSeed, members: number): string {
  if (seed.kind === 'public') return 'public';
  if (seed.kind === 'member') return `member:${memberIds[seed.number % members] as string}`;
  return `community:${at(communityIds, seed.number)}`;
}

function withFault(object: JsonObject, seed: ObjectSeed, instant: number): JsonObject {
  const faulty: JsonObject = { ...object };
  if (seed.fault === 'ahead' && 'modified' in object)
    faulty['modified'] = formatTimestamp(BigInt(instant + 400_000_000)).replace(/000Z$/, 'Z');
  if (seed.fault === 'missing') delete faulty['type'];
  if (seed.fault === 'selector')
    faulty['granular_markings'] = [{ marking_ref: markingRefs[0] as string, selectors: ['x_absent'] }];
  if (seed.fault === 'label') faulty['extensions'] = { [labelExtensionId]: { any: 'public' } };
  return faulty;
}
