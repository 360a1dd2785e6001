/** Pages of objects: what passes as it is stored is not parsed, and a page takes one way to the database. */
import type { Rights } from '@entente/core/label/permits';
import type { Binding, Question } from './binding.ts';
import { closingsOf, readClosings } from './closings.ts';
import { isOpen, pageQuestion, questionAhead, type FeedFilter, type Reading } from './feed.ts';
import { bodyOf, readSeenById, type Emitted } from './group.ts';
import type { Held } from './holdings.ts';

/** A contribution as TAXII serves it: with its date in the reader's feed. */
export interface FeedItem extends Emitted {
  /** Internal id; never leaves the hub. */
  id: number;
  /** date_added, microseconds since 1970. */
  added: number;
  /** Whether the object has `modified` or `created`; if not, `added` is its version for the reader. */
  timed: boolean;
}

/** One page of objects in the order of date_added. */
export interface FeedPage {
  /** date_added of the first and the last object; absent where there is none. */
  first: number | undefined;
  last: number | undefined;
  /** Whether there are objects behind it. */
  more: boolean;
  /** The objects, in slices that may be held at a time. */
  slices(): AsyncGenerator<FeedItem[]>;
}

/** Bodies of more bytes are not in the row of the page. */
const mostInRow = 16_384;
/** Of those, and of others that take a read of their own, about so many bytes and at most so many are held at a time. */
const sliceBytes = 4 * 1024 * 1024;
const sliceCount = 250;

/** Of the body, and of how it was written. */
const bytes = 'octet_length(c.body) + coalesce(octet_length(c.written), 0)';

const objects: Reading = {
  name: 'objects',
  rowMode: 'array',
  columns: `f.at, c.id, f.object, f.version, c.timed, c.holding, c.extended,
      case when ${bytes} <= ${mostInRow} then ${bodyOf('c', '(select bound_reader())')} end,
      case when ${bytes} > ${mostInRow} then (${bytes})::text
        when not ${isOpen('c.plain')} then ${closingsOf} end`,
};

type Row = [
  added: number,
  id: number,
  object: string,
  version: number,
  timed: boolean,
  holding: number,
  extended: boolean,
  body: string | null,
  /** Its bytes where the body is not here; else what is closed, as JSON, where something is. */
  rest: string | null,
];

/** What `readFeedPage` will ask, where that can be known before the reader is. */
export const pageAhead = (filter: FeedFilter): Question | undefined => questionAhead(filter, objects);

/** One page of the reader's feed. */
export async function readFeedPage(binding: Binding, filter: FeedFilter): Promise<FeedPage> {
  const { client, reader, holdings } = binding;
  const { statement, values } = pageQuestion(binding, filter, objects);
  const answer = await client.query(statement, values);
  const all = answer.rows as unknown as Row[];
  const rows = all.slice(0, filter.limit);
  const held = await holdings.of(
    client,
    rows.map(([, , , , , holding]) => holding),
  );
  const entries = rows.map((row) => entryOf(row, reader.rights, held.get(row[5]) as Held));
  return {
    first: rows[0]?.[0],
    last: rows.at(-1)?.[0],
    more: all.length > filter.limit,
    slices: () => slicesOf(binding, entries),
  };
}

/** An object of the page, or one that takes a read of its own. */
type Entry = FeedItem | { id: number; added: number; bytes: number };

function entryOf(row: Row, rights: Rights, { contributor, label, labelBody, namesOwners }: Held): Entry {
  const [added, id, object, version, timed, , extended, body, rest] = row;
  if (body === null) return { id, added, bytes: Number(rest) };
  // What is told of its owners depends on whose contributions of the object the reader sees.
  if (namesOwners) return { id, added, bytes: body.length };
  const own = rights.full && contributor === rights.member;
  const { closed, portions } = readClosings(own ? null : rest);
  return {
    id,
    added,
    object,
    version,
    timed,
    contributor,
    label,
    labelBody,
    own,
    extended,
    body,
    closed,
    portions,
    sees: [],
  };
}

async function* slicesOf(binding: Binding, entries: readonly Entry[]): AsyncGenerator<FeedItem[]> {
  for (const slice of cut(entries)) {
    const apart = slice.flatMap((entry) => ('bytes' in entry ? [entry.id] : []));
    if (apart.length === 0) {
      yield slice as FeedItem[];
      continue;
    }
    const read = new Map(
      (await readSeenById(binding.client, binding.reader, apart)).map((one) => [one.id, one]),
    );
    yield slice.flatMap((entry): FeedItem[] => {
      if (!('bytes' in entry)) return [entry];
      const seen = read.get(entry.id);
      return seen === undefined ? [] : [{ added: entry.added, ...seen }];
    });
  }
}

function* cut(entries: readonly Entry[]): Generator<readonly Entry[]> {
  let [from, bytes, apart] = [0, 0, 0];
  for (const [at, entry] of entries.entries()) {
    if (!('bytes' in entry)) continue;
    if (apart > 0 && (bytes + entry.bytes > sliceBytes || apart === sliceCount)) {
      yield entries.slice(from, at);
      [from, bytes, apart] = [at, 0, 0];
    }
    bytes += entry.bytes;
    apart += 1;
  }
  yield from === 0 ? entries : entries.slice(from);
}
