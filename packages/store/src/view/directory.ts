/** What one reader may know of the coalition: everybody's names, and the rosters and rights that concern it. */
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
      `select id, name, kind, identity, departed_at is not null as departed from member
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
