/** What came into one view lately, counted by contributor and by week; and what the reader's member gave itself. */
import type { Queryable } from '../database/queryable.ts';
import { held, isHeld, isOpen, withGates } from './feed.ts';
import type { BoundReader } from './group.ts';

export interface WeekCount {
  /** How many weeks after the first. */
  week: number;
  type: string;
  objects: number;
}

export interface ArrivedQuery {
  /** Microseconds; the later bound is not included. */
  since?: number | undefined;
  before?: number | undefined;
  contributor?: string | undefined;
  types?: readonly string[] | undefined;
  /** Date of the last object of the page before. */
  after?: number | undefined;
  limit: number;
}

export class Arrivals {
  private readonly client: Queryable;
  private readonly reader: BoundReader;

  constructor(client: Queryable, reader: BoundReader) {
    this.client = client;
    this.reader = reader;
  }

  /** From whom how many objects came or changed from a moment on (microseconds); most first. */
  async byContributor(since: number): Promise<{ contributor: string; objects: number }[]> {
    const { rows } = await this.client.query<{ contributor: string; objects: number }>(
      `${withGates} select f.contributor, count(distinct f.object) as objects from ${held}
       where f.reader = $1 and f.at >= $2 and ${isHeld} group by 1 order by 2 desc, 1`,
      [this.reader.id, since],
    );
    return rows;
  }

  /** Objects that came or changed, the last first, each by the contribution that came last. */
  async objects(query: ArrivedQuery): Promise<{ object: string; contribution: number; added: number }[]> {
    const { since, before, contributor, types, limit } = query;
    const { rows } = await this.client.query<{ object: string; contribution: number; added: number }>(
      `${withGates} select f.object, f.contribution, f.at as added from ${held}
       where f.reader = $1 and f.at >= $2 and f.at < $3 and ${isHeld}
         and ($4::text is null or f.contributor = $4)
         and ($5::text[] is null or split_part(f.object, '--', 1) = any($5))
         and not exists (select from feed g join contribution gc on gc.id = g.contribution
           where g.reader = $1 and g.object = f.object and g.at > f.at and g.at < $7
             and ($4::text is null or g.contributor = $4) and ${isOpen('g.gate')} and ${isOpen('gc.gate')})
       order by f.at desc limit $6`,
      [
        this.reader.id,
        since ?? 0,
        Math.min(before ?? Number.MAX_SAFE_INTEGER, query.after ?? Number.MAX_SAFE_INTEGER),
        contributor ?? null,
        types ?? null,
        limit,
        before ?? Number.MAX_SAFE_INTEGER,
      ],
    );
    return rows;
  }

  /** How many objects of each type came or changed in each week from a moment on. */
  async byWeek(from: number, week: number): Promise<WeekCount[]> {
    const { rows } = await this.client.query<WeekCount>(
      `${withGates} select (f.at - $2) / $3::bigint as week, split_part(f.object, '--', 1) as type,
         count(distinct f.object) as objects
       from ${held} where f.reader = $1 and f.at >= $2 and ${isHeld} group by 1, 2 order by 1, 2`,
      [this.reader.id, from, week],
    );
    return rows;
  }

  /** Objects that the reader's own member gave, the last first, after a moment and before another. */
  async given(after: number, before: number, limit: number): Promise<{ object: string; added: number }[]> {
    const { rows } = await this.client.query<{ object: string; added: number }>(
      `${withGates} select f.object, f.at as added from ${held}
       where f.reader = $1 and f.contributor = $2 and f.at > $3 and f.at < $4 and ${isHeld}
         and not exists (select from feed g join contribution gc on gc.id = g.contribution
           where g.reader = $1 and g.object = f.object and g.contributor = $2 and g.at > f.at
             and ${isOpen('g.gate')} and ${isOpen('gc.gate')})
       order by f.at desc limit $5`,
      [this.reader.id, this.reader.rights.member, after, before, limit],
    );
    return rows;
  }
}
