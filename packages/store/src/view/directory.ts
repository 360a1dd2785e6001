/** What one reader may know of the coalition: everybody's names, and the rosters and rights that concern it. */
import { withinSince, type Stay } from '@entente/core/coalition/roster';
import type { Known } from '@entente/core/label/resolve';
import { knownTo, type Coalition } from '../coalition/rights.ts';
import type { Queryable } from '../database/queryable.ts';
import type { BoundReader } from './group.ts';

export interface MemberRow {
  id: string;
  name: string;
  kind: string;
  identity: string;
  departed: boolean;
  suspended: boolean;
  standing: 'full' | 'observer';
  supervises: boolean;
}

/** A policy of levels or an attribute. */
export interface OwnedRow {
  id: string;
  name: string;
  owner: string;
}

export interface GrantRow {
  /** Policy or attribute. */
  id: string;
  member: string;
  /** Of a policy. */
  rank: number | null;
}

/** One stay of an entry on a roster; microseconds, `undefined` of what was before the reader could read it. */
export interface StayRow {
  entry: string;
  kind: 'member' | 'community';
  entered: number | undefined;
  left: number | undefined;
}

export interface RosterPast {
  /** From when on the reader's member has been within the community without a break. */
  since: number;
  stays: StayRow[];
}

/** Stays on one roster, and those that make up the ways on which a member ever was within any. */
const staysAround = `with recursive stay as (
    select community, entry, entered_at, null::bigint as left_at from roster
    union all select community, entry, entered_at, left_at from roster_past),
  way as (
    select * from stay where entry = $1
    union select s.* from stay s join way w on s.entry = w.community)
  select community, entry, entered_at as entered, left_at as left from way
  union select community, entry, entered_at, left_at from stay where community = $2`;

export class Directory {
  private readonly client: Queryable;
  private readonly reader: BoundReader;
  private readonly coalition: Coalition;

  constructor(client: Queryable, reader: BoundReader, coalition: Coalition) {
    this.client = client;
    this.reader = reader;
    this.coalition = coalition;
  }

  /** Members by id, those who left included. */
  async members(after: string, limit: number): Promise<MemberRow[]> {
    const { rows } = await this.client.query<MemberRow>(
      `select id, name, kind, identity, departed_at is not null as departed,
         suspended_at is not null as suspended, standing, supervises from member
       where id > $1 order by id limit $2`,
      [after, limit],
    );
    return rows;
  }

  /**
   * The roster of a community, its entries unexpanded and without epochs; `undefined` where the reader is not
   * within the community, or there is none.
   */
  roster(community: string): { entry: string; kind: 'member' | 'community' }[] | undefined {
    if (!this.reader.rights.communities.has(community)) return undefined;
    const { communities, entries } = this.coalition.rosters;
    return entries
      .filter((line) => line.community === community)
      .map(({ entry }) => ({
        entry,
        kind: communities.has(entry) ? ('community' as const) : ('member' as const),
      }))
      .sort((a, b) => (a.entry < b.entry ? -1 : 1));
  }

  /**
   * Who came onto the roster of a community and who left it since the reader's member has been within without a
   * break, unexpanded; `undefined` where it is not within, or there is none. Of what was before, nothing is told but
   * that it was there: whoever left had been told of no later reader.
   */
  async rosterPast(community: string): Promise<RosterPast | undefined> {
    const { communities, member } = this.reader.rights;
    if (!communities.has(community)) return undefined;
    const { rows } = await this.client.query<Omit<Stay, 'left'> & { left: number | null }>(staysAround, [
      member,
      community,
    ]);
    const all = rows.map((row): Stay => ({ ...row, left: row.left ?? Number.POSITIVE_INFINITY }));
    const since = withinSince(all, member, community);
    if (since === undefined) return undefined;
    const stays = all
      .filter((stay) => stay.community === community && stay.left > since)
      .map((stay) => ({ ...stay, entered: stay.entered < since ? undefined : stay.entered }))
      .sort((a, b) => (a.entered ?? 0) - (b.entered ?? 0) || (a.entry < b.entry ? -1 : 1));
    const known = this.coalition.rosters.communities;
    return {
      since,
      stays: stays.map(({ entry, entered, left }) => ({
        entry,
        kind: known.has(entry) ? 'community' : 'member',
        entered,
        left: Number.isFinite(left) ? left : undefined,
      })),
    };
  }

  /** Policies of levels by id: every member knows them. */
  async policies(after: string, limit: number): Promise<OwnedRow[]> {
    const { rows } = await this.client.query<OwnedRow>(
      'select id, name, owner from policy where id > $1 order by id limit $2',
      [after, limit],
    );
    return rows;
  }

  /** Attributes by id: every member knows them. */
  async attributes(after: string, limit: number): Promise<OwnedRow[]> {
    const { rows } = await this.client.query<OwnedRow>(
      'select id, name, owner from attribute where id > $1 order by id limit $2',
      [after, limit],
    );
    return rows;
  }

  /** Names of these policies, attributes and of the communities that the reader is within, by id. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.client.query<{ id: string; name: string }>(
      `select id, name from policy where id = any($1::text[])
       union all select id, name from attribute where id = any($1::text[])
       union all select id, name from member where id = any($1::text[])
       union all select id, name from community where id = any($1::text[]) and id = any($2::text[])`,
      [ids, [...this.reader.rights.communities.keys()]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Clearances and attributes that the reader's member holds, or that it grants. */
  async grants(): Promise<GrantRow[]> {
    const { rows } = await this.client.query<GrantRow>(
      `select c.policy as id, c.member, c.rank from clearance c join policy p on p.id = c.policy
         where c.member = $1 or p.owner = $1
       union all
       select g.attribute, g.member, null from attribute_grant g join attribute a on a.id = g.attribute
         where g.member = $1 or a.owner = $1
       order by 1, 2`,
      [this.reader.rights.member],
    );
    return rows;
  }

  /** What the reader's member may name in a label. */
  known(): Known {
    return knownTo(this.coalition, this.reader.rights.member);
  }
}
