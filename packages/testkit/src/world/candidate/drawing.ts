/** A world from which a hidden change is drawn, and how acts are put into it. */
import { canonical } from '@entente/core/stix/canonical';
import type { JsonObject } from '@entente/core/stix/types';
import type { Act, World } from '../acts.ts';
import { versionTime } from '../pool.ts';
import type { Pick } from '../random.ts';
import { keyOf } from '../watch.ts';

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

export type PutAct = Extract<Act, { kind: 'put' }>;

/** An object of a put by somebody else. */
export interface Place {
  act: PutAct;
  index: number;
  object: JsonObject;
}

export class Drawing {
  readonly world: World;
  readonly members: readonly string[];
  readonly pick: Pick;
  readonly cutsOf: CutsOf;

  constructor(world: World, members: readonly string[], pick: Pick, cutsOf: CutsOf) {
    this.cutsOf = cutsOf;
    this.world = world;
    this.members = members;
    this.pick = pick;
  }

  one<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.pick(list.length)];
  }

  /** Puts by others, with one object of each. */
  places(): Place[] {
    return this.puts()
      .filter((act) => !this.members.includes(act.member))
      .flatMap((act) => act.objects.map((object, index) => ({ act, index, object })));
  }

  place(): Place | undefined {
    return this.one(this.places());
  }

  puts(): PutAct[] {
    return this.world.acts.filter((act) => act.kind === 'put');
  }

  others(): string[] {
    return this.world.acts.flatMap((act) =>
      act.kind === 'member' && !this.members.includes(act.id) ? [act.id] : [],
    );
  }

  replace(act: Act, ...acts: Act[]): Change {
    return { world: { acts: this.world.acts.flatMap((old) => (old === act ? acts : [old])) } };
  }

  replaceObject(act: PutAct, index: number, ...objects: JsonObject[]): Change {
    const removed = keyOf(act, canonical(act.objects[index] as JsonObject));
    const rest = act.objects.flatMap((old, number) => (number === index ? objects : [old]));
    const change = rest.length === 0 ? this.replace(act) : this.replace(act, { ...act, objects: rest });
    return { ...change, removed };
  }

  /** Puts an act in half a second after another, which no other act of a world is at. */
  insert(make: (at: number) => Act, after = this.pick(this.world.acts.length)): Change {
    const act = make((this.world.acts[after] as Act).at + 500_000);
    return {
      world: { acts: [...this.world.acts.slice(0, after + 1), act, ...this.world.acts.slice(after + 1)] },
    };
  }

  otherVersion(source: JsonObject): JsonObject {
    if (!('modified' in source)) return source;
    return { ...source, modified: versionTime(this.pick(5)), ...(this.pick(4) === 0 && { revoked: true }) };
  }

  put(at: number, member: string, ...objects: JsonObject[]): PutAct {
    const any = this.audiences();
    return { kind: 'put', at, member, collection: 'own', objects, ...(any && { chosen: { any } }) };
  }

  audiences(): string[][] | undefined {
    const readers = this.others().filter(() => this.pick(2) === 0);
    return readers.length === 0 ? undefined : [readers.map((reader) => `member:${reader}`)];
  }

  /** The place of an act or, half of the time, of one behind it. */
  behind(act: Act): number {
    const { acts } = this.world;
    const place = acts.indexOf(act);
    return this.pick(2) === 0 ? place : place + this.pick(acts.length - place);
  }
}
