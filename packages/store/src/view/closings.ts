/** What is closed to the reader of a contribution that does not pass as it is stored. */
import { isOpen } from './feed.ts';

/** Of a contribution `c`, as JSON text: its closed closables, and the selectors of its portions. */
export const closingsOf = `json_build_array(
      array(select 'r' || r.target from references_of(c.targets, c.openings) r where not ${isOpen('r.gate')}
        union all
        select 'p' || q.index from portion q where q.contribution = c.id and not ${isOpen('q.gate')}
          and (q.names is null or not sees_named(c.id))),
      (select json_agg(q.selectors order by q.index) from portion q where q.contribution = c.id))::text`;

export interface Closings {
  /** As closables; `null` where the stored bytes may pass. */
  closed: string[] | null;
  /** Selectors of the portions, by index. */
  portions: string[][];
}

/** Reads what the statement gave; null where nothing is closed. */
export function readClosings(text: string | null): Closings {
  if (text === null) return { closed: null, portions: [] };
  const [closed, portions] = JSON.parse(text) as [string[], string[][] | null];
  return { closed: closed.sort(), portions: portions ?? [] };
}
