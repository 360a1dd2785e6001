import { projectNamespace } from '@entente/core/extension/project-id';
import { uuidV5 } from '@entente/core/stix/deterministic';

/**
 * A UUID that is the same on each run. It has the form of a random one (version 4): under a UUIDv5 of unknown
 * recipe every property counts as part of the id, and the object would be withheld for the smallest cut.
 */
export function fixedUuid(name: string): string {
  const uuid = uuidV5(projectNamespace, `demonstration:${name}`);
  return `${uuid.slice(0, 14)}4${uuid.slice(15)}`;
}

/** The STIX id of a record of the demonstration. `key` is unique among the records of the type. */
export const recordId = (type: string, key: string): string => `${type}--${fixedUuid(`${type}:${key}`)}`;
