/** Sealed cursors of the API: good for one reader and one question, and telling nothing. */
import { Failure } from '@entente/core/failure';
import type { Json } from '@entente/core/stix/types';
import type { Caller } from '../../caller.ts';
import type { Ports } from '../ports.ts';

export interface Paging {
  readonly limit: number;
  /** Where to go on; `undefined` on the first page. */
  readonly position: Json | undefined;
  /** Seals where the next page goes on. */
  next(position: Json): string;
}

/**
 * Opens the cursor of a request.
 * @param question what is asked, besides cursor and limit: another question has other cursors
 * @throws Failure `invalid` for a cursor that was not given for just this
 */
export function pagingOf(
  { cursors }: Ports,
  caller: Caller,
  question: Json,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Paging {
  const bound = JSON.stringify(['api', caller.reader, question]);
  const position = cursor === undefined ? undefined : cursors.open(cursor, bound);
  if (cursor !== undefined && position === undefined) {
    throw new Failure('invalid', 'This cursor was not given for this list: ask for its first page.');
  }
  return { limit, position, next: (value) => cursors.seal(value, bound) };
}

/** Cuts a list that is short by nature into pages by place. */
export function pageOfList<Item>(
  items: readonly Item[],
  paging: Paging,
): { items: Item[]; next: string | undefined } {
  const start = typeof paging.position === 'number' ? paging.position : 0;
  const end = start + paging.limit;
  return { items: items.slice(start, end), next: end < items.length ? paging.next(end) : undefined };
}
