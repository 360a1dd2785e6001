/** Random worlds of acts, biased to what release is about. */
import type * as fc from 'fast-check';
import type { JsonObject } from '@entente/core/stix/types';
import { Coalition } from '../oracle/roster.ts';
import type { Act, World } from './acts.ts';
import { onwardStep, type OnwardSeed } from './onward.ts';
import { anyPool, at, objectOf, statedParts } from './objects.ts';
import {
  attributeId,
  communityIds,
  communityNames,
  firstInstant,
  identityOf,
  memberIds,
  memberNames,
  policyId,
  versionTime,
} from './pool.ts';
import { worldSeed, type ActSeed, type ObjectSeed, type WorldSeed } from './seeds.ts';

export interface WorldOptions {
  /** Members; from 3 to 5 where left out. */
  members?: { min: number; max: number };
  /** Acts after the setting up; at most 16 where left out. */
  maximumActs?: number;
}

/** Worlds that shrink towards few acts of few plain objects with plain labels. */
export function worldArbitrary(options: WorldOptions = {}): fc.Arbitrary<World> {
  const { members = { min: 3, max: 5 }, maximumActs = 16 } = options;
  return worldSeed(members, maximumActs).map(writeWorld);
}

type PutAct = Extract<Act, { kind: 'put' }>;

/** The acts that a seed stands for. */
export function writeWorld(seed: WorldSeed): World {
  const writing = new Writing(seed);
  return { acts: writing.write() };
}

const focusKinds: readonly string[] = ['malware', 'relationship', 'report', 'identity', 'language-content'];

class Writing {
  private readonly seed: WorldSeed;
  private readonly acts: Act[] = [];
  private readonly coalition = new Coalition();
  private instant = firstInstant;

  constructor(seed: WorldSeed) {
    this.seed = seed;
  }

  write(): Act[] {
    this.setUp();
    for (const { seconds, seed } of this.seed.acts) {
      this.instant += seconds * 1_000_000;
      const act = this.act(seed);
      if (act) this.take(act);
    }
    return this.acts;
  }

  private setUp(): void {
    const members = memberIds.slice(0, this.seed.members);
    const communities = communityIds.slice(0, this.seed.communities);
    for (const [index, id] of members.entries())
      this.add({
        kind: 'member',
        at: 0,
        id,
        name: memberNames[index] as string,
        identity: identityOf(index),
      });
    const owner = members[0] as string;
    this.add({ kind: 'policy', at: 0, id: policyId, owner });
    this.add({ kind: 'attribute', at: 0, id: attributeId, owner });
    for (const [index, id] of communities.entries())
      this.add({ kind: 'community', at: 0, id, name: communityNames[index] as string });
    for (const [index, community] of communities.entries()) {
      const above = communities[index - 1];
      if (above && this.seed.nestings[index - 1])
        this.add({ kind: 'enter', at: 0, community: above, entry: community });
      for (const [number, entry] of members.entries())
        if ((this.seed.rosters[index] ?? 0) & (1 << number))
          this.add({ kind: 'enter', at: 0, community, entry });
    }
    for (const [index, member] of members.entries()) {
      const rank = this.seed.clearances[index] ?? 0;
      if (rank > 0) this.add({ kind: 'clearance', at: 0, policy: policyId, member, rank });
    }
  }

  private add(act: Act): void {
    this.instant += 1_000_000;
    this.take({ ...act, at: this.instant });
  }

  private take(act: Act): void {
    this.acts.push(act);
    if (act.kind === 'member') this.coalition.admit(act.id, act.identity);
    if (act.kind === 'community') this.coalition.found(act.id);
    if (act.kind === 'enter') this.coalition.enter(act.community, act.entry, BigInt(act.at), act.openedFrom);
    if (act.kind === 'leave') this.coalition.leave(act.community, act.entry, BigInt(act.at));
    if (act.kind === 'departure') this.coalition.depart(act.id, BigInt(act.at));
    if (act.kind === 'suspension' || act.kind === 'reinstatement')
      this.coalition.suspend(act.id, act.kind === 'suspension');
  }

  private act(seed: ActSeed): Act | undefined {
    const { instant } = this;
    switch (seed.kind) {
      case 'put':
        return this.put(seed);
      case 'again':
        return this.again(seed);
      case 'relabel': {
        const { member, object } = this.target(seed.of);
        const version = seed.version ? object['modified'] : undefined;
        const selection = [{ object: String(object['id']), ...(typeof version === 'string' && { version }) }];
        return { kind: 'relabel', at: instant, member, selection, label: this.parts(seed.parts) };
      }
      case 'recall': {
        const { member, object } = this.target(seed.of);
        const version = seed.version ? object['modified'] : undefined;
        const base = { kind: 'recall' as const, at: instant, member, object: String(object['id']) };
        return typeof version === 'string' ? { ...base, version } : base;
      }
      case 'onward':
        return this.onward(seed);
      case 'enter':
      case 'leave':
        return this.roster(seed);
      case 'clearance':
        return {
          kind: 'clearance',
          at: instant,
          policy: policyId,
          member: this.member(seed.member),
          rank: seed.rank,
        };
      case 'grant':
        return {
          kind: 'grant',
          at: instant,
          attribute: attributeId,
          member: this.member(seed.member),
          held: seed.held,
        };
      case 'standing': {
        const id = this.member(seed.member);
        const leavesOr = this.acts.length % 2 === 0 ? 'departure' : 'suspension';
        const isSuspended = this.coalition.members.get(id)?.suspended === true;
        return { kind: isSuspended ? 'reinstatement' : leavesOr, at: instant, id };
      }
    }
  }

  private put(seed: Extract<ActSeed, { kind: 'put' }>): PutAct {
    const { instant } = this;
    const { members } = this.seed;
    const objects = seed.objects.map((object) => objectOf(this.focused(object), instant, members));
    return {
      kind: 'put',
      at: instant,
      member: this.member(seed.member),
      collection: this.collection(seed),
      ...(seed.chosen && { chosen: this.parts(seed.chosen) }),
      objects: objects.map((object, index) => this.naming(object, at(seed.objects, index), objects)),
    };
  }

  /** Most language-contents name a version that there is: of the same put, or of one before. */
  private naming(object: JsonObject, { version, number }: ObjectSeed, together: JsonObject[]): JsonObject {
    if (object['type'] !== 'language-content' || object['object_modified'] === undefined || version === 3)
      return object;
    const before = this.acts.flatMap((act) => (act.kind === 'put' ? act.objects : []));
    const named = [...together, ...before.reverse()].filter(
      ({ type, modified }) => modified !== undefined && type !== 'language-content',
    );
    if (named.length === 0) return object;
    const { id, modified } = at(named, number);
    return { ...object, object_ref: id as string, object_modified: modified as string };
  }

  /** A community that the member belongs to at that moment, the wished one first. */
  private collection(seed: Extract<ActSeed, { kind: 'put' }>): string {
    if (seed.collection === undefined) return 'own';
    const wished = seed.collection % this.seed.communities;
    const turned = [...communityIds.slice(wished, this.seed.communities), ...communityIds.slice(0, wished)];
    return turned.find((id) => this.coalition.isWithin(this.member(seed.member), id)) ?? 'own';
  }

  private focused(seed: ObjectSeed): ObjectSeed {
    if (!this.seed.isFocused) return seed;
    const kind = focusKinds.includes(seed.kind) ? seed.kind : 'malware';
    return { ...seed, kind, number: seed.number % 2, references: seed.references.map((place) => place % 2) };
  }

  private again(seed: Extract<ActSeed, { kind: 'again' }>): PutAct | undefined {
    const puts = this.acts.filter((act) => act.kind === 'put');
    if (puts.length === 0) return undefined;
    const put = at(puts, seed.of);
    const { chosen: _chosen, ...rest } = put;
    return {
      ...rest,
      at: this.instant,
      ...(seed.member !== undefined && { member: this.member(seed.member), collection: 'own' }),
      ...(seed.chosen ? { chosen: this.parts(seed.chosen) } : put.chosen && { chosen: put.chosen }),
    };
  }

  private onward(seed: OnwardSeed): Act {
    const { kind } = seed.object;
    // What others see by its own label, so that they put it in further.
    const plain = { fault: undefined, stated: undefined, granular: undefined, markings: undefined };
    const shown = { ...seed.object, ...plain, kind: kind === 'relationship' ? ('malware' as const) : kind };
    const object = objectOf(this.focused(shown), this.instant, this.seed.members);
    const members = memberIds.slice(0, this.seed.members);
    return onwardStep(this.acts, {
      ...seed,
      at: this.instant,
      members,
      object,
      label: this.parts(seed.parts),
    });
  }

  private roster(seed: Extract<ActSeed, { kind: 'enter' | 'leave' }>): Act {
    const { instant } = this;
    const community = this.community(seed.community);
    const entry = seed.nested === undefined ? this.member(seed.member) : this.community(seed.nested);
    if (seed.kind === 'leave') return { kind: 'leave', at: instant, community, entry };
    const { openedFrom } = seed;
    return { kind: 'enter', at: instant, community, entry, ...(openedFrom !== undefined && { openedFrom }) };
  }

  /** An object of an earlier put, with who put it in. */
  private target(of: number): { member: string; object: JsonObject } {
    const objects = this.acts.flatMap((act) =>
      act.kind === 'put' ? act.objects.map((object) => ({ member: act.member, object })) : [],
    );
    const none = { member: this.member(of), object: { id: anyPool[0] as string, modified: versionTime(0) } };
    return objects.length === 0 ? none : at(objects, of);
  }

  private parts(seed: Parameters<typeof statedParts>[0]): ReturnType<typeof statedParts> {
    return statedParts(seed, this.instant, this.seed.members);
  }

  private member(number: number): string {
    return memberIds[number % this.seed.members] as string;
  }

  private community(number: number): string {
    return communityIds[number % this.seed.communities] as string;
  }
}
