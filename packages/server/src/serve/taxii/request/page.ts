/** Which part of a collection an answer has, and the cursor to what lies behind it (TAXII 2.1 §3.5). */
import { Failure } from '@entente/core/failure';
import type { FeedFilter, FeedRecord, View } from '@entente/store/view/reader';
import type { CursorSeal } from '../../cursor.ts';
import type { Collection } from './collections.ts';
import type { Filter } from './filter.ts';

/** What is asked of a collection. */
export interface Question {
  /** Whose view it is asked of: the reader class. */
  reader: string;
  /** The endpoint, so that a cursor is good for no other. */
  endpoint: string;
  collection: Collection;
  filter: Filter;
  /** The one object that is asked for. */
  object?: string;
}

/**
 * The question as the feed understands it; `undefined` where nothing can match.
 * @throws Failure `invalid` for a cursor that was not given for this question
 */
export function feedFilter(cursors: CursorSeal, question: Question): FeedFilter | undefined {
  const { filter, collection, object } = question;
  const after = Math.max(filter.after ?? -1, openCursor(cursors, question) ?? -1);
  if (!filter.matchesStix21) return undefined;
  const { limit, types, versions } = filter;
  const ids = object === undefined ? filter.ids : [object];
  return { after, limit, ids, types, versions, own: collection.own };
}

/** @throws Failure `not-found` where the one object that is asked for is not in the collection at all */
export async function assertThere(view: View, { object, collection }: Question): Promise<void> {
  if (object === undefined) return;
  const versions = { all: true, first: false, last: false, exact: [] };
  const filter = { ids: [object], own: collection.own, limit: 1, versions };
  const { records } = await view.feedRecords(filter);
  if (records.length === 0) throw new Failure('not-found', 'There is no such object in this collection.');
}

/** The cursor to what lies behind a date_added. */
export function sealCursor(cursors: CursorSeal, question: Question, added: number): string {
  return cursors.seal(added, boundOf(question));
}

function openCursor(cursors: CursorSeal, question: Question): number | undefined {
  const { next } = question.filter;
  if (next === undefined) return undefined;
  const position = cursors.open(next, boundOf(question));
  if (typeof position === 'number') return position;
  throw new Failure('invalid', 'next was not given for this request; begin again without it.');
}

const boundOf = ({ reader, endpoint, collection, filter, object }: Question): string =>
  JSON.stringify(['taxii', reader, endpoint, collection.id, object ?? '', filter.print]);

/** The version of a record as TAXII names it (TAXII 2.1 §5.3.1): of what is not timed the date_added. */
export const versionOfRecord = ({ timed, version, added }: FeedRecord): number => (timed ? version : added);
