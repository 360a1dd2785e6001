/**
 * The marking-definitions of the Traffic Light Protocol. They are fixed by OASIS: nobody else may make one
 * (STIX 2.1 §7.2.1.4 for TLP 1; the extension "TLP 2.0" of the STIX common object repository).
 */
import type { StixObject } from './types.ts';

/** Levels of TLP 2.0, from the most open to the most closed. */
export const tlp2Names = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp2Name = (typeof tlp2Names)[number];

/** Levels of TLP 1, from the most open to the most closed. */
export const tlp1Names = ['WHITE', 'GREEN', 'AMBER', 'RED'] as const;
export type Tlp1Name = (typeof tlp1Names)[number];

/** The extension-definition by which a marking-definition says its TLP 2.0 level, in `tlp_2_0`. */
export const tlp2ExtensionId = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

/** The fixed id of each level of TLP 2.0. */
export const tlp2Ids: Readonly<Record<Tlp2Name, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The fixed id of each level of TLP 1. */
export const tlp1Ids: Readonly<Record<Tlp1Name, string>> = {
  WHITE: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  GREEN: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  AMBER: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  RED: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};

/** The ids of both versions. */
export const tlpIds: ReadonlySet<string> = new Set([...Object.values(tlp2Ids), ...Object.values(tlp1Ids)]);

const tlp2NameOfId = new Map(tlp2Names.map((name) => [tlp2Ids[name], name]));
const tlp1NameOfId = new Map(tlp1Names.map((name) => [tlp1Ids[name], name]));

/**
 * The TLP 2.0 level that an id stands for, `undefined` for any other id. Levels of TLP 1 map by name, WHITE
 * to CLEAR.
 */
export function tlpNameOfId(id: string): Tlp2Name | undefined {
  const older = tlp1NameOfId.get(id);
  return tlp2NameOfId.get(id) ?? (older === 'WHITE' ? 'CLEAR' : older);
}

/** The level of TLP 1 that an id stands for, `undefined` for any other id. */
export const tlp1NameOf = (id: string): Tlp1Name | undefined => tlp1NameOfId.get(id);

/** The marking-definition of a level of TLP 2.0, as OASIS published it. */
export function tlp2Marking(name: Tlp2Name): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlp2Ids[name],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${name}`,
    extensions: {
      [tlp2ExtensionId]: { extension_type: 'property-extension', tlp_2_0: name.toLowerCase() },
    },
  };
}

/** The marking-definition of a level of TLP 1, as in STIX 2.1 §7.2.1.4. */
export function tlp1Marking(name: Tlp1Name): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlp1Ids[name],
    created: '2017-01-20T00:00:00.000Z',
    definition_type: 'tlp',
    name: `TLP:${name}`,
    definition: { tlp: name.toLowerCase() },
  };
}

/** The fixed marking-definition with this id, of either version. */
export function tlpMarkingOfId(id: string): StixObject | undefined {
  const newer = tlp2NameOfId.get(id);
  if (newer !== undefined) return tlp2Marking(newer);
  const older = tlp1NameOfId.get(id);
  return older === undefined ? undefined : tlp1Marking(older);
}
