/** Candidates for hidden changes: each alters a world in one place, hidden or not. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { canonical } from '@entente/core/stix/canonical';
import { isStixId, typeOfId } from '@entente/core/stix/identifier';
import type { Json, JsonObject } from '@entente/core/stix/types';
import { referencesOf } from '../oracle/contribution.ts';
import { everyValue, printPath, type Path } from '../oracle/tree.ts';
import { isConsentAct, type Act, type StatedParts, type World } from './acts.ts';
import { anyPool, malwareObject, trafficObject } from './objects.ts';
import { extensionPool, identityPool, poolId, versionTime } from './pool.ts';
import { keyOf } from './watch.ts';

/** A whole number from 0 below the bound, drawn anew at each call. */
export type Pick = (bound: number) => number;

export const candidateKinds = [
  'remove',
  'add',
  'relabel',
  'revise',
  'link',
  'claim',
  'echo',
  'chain',
  'repeat',
  'restate',
  'audience',
  'owner',
  'part',
  'recall',
  'roster',
  'clearance',
  'consent',
] as const;
export type CandidateKind = (typeof candidateKinds)[number];

export interface Change {
  world: World;
  /** The community whose roster was changed. */
  community?: string;
  /** The contribution that an object which is no longer put in made, or would have made. */
  removed?: string;
  /** A part of one contribution was changed: its names in both worlds, and where. */
  part?: { before: string; after: string; selector: string };
}

/** By the name of a contribution. */
export type CutsOf = (key: string) => ReadonlySet<string> | undefined;

type PutAct = Extract<Act, { kind: 'put' }>;

/**
 * A candidate of a kind, `undefined` where the world has nothing for it.
 * @param members from whom the change is to be hidden: their own acts stay as they are
 * @param cutsOf selectors that were cut from a contribution whenever the members saw it
 */
export function candidateOf(
  kind: CandidateKind,
  world: World,
  members: readonly string[],
  pick: Pick,
  cutsOf: CutsOf = () => undefined,
): Change | undefined {
  const drawing = new Drawing(world, members, pick, cutsOf);
  switch (kind) {
    case 'remove':
      return drawing.remove();
    case 'add':
      return drawing.add();
    case 'claim':
      return drawing.claim();
    case 'echo':
      return drawing.echo();
    case 'chain':
      return drawing.chain();
    case 'repeat':
      return drawing.repeat();
    case 'restate':
      return drawing.restate();
    case 'relabel':
      return drawing.relabel();
    case 'revise':
      return drawing.revise();
    case 'link':
      return drawing.link();
    case 'audience':
      return drawing.audience();
    case 'owner':
      return drawing.owner();
    case 'part':
      return drawing.part();
    case 'recall':
      return drawing.recall();
    case 'roster':
      return drawing.roster();
    case 'clearance':
      return drawing.clearance();
    case 'consent':
      return drawing.consent();
  }
}

/** An object of a put by somebody else. */
interface Place {
  act: PutAct;
  index: number;
  object: JsonObject;
}

class Drawing {
  private readonly world: World;
  private readonly members: readonly string[];
  private readonly pick: Pick;
  private readonly cutsOf: CutsOf;

  constructor(world: World, members: readonly string[], pick: Pick, cutsOf: CutsOf) {
    this.cutsOf = cutsOf;
    this.world = world;
    this.members = members;
    this.pick = pick;
  }

  private one<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.pick(list.length)];
  }

  /** Puts by others, with one object of each. */
  private places(): Place[] {
    return this.puts()
      .filter((act) => !this.members.includes(act.member))
      .flatMap((act) => act.objects.map((object, index) => ({ act, index, object })));
  }

  private place(): Place | undefined {
    return this.one(this.places());
  }

  private puts(): PutAct[] {
    return this.world.acts.filter((act) => act.kind === 'put');
  }

  private others(): string[] {
    return this.world.acts.flatMap((act) =>
      act.kind === 'member' && !this.members.includes(act.id) ? [act.id] : [],
    );
  }

  private replace(act: Act, ...acts: Act[]): Change {
    return { world: { acts: this.world.acts.flatMap((old) => (old === act ? acts : [old])) } };
  }

  private replaceObject(act: PutAct, index: number, ...objects: JsonObject[]): Change {
    const removed = keyOf(act, canonical(act.objects[index] as JsonObject));
    const rest = act.objects.flatMap((old, number) => (number === index ? objects : [old]));
    const change = rest.length === 0 ? this.replace(act) : this.replace(act, { ...act, objects: rest });
    return { ...change, removed };
  }

  /** Puts an act in half a second after another, which no other act of a world is at. */
  private insert(make: (at: number) => Act, after = this.pick(this.world.acts.length)): Change {
    const act = make((this.world.acts[after] as Act).at + 500_000);
    return {
      world: { acts: [...this.world.acts.slice(0, after + 1), act, ...this.world.acts.slice(after + 1)] },
    };
  }

  remove(): Change | undefined {
    const place = this.place();
    return place && this.replaceObject(place.act, place.index);
  }

  /** What somebody puts in somewhere, put in by another member under another version. */
  add(): Change | undefined {
    return this.contribute(this.puts(), (source) => this.otherVersion(source));
  }

  /** What somebody puts in somewhere, put in by another member. */
  claim(): Change | undefined {
    return this.contribute(this.puts(), (source) => source);
  }

  /** Some of what the members themselves put in, put in by another, mostly before them. */
  echo(): Change | undefined {
    const own = this.puts().filter((act) => this.members.includes(act.member));
    const member = this.one(this.others());
    const last = this.one(own);
    if (!last || !member) return undefined;
    const sources = own.flatMap((act) => act.objects).filter(() => this.pick(2) === 0);
    const byId = new Map([...last.objects, ...sources].map((object) => [object['id'], object]));
    const objects = [...byId.values()].map((one) => (this.pick(3) > 0 ? one : this.otherVersion(one)));
    const { acts } = this.world;
    const first = acts.findIndex(({ kind }) => kind === 'put');
    const after = first + this.pick(Math.max(1, acts.indexOf(last) - first));
    return this.insert((at) => this.put(at, member, ...objects), after);
  }

  private contribute(from: readonly PutAct[], make: (source: JsonObject) => JsonObject): Change | undefined {
    const source = this.one(from.flatMap((act) => act.objects));
    const member = this.one(this.others());
    if (!source || !member) return undefined;
    const object = make(source);
    return this.insert((at) => this.put(at, member, object));
  }

  private otherVersion(source: JsonObject): JsonObject {
    if (!('modified' in source)) return source;
    return { ...source, modified: versionTime(this.pick(5)), ...(this.pick(4) === 0 && { revoked: true }) };
  }

  private put(at: number, member: string, ...objects: JsonObject[]): PutAct {
    const any = this.audiences();
    return { kind: 'put', at, member, collection: 'own', objects, ...(any && { chosen: { any } }) };
  }

  private audiences(): string[][] | undefined {
    const readers = this.others().filter(() => this.pick(2) === 0);
    return readers.length === 0 ? undefined : [readers.map((reader) => `member:${reader}`)];
  }

  /** Many versions of a relationship, each with other ends, and each of all these with a label of its own. */
  chain(): Change | undefined {
    const place = this.one(this.places().filter(({ object }) => object['type'] === 'relationship'));
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
    const member = this.pick(2) === 0 ? place.act.member : (this.one(this.others()) as string);
    return this.insert((at) => this.put(at, member, ...links.flat()));
  }

  /** The same put in again by the same member, for others. */
  repeat(): Change | undefined {
    const place = this.place();
    if (!place) return undefined;
    const { act, object } = place;
    return this.insert((at) => this.put(at, act.member, object), this.behind(act));
  }

  /** Another label for what the members may see, which differs in whom else it permits. */
  restate(): Change | undefined {
    const shown = new Set(['public', ...this.members.map((member) => `member:${member}`)]);
    const isShown = ({ act }: Place): boolean =>
      act.chosen?.any?.some((clause) => clause.some((audience) => shown.has(audience))) === true;
    const place = this.one(this.places().filter(isShown));
    const other = this.one(this.others());
    if (!place || other === undefined) return undefined;
    const { act, object } = place;
    const selection = [{ object: String(object['id']) }];
    const label = this.widen(act.chosen as StatedParts, other);
    return this.insert(
      (at) => ({ kind: 'relabel', at, member: act.member, selection, label }),
      this.behind(act),
    );
  }

  /** The place of an act or, half of the time, of one behind it. */
  private behind(act: Act): number {
    const { acts } = this.world;
    const place = acts.indexOf(act);
    return this.pick(2) === 0 ? place : place + this.pick(acts.length - place);
  }

  relabel(): Change | undefined {
    const place = this.place();
    if (!place) return undefined;
    const { act, object } = place;
    const any = this.audiences() ?? [['public']];
    if (this.pick(2) === 0) return this.replace(act, { ...act, collection: 'own', chosen: { any } });
    const selection = [{ object: String(object['id']) }];
    return this.insert((at) => ({ kind: 'relabel', at, member: act.member, selection, label: { any } }));
  }

  revise(): Change | undefined {
    const place = this.place();
    if (!place) return undefined;
    const { act, index, object } = place;
    const texts = ['name', 'description', 'content', 'x_note'];
    const name = this.one(texts) as string;
    return this.replaceObject(act, index, { ...object, [name]: `revised ${this.pick(3)}` });
  }

  link(): Change | undefined {
    const member = this.one(this.others());
    if (!member) return undefined;
    const ids = [
      ...this.puts().flatMap((act) => act.objects.map((object) => String(object['id']))),
      ...anyPool,
    ];
    const isEnd = (id: string): boolean =>
      isStixId(id) && !/^(relationship|sighting|marking|language|extension)/.test(id);
    const ends = ids.filter(isEnd);
    const own = this.puts().filter((act) => this.members.includes(act.member));
    const guessed = own.flatMap((act) => act.objects.map((object) => String(object['id']))).filter(isEnd);
    const relationship: JsonObject = {
      type: 'relationship',
      spec_version: '2.1',
      id: poolId('relationship', 1 + this.pick(4)),
      created: versionTime(0),
      modified: versionTime(this.pick(4)),
      relationship_type: 'related-to',
      source_ref: this.one(this.pick(2) === 0 && guessed.length > 0 ? guessed : ends) as string,
      target_ref: this.one(ends) as string,
    };
    const object = this.pick(4) === 0 ? trafficObject(this.pick(2), [this.pick(2)]) : relationship;
    // Often everybody may see it: what hides it then is its ends.
    const any = this.pick(2) === 0 ? [['public']] : undefined;
    return this.insert((at) => ({ ...this.put(at, member, object), ...(any && { chosen: { any } }) }));
  }

  /** Somebody else may read, or may no longer. */
  audience(): Change | undefined {
    const other = this.one(this.others());
    return other === undefined ? undefined : this.restated((parts) => this.widen(parts, other));
  }

  /** Somebody else's consent is needed, or is no longer. */
  owner(): Change | undefined {
    const other = this.one(this.others());
    return other === undefined ? undefined : this.restated((parts) => withOwner(parts, other));
  }

  /** Another label for what somebody else put in or labelled. */
  private restated(restate: (parts: StatedParts) => StatedParts): Change | undefined {
    const act = this.one(
      this.world.acts.filter(
        (one) => (one.kind === 'put' || one.kind === 'relabel') && !this.members.includes(one.member),
      ),
    );
    if (!act) return undefined;
    if (act.kind === 'put' && act.chosen) return this.replace(act, { ...act, chosen: restate(act.chosen) });
    if (act.kind === 'relabel') return this.replace(act, { ...act, label: restate(act.label) });
    const place = this.place();
    return place && this.restateObject(place, restate);
  }

  private restateObject(
    { act, index, object }: Place,
    restate: (parts: StatedParts) => StatedParts,
  ): Change | undefined {
    const extensions = object['extensions'] as JsonObject | undefined;
    const stated = extensions?.[labelExtensionId] as (StatedParts & JsonObject) | undefined;
    if (!stated) return undefined;
    const label = restate(stated) as JsonObject;
    return this.replaceObject(act, index, {
      ...object,
      extensions: { ...extensions, [labelExtensionId]: label },
    });
  }

  private widen(parts: StatedParts, other: string): StatedParts {
    const name = `member:${other}`;
    if (!Array.isArray(parts.any) || parts.any.length === 0) return { ...parts, any: [[name]] };
    const has = parts.any.some((clause) => clause.includes(name));
    const any = parts.any.map((clause) =>
      has ? clause.filter((audience) => audience !== name) : [...clause, name],
    );
    return { ...parts, any: any.filter((clause) => clause.length > 0) };
  }

  /** Another text or another target in one place of an object; often in one that the members never saw. */
  part(): Change | undefined {
    const cut = this.pick(4) === 0 ? [] : this.places().flatMap((place) => this.cutPlaces(place));
    const place = cut.length > 0 ? this.one(cut) : this.anyPart();
    if (!place) return undefined;
    const { act, index, object, path } = place;
    const isKey = isStixId(String(path.at(-1)));
    const changed = (
      isKey
        ? renameAt(object, path, (key) => this.otherValue(key, path))
        : replaceAt(object, path, (value) => this.otherValue(String(value), path))
    ) as JsonObject;
    const part = {
      before: keyOf(act, canonical(object)),
      after: keyOf(act, canonical(changed)),
      selector: printPath(path),
    };
    const { world } = this.replaceObject(act, index, changed);
    return { world, part };
  }

  private anyPart(): (Place & { path: Path }) | undefined {
    const place = this.place();
    if (!place) return undefined;
    const references = referencesOf(place.object).map(({ path }) => path);
    const creator = references.filter((path) => printPath(path) === 'created_by_ref');
    // A creator that is cut is what most rules could take notice of by mistake.
    const path = this.one(
      creator.length > 0 && this.pick(2) === 0 ? creator : [...references, ...textsOf(place.object)],
    );
    return path && { ...place, path };
  }

  private cutPlaces(place: Place): (Place & { path: Path })[] {
    const { act, object } = place;
    const cuts = this.cutsOf(keyOf(act, canonical(object)));
    if (cuts === undefined || cuts.size === 0) return [];
    const references = referencesOf(object).map(({ path }) => path);
    const paths = [...references, ...textsOf(object)];
    return paths.filter((path) => cuts.has(printPath(path))).map((path) => ({ ...place, path }));
  }

  private otherValue(value: string, path: Path): string {
    if (!isStixId(value))
      return printPath(path) === 'object_modified' ? versionTime(this.pick(5)) : `${value} else`;
    const type = typeOfId(value);
    const pool = [...identityPool, ...extensionPool, ...anyPool].filter((id) => typeOfId(id) === type);
    return this.one([...pool, poolId(type, 6)]) as string;
  }

  recall(): Change | undefined {
    const place = this.place();
    if (!place) return undefined;
    const { act, object } = place;
    return this.insert((at) => ({ kind: 'recall', at, member: act.member, object: String(object['id']) }));
  }

  /** Decisions name epochs by number, which a change of roster shifts: such worlds are left alone. */
  roster(): Change | undefined {
    if (this.world.acts.some((act) => act.kind === 'enter' && act.openedFrom !== undefined)) return undefined;
    const community = this.one(this.world.acts.flatMap((act) => (act.kind === 'community' ? [act.id] : [])));
    const entry = this.one(this.others());
    if (!community || !entry) return undefined;
    const kind = this.pick(2) === 0 ? 'enter' : 'leave';
    return { ...this.insert((at) => ({ kind, at, community, entry })), community };
  }

  /** What others asked or answered is not, or otherwise; or one more of them answers or withdraws. */
  consent(): Change | undefined {
    const asks = this.world.acts.filter((act) => act.kind === 'ask');
    const ask = this.one(asks);
    const member = this.one(this.others());
    if (ask === undefined || member === undefined) return undefined;
    const act = this.one(
      this.world.acts.filter((one) => isConsentAct(one) && !this.members.includes(one.member)),
    );
    if (act === undefined || this.pick(3) === 0) {
      const [any, of, word] = [this.audiences(), ask.at, this.pick(4) === 0 ? 'refuse' : 'consent'] as const;
      const isWithdrawal = this.pick(4) === 0;
      return this.insert(
        (at) =>
          isWithdrawal
            ? { kind: 'withdraw', at, member, of }
            : { kind: 'answer', at, member, of, word, ...(any && this.pick(2) === 0 && { any }) },
        this.behind(ask),
      );
    }
    if (act.kind === 'ask' && this.pick(2) === 0)
      return this.replace(act, { ...act, label: this.widen(act.label, member) });
    if (act.kind === 'answer' && this.pick(2) === 0)
      return this.replace(act, { ...act, word: act.word === 'refuse' ? 'consent' : 'refuse' });
    return this.replace(act);
  }

  /** Who grants clearances in a policy sees them all. */
  clearance(): Change | undefined {
    const policy = this.one(
      this.world.acts.flatMap((act) =>
        act.kind === 'policy' && !this.members.includes(act.owner) ? [act.id] : [],
      ),
    );
    const member = this.one(this.others());
    if (!policy || !member) return undefined;
    return this.insert((at) => ({ kind: 'clearance', at, policy, member, rank: this.pick(3) }));
  }
}

function withOwner({ owners = [], ...rest }: StatedParts, other: string): StatedParts {
  const others = owners.includes(other) ? owners.filter((one) => one !== other) : [...owners, other];
  return { ...rest, ...(others.length > 0 && { owners: others }) };
}

const textsOf = (object: JsonObject): Path[] =>
  everyValue(object).flatMap(({ path, value }) => (isText(path, value) ? [path] : []));

const fixedNames = new Set([
  'id',
  'type',
  'spec_version',
  'created',
  'modified',
  'granular_markings',
  'extensions',
]);
const isText = (path: Path, value: Json): boolean =>
  typeof value === 'string' && !isStixId(value) && !fixedNames.has(String(path[0]));

function replaceAt(node: Json, path: Path, change: (value: Json) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (Array.isArray(node))
    return node.map((child, index) => (index === step ? replaceAt(child, rest, change) : child));
  const object = node as JsonObject;
  return { ...object, [step]: replaceAt(object[step] as Json, rest, change) };
}

function renameAt(node: Json, path: Path, rename: (key: string) => string): Json {
  const key = String(path.at(-1));
  return replaceAt(node, path.slice(0, -1), (value) => {
    const { [key]: held, ...others } = value as JsonObject;
    return { ...others, [rename(key)]: held as Json };
  });
}
