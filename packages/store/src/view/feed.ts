/**
 * Pages of a reader's feed by the filters of TAXII 2.1 §3.4: which rows a page has. What is read of them, records
 * or objects, is laid around.
 */
import type { Prepared } from '../database/queryable.ts';
import type { Binding, Question } from './binding.ts';

/** One record of a page: an object version with its place in the reader's feed. */
export interface FeedRecord {
  /** date_added, microseconds since 1970. */
  added: number;
  /** Internal id; never leaves the hub. */
  contribution: number;
  object: string;
  /** As the store keeps it, in microseconds; for what is not timed it never leaves the hub. */
  version: number;
  /** Whether the object has `modified` or `created`; if not, `added` is its version for the reader. */
  timed: boolean;
}

/** Filters of TAXII 2.1 §3.4, already parsed. */
export interface FeedFilter {
  /** Strictly after, microseconds. */
  after?: number | undefined;
  limit: number;
  ids?: readonly string[] | undefined;
  types?: readonly string[] | undefined;
  /** Versions wanted of each object; `undefined` is the latest. */
  versions?: VersionFilter | undefined;
  /** Only what the reader's member put in. */
  own: boolean;
}

export interface VersionFilter {
  all: boolean;
  first: boolean;
  last: boolean;
  /** Microseconds. */
  exact: readonly number[];
}

export interface FeedRecords {
  records: FeedRecord[];
  more: boolean;
}

/** What is read of each row of a page: `f` of the feed, `c` the contribution. */
export interface Reading {
  readonly name: string;
  readonly columns: string;
  readonly rowMode?: 'array';
}

const records: Reading = {
  name: 'records',
  columns: 'f.at as added, c.id as contribution, f.object, f.version, c.timed',
};

/** What `readFeedRecords` will ask, where that can be known before the reader is. */
export const recordsAhead = (filter: FeedFilter): Question | undefined => questionAhead(filter, records);

/** One page of records in the order of date_added; `more` says that there are records behind it. */
export async function readFeedRecords(binding: Binding, filter: FeedFilter): Promise<FeedRecords> {
  const { statement, values } = pageQuestion(binding, filter, records);
  const { rows } = await binding.client.query<FeedRecord>(statement, values);
  return { records: rows.slice(0, filter.limit), more: rows.length > filter.limit };
}

/** How a page is asked for: the answer has one row more than the page. */
export function pageQuestion({ along, reader }: Binding, filter: FeedFilter, reading: Reading): Question {
  const ahead = questionAhead(filter, reading);
  if (along && ahead !== undefined) return ahead;
  const { after, limit, ids, types, versions } = filter;
  const values = [
    after ?? -1,
    limit + 1,
    reader.rights.member,
    ids ?? null,
    types ?? null,
    versions?.exact ?? [],
  ];
  const { rowMode } = reading;
  const statement = { name: '', text: pageStatement(filter, reading), ...(rowMode && { rowMode }) };
  return { statement, values: ahead?.values ?? values, along };
}

const plainFilter: FeedFilter = { limit: 0, own: false };
const plainStatements = new Map<string, Prepared>();

/** Where nothing is asked but where the page begins, the reader need not be known, and a plan serves every page. */
export function questionAhead(filter: FeedFilter, reading: Reading): Question | undefined {
  const { after, limit, own, ids, types, versions } = filter;
  if (own || ids !== undefined || types !== undefined || versions !== undefined) return undefined;
  let statement = plainStatements.get(reading.name);
  if (statement === undefined) {
    const { name, rowMode } = reading;
    const text = pageStatement(plainFilter, reading);
    statement = { name: `page of ${name}`, text, ...(rowMode && { rowMode }) };
    plainStatements.set(reading.name, statement);
  }
  return { statement, values: [after ?? -1, limit + 1], along: true };
}

/**
 * Rows of the feed whose gate is open. Without a filter of versions only the latest of each object counts (TAXII
 * 2.1 §3.4.1).
 */
function pageStatement({ own, ids, types, versions }: FeedFilter, { columns }: Reading): string {
  const scope = (row: string): string => (own ? `${row}.contributor = $3 and ${row}.first` : `${row}.shown`);
  const wanted = versions ?? { all: false, first: false, last: true, exact: [] };
  const kinds = [
    ...(wanted.last ? [`not ${hasSibling('>', scope('g'))}`] : []),
    ...(wanted.first ? [`not ${hasSibling('<', scope('g'))}`] : []),
    ...(wanted.exact.length > 0 ? [`${versionOf('f', 'c')} = any($6::bigint[])`] : []),
  ];
  const isPlain = !own && ids === undefined && types === undefined && versions === undefined;
  // Every parameter is named, so that each statement with a filter takes the same ones.
  const named = '$3::text is not null and ($4::text[] is null or true) and ($5::text[] is null or true)';
  const conditions = [
    'f.reader = (select bound_reader()) and f.at > $1',
    scope('f'),
    isOpen('f.gate'),
    isOpen('c.gate'),
    ...(ids === undefined ? [] : ['f.object = any($4::text[])']),
    ...(types === undefined ? [] : [`split_part(f.object, '--', 1) = any($5::text[])`]),
    ...(wanted.all || kinds.length === 0 ? [] : [`(${kinds.join(' or ')})`]),
    ...(isPlain ? [] : [`${named} and $6::bigint[] is not null`]),
  ];
  return `${withGates} select ${columns}
    from feed f join contribution c on c.id = f.contribution
    where ${conditions.join('\n      and ')}
    order by f.at limit $2`;
}

/** Before a select in which `isOpen` stands: the open gates are unpacked once. */
export const withGates = 'with bound as materialized (select bound_gates() as gates)';

/** Whether a gate is open to the bound reader. */
export const isOpen = (gate: string): string => `is_open((select gates from bound), ${gate})`;

/**
 * Rows `f` of a feed whose contributions `c` the reader has at this moment: what was narrowed or recalled is gone at
 * once, also where the feed has not come to it.
 */
export const held = 'feed f join contribution c on c.id = f.contribution';
export const isHeld = `${isOpen('f.gate')} and ${isOpen('c.gate')}`;

/** What is not timed has the date_added as its version. */
const versionOf = (row: string, contribution: string): string =>
  `case when ${contribution}.timed then ${row}.version else ${row}.at end`;

/** Whether the reader has another version of the object before or after; one that is gone does not count. */
const hasSibling = (comparison: '<' | '>', scope: string): string =>
  `(not f.sole and exists (
        select from feed g join contribution gc on gc.id = g.contribution
        where g.reader = f.reader and g.object = f.object and g.at <> f.at and ${scope} and ${isOpen('gc.gate')}
          and ${versionOf('g', 'gc')} ${comparison} ${versionOf('f', 'c')}))`;
