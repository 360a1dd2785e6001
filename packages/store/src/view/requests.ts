/** The boards of one view: requests of the reader's member, those to it, and what was said on them. */
import type { Addressee } from '@entente/core/request/addressee';
import type { Queryable } from '../database/queryable.ts';
import { requestColumns } from '../request/reader.ts';
import type { RequestRow, WordRow } from '../request/types.ts';
import { isOpen, withGates } from './feed.ts';
import type { BoundReader } from './group.ts';

/** A request on a board. */
export interface BoardRow extends RequestRow {
  /** Whom it was put to, where the reader's member asked; empty where it is asked. */
  addressees: Addressee[];
  /** The last words that were said on it: to whoever asked all, else those of the reader's member. */
  words: WordRow[];
}

export interface BoardQuery {
  side: 'mine' | 'to-me';
  /** Closed ones, or those that are not. */
  closed: boolean;
  /** Only those whose date has passed; of those to the reader's member, only such as it has not answered. */
  overdue: boolean;
  /** Where the page before ended. */
  after?: { due: number; id: string } | undefined;
  limit: number;
}

/** In the view, by what whoever asked put in under its id. */
const inView = `exists (select from contribution c
    where c.object = r.id and c.contributor = r.asker and ${isOpen('c.gate')})`;
const addressed = `r.id in (
    select a.request from request_addressee a where a.member = $1
    union select a.request from request_addressee a
      join unnest($2::text[], $3::integer[]) as h (community, opened)
        on h.community = a.community and h.opened <= a.epoch)`;
/** In one question, as a board is asked again and again. */
const columns = `${requestColumns},
  (select coalesce(json_agg(json_build_object('member', a.member, 'community', a.community, 'epoch', a.epoch)
      order by a.member, a.community), '[]')
    from request_addressee a where a.request = r.id and r.asker = $1) as addressees,
  (select coalesce(json_agg(json_build_object('member', w.member, 'said', w.said, 'at', w.at, 'reason', w.reason)
      order by w.member), '[]')
    from request_word w where w.request = r.id and (r.asker = $1 or w.member = $1)) as words`;
const unanswered = `not exists (select from request_word w
    where w.request = r.id and w.member = $1 and w.said <> 'acknowledged')`;

export class Requests {
  private readonly client: Queryable;
  private readonly reader: BoundReader;

  constructor(client: Queryable, reader: BoundReader) {
    this.client = client;
    this.reader = reader;
  }

  /** By date, the soonest first. */
  async board({ side, closed, overdue, after, limit }: BoardQuery): Promise<BoardRow[]> {
    const isMine = side === 'mine';
    const { rows } = await this.client.query<BoardRow>(
      `${withGates} select ${columns} from request r
       where ${isMine ? 'r.asker = $1' : `r.asker <> $1 and ${addressed}`} and ${inView}
         and (r.closed_at is not null) = $4 and (not $5 or r.due <= $6${isMine ? '' : ` and ${unanswered}`})
         and (r.due, r.id) > ($7, $8) and $2::text[] is not null and $3::integer[] is not null
       order by r.due, r.id limit $9`,
      [...this.holder(), closed, overdue, this.reader.at, after?.due ?? -1, after?.id ?? '', limit],
    );
    return rows;
  }

  /** A request that the reader's member asked, or that it is asked; `undefined` for every other. */
  async find(id: string): Promise<BoardRow | undefined> {
    const { rows } = await this.client.query<BoardRow>(
      `${withGates} select ${columns} from request r
       where r.id = $4 and (r.asker = $1 or ${addressed}) and ${inView}`,
      [...this.holder(), id],
    );
    return rows[0];
  }

  /** Notes in the view by which a request was answered, as they came: to whoever asked all, else one's own. */
  async answers(id: string): Promise<string[]> {
    const { rows } = await this.client.query<{ object: string }>(
      `${withGates} select n.object from request_answer n join request r on r.id = n.request
       where n.request = $2 and (r.asker = $1 or n.member = $1) and exists (
         select from contribution c
         where c.object = n.object and c.contributor = n.member and ${isOpen('c.gate')})
       order by n.at, n.object`,
      [this.reader.rights.member, id],
    );
    return rows.map(({ object }) => object);
  }

  /** The reader's member, and what it holds as an addressee. */
  private holder(): [string, string[], number[]] {
    const { member, communities } = this.reader.rights;
    return [member, [...communities.keys()], [...communities.values()]];
  }
}
