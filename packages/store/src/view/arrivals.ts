/** What came into one view lately, counted by contributor and by week; and what the reader's member gave itself. */
import type { Queryable } from '../database/queryable.ts';
import { isOpen, withGates } from './feed.ts';
import type { BoundReader } from './group.ts';

/** Rows of the feed that the reader has at this moment. */
const held = 'feed f join contribution c on c.id = f.contribution';
const isHeld = `${isOpen('f.gate')} and ${isOpen('c.gate')}`;

export interface WeekCount {
  /** How many weeks after the first. */
  week: number;
  type: string;
  objects: number;
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
         and not exists (select from feed g where g.reader = $1 and g.object = f.object and g.contributor = $2
           and g.at > f.at and ${isOpen('g.gate')})
       order by f.at desc limit $5`,
      [this.reader.id, this.reader.rights.member, after, before, limit],
    );
    return rows;
  }
}
