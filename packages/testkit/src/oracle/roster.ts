/** Members, communities and epochs, told by ADR 5, "Communities and epochs" and "Recall, departure, expiry". */

export interface Entry {
  entry: string;
  entered: bigint;
  openedFrom: number;
  /** The epoch that this entry opened in each community that was then at or above it. */
  opened: Map<string, number>;
}

interface Community {
  epoch: number;
  roster: Entry[];
  past: Stay[];
  /** Member → since when it has been within without a break. */
  since: Map<string, bigint>;
}

/** When an entry stood on a roster, as a member may know it. */
export interface Stay {
  entry: string;
  /** `undefined` where it was there before the member. */
  entered: bigint | undefined;
  left: bigint | undefined;
}

export interface Member {
  id: string;
  identity: string;
  departed: boolean;
  suspended: boolean;
  clearances: Map<string, number>;
  attributes: Set<string>;
}

export class Coalition {
  readonly members = new Map<string, Member>();
  readonly communities = new Map<string, Community>();
  readonly policies = new Set<string>();
  readonly attributes = new Set<string>();

  admit(id: string, identity: string): void {
    if (this.members.has(id) || this.communities.has(id)) return;
    const rights = { clearances: new Map<string, number>(), attributes: new Set<string>() };
    this.members.set(id, { id, identity, departed: false, suspended: false, ...rights });
  }

  found(id: string): void {
    if (!this.members.has(id) && !this.communities.has(id))
      this.communities.set(id, { epoch: 0, roster: [], past: [], since: new Map() });
  }

  /** Whether a member is in the cell now, suspended or not. */
  isMember(id: string): boolean {
    return this.members.get(id)?.departed === false;
  }

  /** Whether a member is in the cell now with its rights. */
  isPresent(id: string): boolean {
    return this.isMember(id) && this.members.get(id)?.suspended === false;
  }

  /** A suspended member stays on its rosters. */
  suspend(id: string, suspended: boolean): void {
    const member = this.members.get(id);
    if (member) member.suspended = suspended;
  }

  /** A departed member is out of every roster; each change opens an epoch. */
  depart(id: string, at: bigint): void {
    const member = this.members.get(id);
    if (!member || member.departed) return;
    for (const community of this.communities.keys()) this.leave(community, id, at);
    member.departed = true;
    member.clearances.clear();
    member.attributes.clear();
  }

  /** An entry that is there already, is unknown, or would make a circle changes nothing. */
  enter(community: string, entry: string, at: bigint, openedFrom?: number): void {
    const place = this.communities.get(community);
    if (!place || place.roster.some((other) => other.entry === entry)) return;
    if (!this.isMember(entry) && !this.communities.has(entry)) return;
    if (entry === community || this.above(community).has(entry)) return;
    const opened = this.openEpoch(community);
    place.roster.push({ entry, entered: at, openedFrom: openedFrom ?? place.epoch, opened });
  }

  leave(community: string, entry: string, at: bigint): void {
    const place = this.communities.get(community);
    const gone = place?.roster.find((other) => other.entry === entry);
    if (!place || !gone) return;
    place.past.push({ entry, entered: gone.entered, left: at });
    place.roster = place.roster.filter((other) => other.entry !== entry);
    this.openEpoch(community);
  }

  /** The same with the rosters alone that a member may read: those of communities that it is within. */
  asReadBy(reader: string): Coalition {
    const known = new Coalition();
    for (const [id, member] of this.members) known.members.set(id, member);
    for (const [id, place] of this.communities)
      known.communities.set(id, this.isWithin(reader, id) ? place : { ...place, roster: [] });
    return known;
  }

  /** Lines of rosters by which a member stands in a community, each with those above it. */
  linesOf(member: string, community: string): Entry[] {
    return (this.communities.get(community)?.roster ?? []).flatMap((line) => {
      if (line.entry === member) return [line];
      const below = this.communities.has(line.entry) ? this.linesOf(member, line.entry) : [];
      return below.length === 0 ? [] : [line, ...below];
    });
  }

  /** The epoch from which the community is open to the member, `undefined` where it is not within. */
  openedFrom(member: string, community: string): number | undefined {
    return this.isPresent(member) ? this.standsFrom(member, community) : undefined;
  }

  /** The same whether or not the member is suspended. */
  standsFrom(member: string, community: string): number | undefined {
    const ways = (this.communities.get(community)?.roster ?? []).flatMap((entry) =>
      this.lowerWays(member, entry, community).map((below) => Math.max(entry.openedFrom, below)),
    );
    return ways.length === 0 ? undefined : Math.min(...ways);
  }

  isWithin(member: string, community: string): boolean {
    return this.openedFrom(member, community) !== undefined;
  }

  /** Looks, after each act, who is within what, and since when. */
  look(at: bigint): void {
    for (const [id, { since }] of this.communities) {
      for (const member of this.members.keys()) {
        if (this.standsFrom(member, id) === undefined) since.delete(member);
        else if (!since.has(member)) since.set(member, at);
      }
    }
  }

  /** Who came and went while the member was within, as it may know it; `undefined` where it is not within now. */
  rosterPast(member: string, community: string): { since: bigint; stays: Stay[] } | undefined {
    const place = this.communities.get(community);
    const since = place?.since.get(member);
    if (!place || since === undefined || !this.isPresent(member)) return undefined;
    const gone = place.past.filter(({ left }) => left !== undefined && left > since);
    const here = place.roster.map(({ entry, entered }): Stay => ({ entry, entered, left: undefined }));
    const stays = [...gone, ...here].map((stay): Stay => {
      const isOld = stay.entered !== undefined && stay.entered < since;
      return isOld ? { ...stay, entered: undefined } : stay;
    });
    return { since, stays };
  }

  /** For each way from an entry of `top` down to the member: the latest epoch of `top` that it opened. */
  private lowerWays(member: string, entry: Entry, top: string): number[] {
    if (entry.entry === member) return [0];
    return (this.communities.get(entry.entry)?.roster ?? []).flatMap((lower) =>
      this.lowerWays(member, lower, top).map((below) => Math.max(lower.opened.get(top) ?? 0, below)),
    );
  }

  private openEpoch(community: string): Map<string, number> {
    const opened = new Map<string, number>();
    for (const id of [community, ...this.above(community)]) {
      const place = this.communities.get(id) as Community;
      place.epoch += 1;
      opened.set(id, place.epoch);
    }
    return opened;
  }

  private above(community: string): Set<string> {
    const found = new Set<string>();
    for (const [id, place] of this.communities) {
      if (!place.roster.some((entry) => entry.entry === community)) continue;
      found.add(id);
      for (const higher of this.above(id)) found.add(higher);
    }
    return found;
  }
}
