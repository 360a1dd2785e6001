/**
 * Pages of a reader's feed by the filters of TAXII 2.1 §3.4: which records a page has, without their bodies,
 * then the bodies in slices.
 */
import type { Prepared, Queryable } from '../database/queryable.ts';
import { readSeenById, type BoundReader, type Seen } from './group.ts';

/** A contribution as TAXII serves it: with its date in the reader's feed. */
export interface FeedItem extends Seen {
  /** date_added, microseconds since 1970. */
  added: number;
}

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
  /** Bytes of the stored body; says nothing about the form that the reader gets. */
  size: number;
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

/** Rows of the feed; `timed` is null where the contribution is gone and the feed does not know it yet. */
interface PageRow extends Omit<FeedRecord, 'timed'> {
  timed: boolean | null;
}

/** The page that has no filter but its beginning: planned once, and bound by the two settings of the connection. */
const plainPage: Prepared = {
  name: 'page of the view',
  text: 'select added, contribution, object, version, timed, size from view_page($1, $2)',
};

/** One page of records in the order of date_added; `more` says that there are records behind it. */
export async function readFeedRecords(
  client: Queryable,
  reader: BoundReader,
  filter: FeedFilter,
): Promise<FeedRecords> {
  const isPlain = [filter.own || undefined, filter.ids, filter.types, filter.versions].every(
    (one) => one === undefined,
  );
  const statement = isPlain ? '' : feedStatement(filter);
  const records: FeedRecord[] = [];
  const wanted = filter.limit + 1;
  let after = filter.after ?? -1;
  for (;;) {
    const { rows } = isPlain
      ? await client.query<PageRow>(plainPage, [after, wanted])
      : await client.query<PageRow>(statement, [
          reader.id,
          reader.at,
          after,
          wanted,
          reader.rights.member,
          filter.ids ?? null,
          filter.types ?? null,
          filter.versions?.exact ?? [],
        ]);
    for (const row of rows) if (row.timed !== null) records.push({ ...row, timed: row.timed });
    // What was recalled or narrowed a moment ago still has its row: the page is filled from those behind it.
    if (rows.length < wanted || records.length >= wanted) break;
    after = (rows.at(-1) as PageRow).added;
  }
  return { records: records.slice(0, filter.limit), more: records.length > filter.limit };
}

/** Bodies of about this many bytes are held at a time, and of at most so many records. */
const sliceBytes = 4 * 1024 * 1024;
const sliceRecords = 250;

/** The contributions of records, one after another, read in slices so that a page may be of any size. */
export async function* readFeedItems(
  client: Queryable,
  reader: BoundReader,
  records: readonly FeedRecord[],
): AsyncGenerator<FeedItem> {
  for (const slice of slicesOf(records)) {
    const seen = await readSeenById(
      client,
      reader,
      slice.map(({ contribution }) => contribution),
    );
    const byId = new Map(seen.map((one) => [one.id, one]));
    for (const { added, contribution } of slice) {
      const one = byId.get(contribution);
      if (one !== undefined) yield { ...one, added };
    }
  }
}

function* slicesOf(records: readonly FeedRecord[]): Generator<FeedRecord[]> {
  let slice: FeedRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    if (slice.length > 0 && (bytes + record.size > sliceBytes || slice.length === sliceRecords)) {
      yield slice;
      slice = [];
      bytes = 0;
    }
    slice.push(record);
    bytes += record.size;
  }
  if (slice.length > 0) yield slice;
}

/**
 * Rows of the feed whose gate is open, cut to the page before the contributions are joined to them. Without a
 * filter of versions only the latest of each object counts (TAXII 2.1 §3.4.1).
 */
function feedStatement({ own, ids, types, versions }: FeedFilter): string {
  const scope = (row: string): string => (own ? `${row}.contributor = $5 and ${row}.first` : `${row}.shown`);
  const wanted = versions ?? { all: false, first: false, last: true, exact: [] };
  const kinds = [
    ...(wanted.last ? [`not ${hasSibling('>', scope('g'))}`] : []),
    ...(wanted.first ? [`not ${hasSibling('<', scope('g'))}`] : []),
    ...(wanted.exact.length > 0 ? [isExact] : []),
  ];
  const conditions = [
    'f.reader = $1 and f.at > $3',
    scope('f'),
    open('f'),
    ...(ids === undefined ? [] : ['f.object = any($6::text[])']),
    ...(types === undefined ? [] : [`split_part(f.object, '--', 1) = any($7::text[])`]),
    ...(wanted.all || kinds.length === 0 ? [] : [`(${kinds.join(' or ')})`]),
  ];
  // Every parameter is named, so that each statement takes the same ones.
  return `with page as materialized (
      select f.at, f.contribution, f.object, f.version from feed f where ${conditions.join(' and ')}
        and $2::bigint is not null and $5::text is not null and ($6::text[] is null or true)
        and ($7::text[] is null or true) and $8::bigint[] is not null
      order by f.at limit $4)
    select p.at as added, p.contribution, p.object, p.version, c.timed, octet_length(c.body) as size
    from page p left join contribution c on c.id = p.contribution and ${open('c')}
    order by p.at`;
}

const open = (row: string): string =>
  `exists (select from verdict v where v.reader = $1 and v.gate = ${row}.gate and v.until > $2)`;

/** What is not timed has the date_added as its version. */
const versionOf = (row: string, contribution: string): string =>
  `case when ${contribution}.timed then ${row}.version else ${row}.at end`;

/** Whether the reader has another version of the object before or after; one that is gone does not count. */
const hasSibling = (comparison: '<' | '>', scope: string): string =>
  `exists (select from feed g join contribution gc on gc.id = g.contribution
     join contribution fc on fc.id = f.contribution
     where g.reader = $1 and g.object = f.object and g.at <> f.at and ${scope} and ${open('gc')}
       and ${versionOf('g', 'gc')} ${comparison} ${versionOf('f', 'fc')})`;

const isExact = `((f.version = any($8::bigint[]) or f.at = any($8::bigint[])) and exists (
  select from contribution fc where fc.id = f.contribution and ${versionOf('f', 'fc')} = any($8::bigint[])))`;
