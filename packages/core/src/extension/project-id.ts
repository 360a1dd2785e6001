import { uuidV5 } from '../stix/deterministic.ts';

/** The namespace of every deterministic id that the project gives: UUIDv5 of `urn:entente` in the URL namespace. */
export const projectNamespace = '0b9ff6d6-8700-5fce-b9de-c09ea604fc0e';

/** A STIX id that is the same on each installation: the type, and the UUIDv5 of `type:name` in the project's namespace. */
export function projectId(type: string, name: string): string {
  return `${type}--${uuidV5(projectNamespace, `${type}:${name}`)}`;
}
