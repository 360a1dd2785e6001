/** Which records an answer has, and the cursor to those behind it (TAXII 2.1 §3.5). */
import { Failure } from '@entente/core/failure';
import type { FeedFilter, FeedRecord, View } from '@entente/store/view/reader';
import type { CursorSeal } from '../../cursor.ts';
import type { Collection } from './collections.ts';
import type { Filter } from './filter.ts';

/** What is asked of a collection. */
export interface Question {
  /** The endpoint, so that a cursor is good for no other. */
  endpoint: string;
  collection: Collection;
  filter: Filter;
  /** The one object that is asked for. */
  object?: string;
}

export interface RecordPage {
  records: FeedRecord[];
  more: boolean;
}

/**
 * One page of records.
 * @throws Failure `invalid` for a cursor that was not given for this question, and `not-found` where the one
 * object that is asked for is not in the collection
 */
export async function readRecords(view: View, cursors: CursorSeal, question: Question): Promise<RecordPage> {
  const { filter, collection, object } = question;
  const after = Math.max(filter.after ?? -1, openCursor(view, cursors, question) ?? -1);
  const ids = object === undefined ? filter.ids : [object];
  const base: FeedFilter = { limit: filter.limit, ids, own: collection.own };
  const page = filter.matchesStix21
    ? await view.feedRecords({ ...base, after, types: filter.types, versions: filter.versions })
    : { records: [], more: false };
  if (page.records.length === 0 && object !== undefined) await assertThere(view, base);
  return page;
}

async function assertThere(view: View, base: FeedFilter): Promise<void> {
  const versions = { all: true, first: false, last: false, exact: [] };
  const { records } = await view.feedRecords({ ...base, limit: 1, versions });
  if (records.length === 0) throw new Failure('not-found', 'There is no such object in this collection.');
}

/** The cursor to what lies behind a date_added. */
export function sealCursor(view: View, cursors: CursorSeal, question: Question, added: number): string {
  return cursors.seal(added, boundOf(view, question));
}

function openCursor(view: View, cursors: CursorSeal, question: Question): number | undefined {
  const { next } = question.filter;
  if (next === undefined) return undefined;
  const position = cursors.open(next, boundOf(view, question));
  if (typeof position === 'number') return position;
  throw new Failure('invalid', 'next was not given for this request; begin again without it.');
}

const boundOf = (view: View, { endpoint, collection, filter, object }: Question): string =>
  JSON.stringify(['taxii', view.reader.id, endpoint, collection.id, object ?? '', filter.print]);

/** The version of a record as TAXII names it (TAXII 2.1 §5.3.1): of what is not timed the date_added. */
export const versionOfRecord = ({ timed, version, added }: FeedRecord): number => (timed ? version : added);
