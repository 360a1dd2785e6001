/**
 * Ids of what a table becomes. They are UUIDv5 of the member, the name of the list and what tells a row from the others
 * (its key, else all its cells), so that the same row in the same list is the same object whoever of the member puts it
 * in again, from whatever device, and two members' lists of one name never meet. As anybody may guess a key, the cell
 * takes every property of such an object to be part of its id, and withholds the whole of it from whoever may not have
 * one of them: an id under UUIDv5 gives nothing away that its reader does not have.
 */
import { canonical, deterministicId, uuidV5 } from '@entente/contract/making';
import { labelExtensionId } from '@entente/contract/stix';
import type { JsonObject } from '@entente/core/stix/types';

/** The namespace of URNs' and URLs' UUIDs (RFC 9562 §6.6). */
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** Makes ids for one list of one member. */
export class Identifiers {
  private readonly namespace: string;

  constructor(member: string, list: string) {
    this.namespace = uuidV5(urlNamespace, `urn:entente:table:${canonical([member, list.trim()])}`);
  }

  /** @param tellers what tells the object from others of its type in the list */
  of(type: string, tellers: readonly string[]): string {
    return `${type}--${uuidV5(this.namespace, canonical([type, ...tellers]))}`;
  }

  /** Of a cyber-observable: the id that everybody gives it (STIX 2.1 §2.9). */
  ofObservable(object: JsonObject): string {
    const id = deterministicId(object);
    if (id === undefined) throw new Error(`no id can be made of ${String(object['type'])}`);
    return id;
  }
}

/** What an object says, whenever it was said: equal for versions that differ in time alone, or in what a label adds. */
export function contentOf(object: JsonObject): string {
  const { created: _created, modified: _modified, object_marking_refs: _marking, ...said } = object;
  const { granular_markings: _granular, extensions, ...rest } = said;
  return uuidV5(urlNamespace, canonical({ ...rest, extensions: withoutLabel(extensions) }));
}

function withoutLabel(extensions: JsonObject[string] | undefined): JsonObject {
  if (typeof extensions !== 'object' || extensions === null || Array.isArray(extensions)) return {};
  const { [labelExtensionId]: _label, ...others } = extensions;
  return others;
}
