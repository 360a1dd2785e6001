/** The functions that are handed to the oracle, from the rooms of core that it may use. */
import { canonical } from '@entente/core/stix/canonical';
import { contributingProperties, deterministicId, uuidV5 } from '@entente/core/stix/deterministic';
import { dependants, propertySpecification, requiredReferences } from '@entente/core/stix/specification';
import { formatTimestamp, parseTimestamp } from '@entente/core/stix/timestamp';
import type { Verdict } from '@entente/core/stix/types';
import { validateObject } from '@entente/core/stix/validate';
import { wordsOf } from '@entente/core/search/words';
import type { Handed } from './handed.ts';
import { plainStandIn } from './stand-in.ts';

/** What every object has, of whatever type. */
const commonRequired = new Set(['type', 'id', 'spec_version', 'created', 'modified']);

/** Verdicts by canonical form: a pure function, asked again for the same forms all the time. */
const verdicts = new Map<string, Verdict>();

/** For tests of the oracle alone; a harness that runs a server hands its own stand-ins and neutral text. */
export const coreHanded: Handed = {
  validateObject: (value) => {
    const text = JSON.stringify(value);
    const verdict = verdicts.get(text) ?? validateObject(value);
    verdicts.set(text, verdict);
    return verdict;
  },
  canonical,
  parseTimestamp,
  formatTimestamp,
  requiredReferences,
  isRequired: (type, property) =>
    propertySpecification(type)?.get(property)?.required ?? commonRequired.has(property),
  isFreeText: (type, property) => propertySpecification(type)?.get(property)?.freeText ?? false,
  dependants,
  contributingProperties,
  deterministicId,
  standIn: plainStandIn,
  fold: wordsOf,
  neutralText: 'Withheld.',
  noticeObject: (reader, { id, version, part }, at) => ({
    type: 'note',
    spec_version: '2.1',
    id: `note--${uuidV5('00abedb4-aa42-466c-9c01-fed23315a9b7', `${reader} ${id} ${version} ${at}`)}`,
    created: formatTimestamp(at),
    modified: formatTimestamp(at),
    content: part ? 'A part was withdrawn.' : 'Recalled.',
    object_refs: [id],
  }),
};
