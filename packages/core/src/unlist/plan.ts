import { Failure } from '../failure.ts';
import { digest } from '../stix/canonical.ts';
import { compareTimestamps } from '../stix/timestamp.ts';
import type { Json, JsonObject, StixObject } from '../stix/types.ts';

/** What the store holds of an object that an earlier edition gave: the facts of its latest version. */
export interface Held {
  /** `contentDigest` of the version as it was put in. */
  digest: string;
  created: string;
  modified: string;
  revoked: boolean;
}

/** What an edition changes. Versions are ready to be put in. */
export interface EditionPlan {
  /** False where a newer edition was put in before: then nothing changes. */
  applies: boolean;
  added: StixObject[];
  changed: StixObject[];
  /** Ids whose content is as held. */
  unchanged: string[];
  /** Ids that the edition lists no more: put in `revokedVersion` of each. */
  revoked: string[];
}

/**
 * Digest of what an object says. Its times are set aside, and so is what an edition may write anew for entries
 * of which it says just what was said before: the counter of their versions, and the type that all have.
 */
export function contentDigest(object: StixObject): string {
  const { created: _created, modified: _modified, revoked: _revoked, ...content } = object as JsonObject;
  return digest(withoutBookkeeping(content));
}

const typeOfAll = 'UN List';

function withoutBookkeeping(value: Json, name = ''): Json {
  if (Array.isArray(value)) return value.map((item) => withoutBookkeeping(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const isKept = ([key, one]: [string, Json]): boolean =>
    name !== 'listings' || (key !== 'entry_version' && !(key === 'type' && one === typeOfAll));
  const kept = Object.entries(value).filter(isKept);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutBookkeeping(one, key)]));
}

/**
 * Compares a whole edition with what is held of the list.
 * @param previous what is held, by STIX id, of this list alone
 * @param current every object of the edition but its preamble, read to the end: a part of an edition would
 *   revoke the rest
 * @param generated time of this edition
 * @param latest time of the newest edition that was put in; absent where there was none
 * Throws `Failure('invalid')` for an edition that lists one entry twice, or nobody though entries are held.
 */
export function planEdition(
  previous: ReadonlyMap<string, Held>,
  current: readonly StixObject[],
  generated: string,
  latest?: string,
): EditionPlan {
  const plan: EditionPlan = { applies: true, added: [], changed: [], unchanged: [], revoked: [] };
  if (latest !== undefined && compareTimestamps(generated, latest) < 0) return { ...plan, applies: false };
  if (current.length === 0 && previous.size > 0) {
    throw new Failure(
      'invalid',
      'The edition lists nobody. Nothing was taken from it, and nothing is delisted.',
    );
  }
  const listed = new Set<string>();
  for (const object of current) {
    if (listed.has(object.id))
      throw new Failure('invalid', `The edition has two entries that give ${object.id}.`);
    listed.add(object.id);
    const held = previous.get(object.id);
    if (held?.revoked === true)
      throw new RangeError(`${object.id} is revoked: the edition was made without isRevoked`);
    if (held === undefined) plan.added.push(object);
    else if (held.digest === contentDigest(object)) plan.unchanged.push(object.id);
    else plan.changed.push(nextVersion(object, held, generated));
  }
  for (const [id, { revoked }] of previous) if (!revoked && !listed.has(id)) plan.revoked.push(id);
  return plan;
}

function nextVersion(object: StixObject, held: Held, generated: string): StixObject {
  const version: StixObject = { ...object, created: held.created };
  if (compareTimestamps(version['modified'] as string, held.modified) > 0) return version;
  return bumpModified({ ...version, modified: held.modified }, generated);
}

/**
 * The object with a newer `modified`: the edition's time or, where that is not newer, a millisecond on. For
 * content that changed though the list gives no newer day; `created` and the rest stay.
 */
export function bumpModified(object: StixObject, generated: string): StixObject {
  const modified = object['modified'] as string;
  const newer = compareTimestamps(generated, modified) > 0;
  const next = newer ? generated : new Date(Date.parse(modified) + 1).toISOString();
  return { ...object, modified: next };
}

/** The version that revokes an object which the list names no more (STIX 2.1 §3.6). */
export function revokedVersion(object: StixObject, generated: string): StixObject {
  return { ...bumpModified(object, generated), revoked: true };
}
