/** Changes of what is put in: more, less, another version, or taken back. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { isStixId } from '@entente/core/stix/identifier';
import type { JsonObject } from '@entente/core/stix/types';
import { anyPool, malwareObject, trafficObject } from '../objects.ts';
import { poolId, versionTime } from '../pool.ts';
import type { Change, Drawing, PutAct } from './drawing.ts';

export function remove(drawing: Drawing): Change | undefined {
  const place = drawing.place();
  return place && drawing.replaceObject(place.act, place.index);
}

/** What somebody puts in somewhere, put in by another member under another version. */
export function add(drawing: Drawing): Change | undefined {
  return contribute(drawing, drawing.puts(), (source) => drawing.otherVersion(source));
}

/** What somebody puts in somewhere, put in by another member. */
export function claim(drawing: Drawing): Change | undefined {
  return contribute(drawing, drawing.puts(), (source) => source);
}

/** Some of what the members themselves put in, put in by another, mostly before them. */
export function echo(drawing: Drawing): Change | undefined {
  const own = drawing.puts().filter((act) => drawing.members.includes(act.member));
  const member = drawing.one(drawing.others());
  const last = drawing.one(own);
  if (!last || !member) return undefined;
  const sources = own.flatMap((act) => act.objects).filter(() => drawing.pick(2) === 0);
  const byId = new Map([...last.objects, ...sources].map((object) => [object['id'], object]));
  const objects = [...byId.values()].map((one) => (drawing.pick(3) > 0 ? one : drawing.otherVersion(one)));
  const { acts } = drawing.world;
  const first = acts.findIndex(({ kind }) => kind === 'put');
  const after = first + drawing.pick(Math.max(1, acts.indexOf(last) - first));
  return drawing.insert((at) => drawing.put(at, member, ...objects), after);
}

function contribute(
  drawing: Drawing,
  from: readonly PutAct[],
  make: (source: JsonObject) => JsonObject,
): Change | undefined {
  const source = drawing.one(from.flatMap((act) => act.objects));
  const member = drawing.one(drawing.others());
  if (!source || !member) return undefined;
  const object = make(source);
  return drawing.insert((at) => drawing.put(at, member, object));
}

/** Many versions of a relationship, each with other ends, and each of all these with a label of its own. */
export function chain(drawing: Drawing): Change | undefined {
  const place = drawing.one(drawing.places().filter(({ object }) => object['type'] === 'relationship'));
  if (!place) return undefined;
  const labelled = (object: JsonObject, code: string): JsonObject => ({
    ...object,
    extensions: { [labelExtensionId]: { extension_type: 'property-extension', handling: [code] } },
  });
  const links = Array.from({ length: 9 }, (_, index): JsonObject[] => {
    const ends = [`chained ${index} from`, `chained ${index} to`].map((name, end) =>
      labelled(malwareObject(10 + 2 * index + end, name), name),
    );
    const [source_ref, target_ref] = ends.map(({ id }) => id as string);
    const modified = versionTime(10 + index);
    const link = { ...place.object, modified, source_ref, target_ref } as JsonObject;
    return [...ends, labelled(link, `chained ${index}`)];
  });
  // The member that has the relationship, or another to whose versions it may be a claim.
  const member = drawing.pick(2) === 0 ? place.act.member : (drawing.one(drawing.others()) as string);
  return drawing.insert((at) => drawing.put(at, member, ...links.flat()));
}

/** The same put in again by the same member, for others. */
export function repeat(drawing: Drawing): Change | undefined {
  const place = drawing.place();
  if (!place) return undefined;
  const { act, object } = place;
  return drawing.insert((at) => drawing.put(at, act.member, object), drawing.behind(act));
}

export function revise(drawing: Drawing): Change | undefined {
  const place = drawing.place();
  if (!place) return undefined;
  const { act, index, object } = place;
  const texts = ['name', 'description', 'content', 'x_note'];
  const name = drawing.one(texts) as string;
  return drawing.replaceObject(act, index, { ...object, [name]: `revised ${drawing.pick(3)}` });
}

export function link(drawing: Drawing): Change | undefined {
  const member = drawing.one(drawing.others());
  if (!member) return undefined;
  const ids = [
    ...drawing.puts().flatMap((act) => act.objects.map((object) => String(object['id']))),
    ...anyPool,
  ];
  const isEnd = (id: string): boolean =>
    isStixId(id) && !/^(relationship|sighting|marking|language|extension)/.test(id);
  const ends = ids.filter(isEnd);
  const own = drawing.puts().filter((act) => drawing.members.includes(act.member));
  const guessed = own.flatMap((act) => act.objects.map((object) => String(object['id']))).filter(isEnd);
  const relationship: JsonObject = {
    type: 'relationship',
    spec_version: '2.1',
    id: poolId('relationship', 1 + drawing.pick(4)),
    created: versionTime(0),
    modified: versionTime(drawing.pick(4)),
    relationship_type: 'related-to',
    source_ref: drawing.one(drawing.pick(2) === 0 && guessed.length > 0 ? guessed : ends) as string,
    target_ref: drawing.one(ends) as string,
  };
  const object = drawing.pick(4) === 0 ? trafficObject(drawing.pick(2), [drawing.pick(2)]) : relationship;
  // Often everybody may see it: what hides it then is its ends.
  const any = drawing.pick(2) === 0 ? [['public']] : undefined;
  return drawing.insert((at) => ({ ...drawing.put(at, member, object), ...(any && { chosen: { any } }) }));
}

export function recall(drawing: Drawing): Change | undefined {
  const place = drawing.place();
  if (!place) return undefined;
  const { act, object } = place;
  return drawing.insert((at) => ({ kind: 'recall', at, member: act.member, object: String(object['id']) }));
}
