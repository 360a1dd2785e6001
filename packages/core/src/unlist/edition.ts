import { projectExtensions, projectIdentity } from '../extension/definitions.ts';
import { organisationExtensionId, personExtensionId } from '../extension/identifiers.ts';
import { projectId } from '../extension/project-id.ts';
import type { StixObject } from '../stix/types.ts';

/** One edition of the list, while it is turned into STIX. */
export interface Edition {
  /** When the list was generated: a STIX timestamp. */
  generated: string;
  /**
   * Whether a version of that id is held and revoked. STIX lets no version follow a revoked one (§3.6), so what
   * is listed again gets the next id. Absent: nothing is.
   */
  isRevoked?: (id: string) => boolean;
}

const begun = '1999-10-15T00:00:00.000Z';

/** Identity in whose name the objects of the list are created; the day is that of resolution 1267 (1999). */
export const unListIdentity: StixObject = {
  type: 'identity',
  spec_version: '2.1',
  id: projectId('identity', 'un-security-council-consolidated-list'),
  created: begun,
  modified: begun,
  name: 'United Nations Security Council Consolidated List',
  description:
    'The list of all individuals and entities subject to measures imposed by the Security Council, as published.',
  identity_class: 'organization',
  contact_information: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
};

/** What the objects of each edition refer to; the same for every edition, to be put in first. */
export const editionPreamble: readonly StixObject[] = [
  projectIdentity,
  ...projectExtensions.filter(({ id }) => id === personExtensionId || id === organisationExtensionId),
  unListIdentity,
];

/** The id of what the list calls `name`: the same on each installation, and never one that is revoked. */
export function listedId(type: string, name: string, edition: Edition): string {
  for (let turn = 1; ; turn += 1) {
    const id = projectId(type, turn === 1 ? `un-list:${name}` : `un-list:${name}:${turn}`);
    if (edition.isRevoked?.(id) !== true) return id;
  }
}
