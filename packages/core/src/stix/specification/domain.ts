/** STIX domain objects (STIX 2.1 §4) and relationship objects (§5). */
import { domainObject, killChainPhase, relationshipObject } from './common.ts';
import type { ObjectSpecification, Property } from './kind.ts';
import {
  after,
  atLeastOne,
  boolean,
  closed,
  form,
  freeText,
  freeTexts,
  list,
  must,
  needs,
  notBefore,
  notBoth,
  open,
  reference,
  references,
  text,
  timestamp,
} from './kind.ts';

const anyList: Property = list({ kind: 'reference' });
const phases = list(killChainPhase);
const seen = { first_seen: timestamp, last_seen: timestamp };
const seenInOrder = notBefore('last_seen', 'first_seen');
const motivations = {
  resource_level: open('attack-resource-level'),
  primary_motivation: open('attack-motivation'),
  secondary_motivations: list(open('attack-motivation')),
};

/** Types that are no cyber-observable object and no relationship: not what an observation is made of. */
const notObserved =
  `attack-pattern campaign course-of-action grouping identity incident indicator infrastructure
  intrusion-set location malware malware-analysis note observed-data opinion report threat-actor tool
  vulnerability bundle language-content marking-definition extension-definition`.split(/\s+/);

/** Types that are neither domain nor cyber-observable objects: no ends of relationships. */
const notEnds = 'relationship sighting bundle marking-definition language-content extension-definition'.split(
  ' ',
);

/** Cyber-observable objects; a sighting is of none of them. */
export const observableTypes = `artifact autonomous-system directory domain-name email-addr email-message file
  ipv4-addr ipv6-addr mac-addr mutex network-traffic process software url user-account windows-registry-key
  x509-certificate`.split(/\s+/);

const observed: Property = list({ kind: 'reference', not: notObserved, example: 'artifact' });
const end: Property = { kind: 'reference', not: notEnds };

export const domainObjects: readonly ObjectSpecification[] = [
  domainObject('attack-pattern', {
    name: must(freeText),
    description: freeText,
    aliases: freeTexts,
    kill_chain_phases: phases,
  }),
  domainObject(
    'campaign',
    { name: must(freeText), description: freeText, aliases: freeTexts, ...seen, objective: freeText },
    [seenInOrder],
  ),
  domainObject('course-of-action', { name: must(freeText), description: freeText }),
  domainObject('grouping', {
    name: freeText,
    description: freeText,
    context: must(open('grouping-context')),
    object_refs: must(anyList),
  }),
  domainObject('identity', {
    name: must(freeText),
    description: freeText,
    roles: list(text),
    identity_class: open('identity-class'),
    sectors: list(open('industry-sector')),
    contact_information: freeText,
  }),
  domainObject('incident', { name: must(freeText), description: freeText }),
  domainObject(
    'indicator',
    {
      name: freeText,
      description: freeText,
      indicator_types: list(open('indicator-type')),
      pattern: must(text),
      pattern_type: must(open('pattern-type')),
      pattern_version: text,
      valid_from: must(timestamp),
      valid_until: timestamp,
      kill_chain_phases: phases,
    },
    [after('valid_until', 'valid_from')],
  ),
  domainObject(
    'infrastructure',
    {
      name: must(freeText),
      description: freeText,
      infrastructure_types: list(open('infrastructure-type')),
      aliases: freeTexts,
      kill_chain_phases: phases,
      ...seen,
    },
    [seenInOrder],
  ),
  domainObject(
    'intrusion-set',
    {
      name: must(freeText),
      description: freeText,
      aliases: freeTexts,
      ...seen,
      goals: freeTexts,
      ...motivations,
    },
    [seenInOrder],
  ),
  domainObject(
    'location',
    {
      name: freeText,
      description: freeText,
      latitude: { kind: 'number', minimum: -90, maximum: 90 },
      longitude: { kind: 'number', minimum: -180, maximum: 180 },
      precision: { kind: 'number' },
      region: open('region'),
      country: text,
      administrative_area: text,
      city: text,
      street_address: text,
      postal_code: text,
    },
    [
      needs('latitude', 'longitude'),
      needs('longitude', 'latitude'),
      needs('precision', 'latitude', 'longitude'),
      atLeastOne('region', 'country', 'latitude'),
    ],
  ),
  domainObject(
    'malware',
    {
      name: freeText,
      description: freeText,
      malware_types: list(open('malware-type')),
      is_family: must(boolean),
      aliases: freeTexts,
      kill_chain_phases: phases,
      ...seen,
      operating_system_refs: references('software'),
      architecture_execution_envs: list(open('processor-architecture')),
      implementation_languages: list(open('implementation-language')),
      capabilities: list(open('malware-capabilities')),
      sample_refs: references('file', 'artifact'),
    },
    [seenInOrder],
  ),
  domainObject(
    'malware-analysis',
    {
      product: must(text),
      version: text,
      host_vm_ref: reference('software'),
      operating_system_ref: reference('software'),
      installed_software_refs: references('software'),
      configuration_version: text,
      modules: list(text),
      analysis_engine_version: text,
      analysis_definition_version: text,
      submitted: timestamp,
      analysis_started: timestamp,
      analysis_ended: timestamp,
      result_name: text,
      result: open('malware-result'),
      analysis_sco_refs: list({ kind: 'reference', not: notObserved, example: 'artifact' }),
      sample_ref: reference('file', 'artifact', 'network-traffic'),
    },
    [atLeastOne('result', 'analysis_sco_refs')],
  ),
  domainObject('note', {
    abstract: freeText,
    content: must(freeText),
    authors: freeTexts,
    object_refs: must(anyList),
  }),
  domainObject(
    'observed-data',
    {
      first_observed: must(timestamp),
      last_observed: must(timestamp),
      number_observed: must({ kind: 'integer', minimum: 1, maximum: 999_999_999 }),
      objects: { kind: 'objects' },
      object_refs: observed,
    },
    [
      notBefore('last_observed', 'first_observed'),
      atLeastOne('object_refs', 'objects'),
      notBoth('object_refs', 'objects'),
    ],
  ),
  domainObject('opinion', {
    explanation: freeText,
    authors: freeTexts,
    opinion: must(closed('opinion')),
    object_refs: must(anyList),
  }),
  domainObject('report', {
    name: must(freeText),
    description: freeText,
    report_types: list(open('report-type')),
    published: must(timestamp),
    object_refs: must(anyList),
  }),
  domainObject(
    'threat-actor',
    {
      name: must(freeText),
      description: freeText,
      threat_actor_types: list(open('threat-actor-type')),
      aliases: freeTexts,
      ...seen,
      roles: list(open('threat-actor-role')),
      goals: freeTexts,
      sophistication: open('threat-actor-sophistication'),
      ...motivations,
      personal_motivations: list(open('attack-motivation')),
    },
    [seenInOrder],
  ),
  domainObject('tool', {
    name: must(freeText),
    description: freeText,
    tool_types: list(open('tool-type')),
    aliases: freeTexts,
    kill_chain_phases: phases,
    tool_version: text,
  }),
  domainObject('vulnerability', { name: must(freeText), description: freeText }),
];

export const relationshipObjects: readonly ObjectSpecification[] = [
  relationshipObject(
    'relationship',
    {
      relationship_type: must(form('relationship-type')),
      description: freeText,
      source_ref: must(end),
      target_ref: must(end),
      start_time: timestamp,
      stop_time: timestamp,
    },
    [after('stop_time', 'start_time')],
  ),
  relationshipObject(
    'sighting',
    {
      description: freeText,
      ...seen,
      count: { kind: 'integer', minimum: 0, maximum: 999_999_999 },
      sighting_of_ref: must({ kind: 'reference', not: [...notEnds, ...observableTypes] }),
      observed_data_refs: references('observed-data'),
      where_sighted_refs: references('identity', 'location'),
      summary: boolean,
    },
    [seenInOrder],
  ),
];
