/** Small factories for the records, so that the files of contributors read like what a nation would write. */
import {
  assessmentExtensionId,
  labelExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/core/extension/identifiers';
import type { AssessmentContent } from '@entente/core/extension/assessment';
import type { OrganisationContent } from '@entente/core/extension/organisation';
import type { PersonContent } from '@entente/core/extension/person';
import { deterministicId } from '@entente/core/stix/deterministic';
import { tlp2Ids, type Tlp2Name } from '@entente/core/stix/tlp';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import type { StatedLabel } from '../acts.ts';
import { communityOf, type CommunityKey } from '../communities.ts';
import { recordId } from '../identifier.ts';
import type { Bilingual } from '../language.ts';
import { memberOf, type MemberKey } from '../members.ts';

/** One member's act of putting objects in. `collection` is the community posted into, or 'own'. */
export interface DemonstrationPut {
  member: MemberKey;
  title: Bilingual;
  collection: CommunityKey | 'own';
  chosen?: StatedLabel;
  objects: StixObject[];
}

/** A label on properties of the object. */
export interface Portion extends StatedLabel {
  selectors: string[];
}

/** What goes beside the properties of the specification. */
export interface Beside {
  label?: StatedLabel & { portions?: Portion[] };
  tlp?: Tlp2Name;
  person?: Omit<PersonContent, 'extension_type'>;
  organisation?: Omit<OrganisationContent, 'extension_type'>;
  assessment?: Omit<AssessmentContent, 'extension_type'>;
}

export const nation = (key: MemberKey): string => `member:${memberOf(key).id}`;
export const group = (key: CommunityKey): string => `community:${communityOf(key).id}`;

/** A label for whoever is one of these audiences. */
export const releasedTo = (...audiences: string[]): { any: string[][] } => ({ any: [audiences] });

/** Selector of a field of the person extension. */
export const personField = (field: keyof PersonContent): string => `extensions.${personExtensionId}.${field}`;

/** Admiralty grading of what the object says. */
export const graded = (
  source: AssessmentContent['source_reliability'] & string,
  information: AssessmentContent['information_credibility'] & string,
  basis: 'fact' | 'assessment' = 'fact',
): Omit<AssessmentContent, 'extension_type'> => ({
  source_reliability: source,
  information_credibility: information,
  basis,
  purposes: ['operational analysis'],
});

/** Noon in the places of the story, whose every hour is in 2016 or 2017. */
export const noon = (day: string): string => `${day}T12:00:00.000Z`;

/** A domain object that `author` creates on `day`. `key` is unique among the records of the type. */
export function record(
  author: MemberKey,
  type: string,
  key: string,
  day: string,
  properties: JsonObject,
  beside: Beside = {},
): StixObject {
  return withBeside(
    {
      type,
      spec_version: '2.1',
      id: recordId(type, key),
      created_by_ref: memberOf(author).identity,
      created: noon(day),
      modified: noon(day),
      ...properties,
    },
    beside,
  );
}

/** A relationship between two ids. `key` tells it from others. */
export const link = (
  author: MemberKey,
  key: string,
  day: string,
  [source, type, target]: readonly [string, string, string],
  more: JsonObject = {},
  beside: Beside = {},
): StixObject =>
  record(
    author,
    'relationship',
    key,
    day,
    { relationship_type: type, source_ref: source, target_ref: target, ...more },
    beside,
  );

/** A cyber-observable object, under its deterministic id. */
export function observable(type: string, properties: JsonObject, beside: Beside = {}): StixObject {
  const id = observableId(type, properties);
  return withBeside({ type, spec_version: '2.1', id, ...properties }, beside);
}

/** The deterministic id of a cyber-observable object with these properties. */
export const observableId = (type: string, properties: JsonObject): string =>
  deterministicId({ type, ...properties }) as string;

function withBeside(object: StixObject, beside: Beside): StixObject {
  const { label, tlp, person, organisation, assessment } = beside;
  const contents: [string, unknown][] = [
    [personExtensionId, person],
    [organisationExtensionId, organisation],
    [assessmentExtensionId, assessment],
    [labelExtensionId, label],
  ];
  const given = contents.filter(([, content]) => content !== undefined);
  const extensions = Object.fromEntries(
    given.map(([id, content]) => [id, { extension_type: 'property-extension', ...(content as JsonObject) }]),
  );
  return {
    ...object,
    ...(tlp === undefined ? {} : { object_marking_refs: [tlp2Ids[tlp]] }),
    ...(given.length === 0 ? {} : { extensions }),
  };
}
