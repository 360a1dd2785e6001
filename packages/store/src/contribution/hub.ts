/**
 * What the hub itself says: contributions of no member, so that nobody can put one in, relabel or recall it. They are
 * open to whoever they are for, references included, though what these name may be in no view.
 */
import { makeLabel, type Clause } from '@entente/core/label/label';
import { prepare } from '@entente/core/release/prepare';
import type { StixObject } from '@entente/core/stix/types';
import type { Change } from '../change/change.ts';
import { internHolding, internLabel } from '../gate/intern.ts';
import { hub } from './contributor.ts';
import { readSurroundings } from './surroundings.ts';
import { writeContributions, type NewContribution } from './write.ts';

export interface Said {
  object: StixObject;
  /** Microseconds. */
  version: number;
  /** Of whom one has to be who reads it; nobody where there is none. */
  readers: Clause;
}

/**
 * Puts in what the hub says; the internal ids, in the order given.
 * @throws where one is not valid: what the hub makes always is
 */
export async function putAsHub(
  change: Change,
  said: readonly Said[],
  digest: (object: StixObject) => string,
): Promise<number[]> {
  const places = await internPlaces(change, said);
  const fresh = said.map(({ object, version, readers }): NewContribution => {
    const made = prepare(object, JSON.stringify(object), new Map(), digest, 'hub');
    if ('findings' in made) throw new Error(`${object.id} is not valid: ${JSON.stringify(made.findings)}`);
    const place = places.get(readers.join(' ')) as Place;
    return { prepared: made.prepared, version, ...place, portions: [], held: null, isOpen: true };
  });
  const objects = fresh.map(({ prepared }) => prepared);
  const { nodes } = await writeContributions(change, await readSurroundings(change, hub, objects), fresh);
  return nodes.map(({ id }) => id);
}

type Place = Pick<NewContribution, 'stated' | 'holding'>;

/** For those who are to read, the label that permits them alone. */
async function internPlaces(change: Change, said: readonly Said[]): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  for (const { readers } of said) {
    const key = readers.join(' ');
    if (places.has(key)) continue;
    const stated = await internLabel(change, hub, makeLabel({ any: [readers] }));
    places.set(key, { stated, holding: await internHolding(change, hub, stated, { batch: null }) });
  }
  return places;
}
