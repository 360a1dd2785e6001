/**
 * The bound reader: everything that may be asked of one view. It holds a read-only connection that
 * PostgreSQL itself binds to the reader class and the moment; callers cannot ask for more.
 */
import type { Pool } from 'pg';
import type { Coalition } from '../coalition/rights.ts';
import { referenceKey } from '../contribution/reference.ts';
import type { Queryable } from '../database/queryable.ts';
import { Arrivals } from './arrivals.ts';
import { inBinding, type Binding, type Question } from './binding.ts';
import { Directory } from './directory.ts';
import { browseObjects, type BrowseQuery } from './browse.ts';
import { countObjects, type Count, type CountQuery } from './counts.ts';
import {
  held,
  isHeld,
  isOpen,
  readFeedRecords,
  withGates,
  type FeedFilter,
  type FeedRecords,
} from './feed.ts';
import { readSeenById, type BoundReader, type Seen } from './group.ts';
import { readObjects, searchObjects, type SearchHit, type SearchQuery, type SeenInView } from './objects.ts';
import { objectsHaving } from './having.ts';
import { countNews, type News, type NewsQuery } from './news.ts';
import { readFeedPage, type FeedPage } from './page.ts';
import { Requests } from './requests.ts';

export {
  recordsAhead,
  type FeedFilter,
  type FeedRecord,
  type FeedRecords,
  type VersionFilter,
} from './feed.ts';
export { pageAhead, type FeedItem, type FeedPage } from './page.ts';
export { searchAhead, type SearchHit, type SearchQuery, type SeenInView } from './objects.ts';
export type { BrowseQuery } from './browse.ts';
export type { Count, CountQuery } from './counts.ts';
export type { News, NewsQuery } from './news.ts';
export type { WeekCount } from './arrivals.ts';
export type { BoardQuery, BoardRow } from './requests.ts';
export type { Question } from './binding.ts';

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

/**
 * Runs a read bound to one reader class and one moment; nothing in it can write.
 * @param ahead what the read is known to ask first, which then costs no way of its own
 */
export async function withView<Result>(
  pool: Pool,
  reader: { id: string; at: number },
  read: (view: View) => Promise<Result>,
  ahead?: Question,
): Promise<Result> {
  return inBinding(pool, reader, (binding) => read(new View(binding)), ahead);
}

export class View {
  readonly reader: BoundReader;
  /** The number of the last change that it has; never leaves the hub. */
  readonly change: number;
  /** Of which run of the feeds it is: what is kept of a view between reads is of one alone. */
  readonly epoch: string;
  readonly coalition: Coalition;
  readonly directory: Directory;
  readonly arrivals: Arrivals;
  readonly requests: Requests;
  private readonly client: Queryable;
  private readonly binding: Binding;

  constructor(binding: Binding) {
    const { client, reader, change, epoch, coalition } = binding;
    this.binding = binding;
    this.client = client;
    this.reader = reader;
    this.change = change;
    this.epoch = epoch;
    this.coalition = coalition;
    this.directory = new Directory(client, reader, coalition);
    this.arrivals = new Arrivals(client, reader);
    this.requests = new Requests(client, reader);
  }

  /** One page of the reader's feed in the order of date_added, as TAXII serves it. */
  feedPage(filter: FeedFilter): Promise<FeedPage> {
    return readFeedPage(this.binding, filter);
  }

  /** The same without bodies: which object versions a page has, and when they were added. */
  feedRecords(filter: FeedFilter): Promise<FeedRecords> {
    return readFeedRecords(this.binding, filter);
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
  objects(ids: readonly string[]): Promise<Map<string, SeenInView[]>> {
    return readObjects(this.binding, ids);
  }

  /** Objects in the view with references to this one that are open to the reader. */
  async referencing(target: string, limit: number, after: string): Promise<string[]> {
    const { rows } = await this.client.query<{ object: string }>(
      `${withGates} select distinct c.object from reference k join contribution c on c.id = k.contribution
       where k.key = $5 and c.object > $2 and ${isOpen('c.gate')} and exists (
         select from references_of(c.targets, c.openings) r
         where r.target = $1 and (c.contributor = $3 or ${isOpen('r.gate')}))
       order by c.object limit $4`,
      [target, after, this.reader.rights.member, limit, referenceKey(target)],
    );
    return rows.map(({ object }) => object);
  }

  /** Objects whose words the reader sees, newest version first, each with what the reader has of it. */
  search(query: SearchQuery): Promise<SearchHit[]> {
    return searchObjects(this.binding, query);
  }

  /** Objects by type and date of their latest version; what came last into the feed comes first. */
  browse(query: BrowseQuery): Promise<{ object: string; added: number }[]> {
    return browseObjects(this.binding, query);
  }

  /** What changed in the view after a moment of the feed, in order. */
  async events(after: number, limit: number): Promise<FeedEvent[]> {
    const { rows } = await this.client.query<FeedEvent>(
      `${withGates} (select f.at, 'released' as kind, f.object, f.version, f.contributor, f.contribution
        from ${held} where f.reader = $1 and f.at > $2 and ${isHeld} order by f.at limit $3)
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

  /** Of these objects, what had entered the reader's feed by a moment of it, wherever it has moved since. */
  async enteredBy(objects: readonly string[], moment: number): Promise<Map<string, number[]>> {
    const { rows } = await this.client.query<{ object: string; contributions: number[] }>(
      `${withGates} select f.object, json_agg(f.contribution) as contributions from ${held}
       where f.reader = $1 and f.object = any($2::text[]) and f.entered <= $3 and ${isHeld} group by f.object`,
      [this.reader.id, objects, moment],
    );
    return new Map(rows.map(({ object, contributions }) => [object, contributions]));
  }

  /** How many objects there are by type and by whose version of them is served, among the first of a search. */
  counts(query: CountQuery): Promise<Count[]> {
    return countObjects(this.binding, query);
  }

  /** For each list of folded words, the objects that have them all, newest version first. */
  having(
    lists: readonly (readonly string[])[],
    most: number,
    types?: readonly string[],
  ): Promise<string[][]> {
    return objectsHaving(this.binding, lists, most, types);
  }

  /** How many objects that match came, or changed, after a moment of the feed. */
  news(query: NewsQuery): Promise<News> {
    return countNews(this.binding, query);
  }
}
