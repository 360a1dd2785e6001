/**
 * The bound reader: everything that may be asked of one view. It holds a read-only connection that
 * PostgreSQL itself binds to the reader class and the moment; callers cannot ask for more.
 */
import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import type { Coalition } from '../coalition/rights.ts';
import { readCoalition } from '../coalition/rights.ts';
import type { Queryable } from '../database/queryable.ts';
import { inSnapshot } from '../database/transaction.ts';
import {
  readFeedItems,
  readFeedRecords,
  type FeedFilter,
  type FeedItem,
  type FeedRecord,
  type FeedRecords,
} from './feed.ts';
import { Directory } from './directory.ts';
import { groupOf, readSeen, readSeenById, type BoundReader, type Seen, type SeenInGroup } from './group.ts';

export type { FeedFilter, FeedItem, FeedRecord, FeedRecords, VersionFilter } from './feed.ts';

/** A contribution in the view, with its date in the feed; without one where the feed is behind. */
export interface SeenInView extends SeenInGroup {
  added: number | undefined;
}

export interface FeedPage {
  items: FeedItem[];
  more: boolean;
}

/** One change of the view, for live events: a form that came or moved, or an object that left. */
export interface FeedEvent {
  at: number;
  kind: 'released' | 'removed';
  object: string;
  version: number;
  contributor: string;
  /** Internal id of what was released; null of what was removed. */
  contribution: number | null;
}

export interface SearchQuery {
  /** Folded words, all of which must be seen; the last may be a beginning. */
  words: readonly string[];
  prefix: boolean;
  types?: readonly string[] | undefined;
  since?: number | undefined;
  before?: number | undefined;
  after?: { version: number; object: string } | undefined;
  limit: number;
}

export interface BrowseQuery {
  types?: readonly string[] | undefined;
  /** Microseconds. */
  since?: number | undefined;
  before?: number | undefined;
  /** date_added of the last object of the page before. */
  after?: number | undefined;
  limit: number;
}

/** Runs a read bound to one reader class and one moment; nothing in it can write. */
export async function withView<Result>(
  pool: Pool,
  reader: { id: string; at: number },
  read: (view: View) => Promise<Result>,
): Promise<Result> {
  const bind = `select set_config('entente.reader', ${escapeLiteral(reader.id)}, true),
    set_config('entente.at', '${Number(reader.at)}', true), feed_epoch || ' ' || last_change as version from cell`;
  return inSnapshot<{ version: string }, Result>(pool, bind, async (client, { version }) => {
    const coalition = await coalitionOf(pool, client, version);
    const rights = coalition.rights.get(reader.id);
    const bound: BoundReader = {
      id: reader.id,
      at: reader.at,
      identities: coalition.identities,
      rights: rights ?? {
        member: reader.id,
        full: false,
        levels: {},
        attributes: new Set(),
        communities: new Map(),
      },
    };
    return read(new View(client, bound, coalition));
  });
}

const coalitions = new WeakMap<Pool, { version: string; coalition: Coalition }>();

/** The coalition as the snapshot has it; it is read again after each change of the cell alone. */
async function coalitionOf(pool: Pool, client: PoolClient, version: string): Promise<Coalition> {
  const known = coalitions.get(pool);
  if (known?.version === version) return known.coalition;
  const coalition = await readCoalition(client);
  coalitions.set(pool, { version, coalition });
  return coalition;
}

export class View {
  readonly reader: BoundReader;
  readonly coalition: Coalition;
  readonly directory: Directory;
  private readonly client: Queryable;

  constructor(client: PoolClient, reader: BoundReader, coalition: Coalition) {
    this.client = client;
    this.reader = reader;
    this.coalition = coalition;
    this.directory = new Directory(client, reader, coalition);
  }

  /** One page of the reader's feed in the order of date_added, as TAXII serves it. */
  async feedPage(filter: FeedFilter): Promise<FeedPage> {
    const { records, more } = await this.feedRecords(filter);
    const items: FeedItem[] = [];
    for await (const item of this.feedItems(records)) items.push(item);
    return { items, more };
  }

  /** The same without bodies: which object versions a page has, and when they were added. */
  feedRecords(filter: FeedFilter): Promise<FeedRecords> {
    return readFeedRecords(this.client, this.reader, filter);
  }

  /** The contributions of records, one after another, read in slices so that a page may be of any size. */
  feedItems(records: readonly FeedRecord[]): AsyncGenerator<FeedItem> {
    return readFeedItems(this.client, this.reader, records);
  }

  /** Communities that the reader's member is within, by id. */
  async communities(): Promise<{ id: string; name: string }[]> {
    const { rows } = await this.client.query<{ id: string; name: string }>(
      'select id, name from community where id = any($1::text[]) order by id',
      [[...this.reader.rights.communities.keys()]],
    );
    return rows;
  }

  /** How far the reader's feed has come, and how far it could be, in steps that never leave the hub. */
  async progress(): Promise<{ drained: number; last: number }> {
    const { rows } = await this.client.query<{ drained: number; last: number }>(
      'select r.drained, cell.last_change as last from reader r, cell where r.id = $1',
      [this.reader.id],
    );
    return rows[0] ?? { drained: 0, last: 0 };
  }

  /** Single contributions in the view, by their internal ids. */
  async contributions(ids: readonly number[]): Promise<Seen[]> {
    return readSeenById(this.client, this.reader, ids);
  }

  /** What the reader has of single objects: every claim and version, in the order they were put in. */
  async objects(ids: readonly string[]): Promise<Map<string, SeenInView[]>> {
    const seen = await readSeen(this.client, this.reader, ids);
    const { rows } = await this.client.query<{ contribution: number; entered: number; at: number }>(
      {
        name: 'feed of objects',
        text: 'select contribution, entered, at from feed where reader = $1 and object = any($2::text[])',
      },
      [this.reader.id, ids],
    );
    const entered = new Map(rows.map((row) => [row.contribution, row.entered]));
    const added = new Map(rows.map((row) => [row.contribution, row.at]));
    const groups = new Map<string, Seen[]>();
    for (const one of seen) groups.set(one.object, [...(groups.get(one.object) ?? []), one]);
    return new Map(
      [...groups].map(([id, group]) => [
        id,
        groupOf(group, this.reader, (one) => entered.get(one) ?? Number.MAX_SAFE_INTEGER - 1_000_000).map(
          (one) => ({ ...one, added: added.get(one.id) }),
        ),
      ]),
    );
  }

  /** Objects in the view with references to this one that are open to the reader. */
  async referencing(target: string, limit: number, after: string): Promise<string[]> {
    const { rows } = await this.client.query<{ object: string }>(
      `select distinct c.object from reference r join contribution c on c.id = r.contribution
       where r.target = $3 and c.object > $4
         and exists (select from verdict v where v.reader = $1 and v.gate = c.gate and v.until > $2)
         and (c.contributor = $5 or exists (
           select from verdict v where v.reader = $1 and v.gate = r.gate and v.until > $2))
       order by c.object limit $6`,
      [this.reader.id, this.reader.at, target, after, this.reader.rights.member, limit],
    );
    return rows.map(({ object }) => object);
  }

  /** Objects whose words the reader sees, newest version first. */
  async search(query: SearchQuery): Promise<{ object: string; version: number }[]> {
    const terms = query.words.map((word, index) =>
      query.prefix && index === query.words.length - 1 ? `'${word}':*` : `'${word}'`,
    );
    const { rows } = await this.client.query<{ object: string; version: number }>(
      'select object, version from search_view($1::tsquery, $2, $3, $4, $5, $6, $7)',
      [
        terms.join(' & '),
        query.types ?? null,
        query.since ?? null,
        query.before ?? null,
        query.after?.version ?? null,
        query.after?.object ?? null,
        query.limit,
      ],
    );
    return rows;
  }

  /** Objects by type and date of their latest version; what came last into the feed comes first. */
  async browse(query: BrowseQuery): Promise<{ object: string; added: number }[]> {
    const { rows } = await this.client.query<{ object: string; added: number }>(
      browseStatement(query.since !== undefined || query.before !== undefined),
      [
        this.reader.id,
        this.reader.at,
        query.types ?? null,
        query.since ?? null,
        query.before ?? null,
        query.after ?? null,
        query.limit,
      ],
    );
    return rows;
  }

  /** What changed in the view after a moment of the feed, in order. */
  async events(after: number, limit: number): Promise<FeedEvent[]> {
    const { rows } = await this.client.query<FeedEvent>(
      `(select at, 'released' as kind, object, version, contributor, contribution from feed
        where reader = $1 and at > $2 order by at limit $3)
       union all
       (select at, 'removed', object, version, contributor, null from removal
        where reader = $1 and at > $2 order by at limit $3)
       order by at limit $3`,
      [this.reader.id, after, limit],
    );
    return rows;
  }

  /** The moment of the last event; 0 where there is none. */
  async lastEvent(): Promise<number> {
    const { rows } = await this.client.query<{ at: number }>(
      `select greatest((select max(at) from feed where reader = $1),
         (select max(at) from removal where reader = $1), 0) as at`,
      [this.reader.id],
    );
    return rows[0]?.at ?? 0;
  }

  /** The date of the last row of the reader's feed; 0 where there is none. */
  async lastAdded(): Promise<number> {
    const { rows } = await this.client.query<{ at: number }>(
      `select coalesce(max(at), 0) as at from feed where reader = $1`,
      [this.reader.id],
    );
    return rows[0]?.at ?? 0;
  }

  /** How many objects of each type the reader has. */
  async countByType(): Promise<Map<string, number>> {
    const { rows } = await this.client.query<{ type: string; count: number }>(
      `select split_part(f.object, '--', 1) as type, count(distinct f.object) as count from feed f
       where f.reader = $1 and exists (
         select from verdict v where v.reader = $1 and v.gate = f.gate and v.until > $2)
       group by 1 order by 1`,
      [this.reader.id, this.reader.at],
    );
    return new Map(rows.map(({ type, count }) => [type, count]));
  }
}

/**
 * Goes back through the reader's feed. The version of what is not timed is its date there, so that only
 * dates ask for the contribution itself.
 */
function browseStatement(isDated: boolean): string {
  const open = (row: string): string =>
    `exists (select from verdict v where v.reader = $1 and v.gate = ${row}.gate and v.until > $2)`;
  const version = 'case when c.timed then f.version else f.at end';
  return `select f.object, f.at as added from feed f
    ${isDated ? 'join contribution c on c.id = f.contribution' : ''}
    where f.reader = $1 and f.shown and ${open('f')}
      and not exists (select from feed g where g.reader = $1 and g.object = f.object and g.shown
        and g.version > f.version and ${open('g')})
      and ($3::text[] is null or split_part(f.object, '--', 1) = any($3))
      and ($4::bigint is null or ${isDated ? `${version} >= $4` : 'true'})
      and ($5::bigint is null or ${isDated ? `${version} < $5` : 'true'})
      and ($6::bigint is null or f.at < $6)
    order by f.at desc limit $7`;
}
