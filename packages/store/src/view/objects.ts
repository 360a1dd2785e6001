/** Single objects as the reader has them: every claim and version of each, by one statement, and what a search finds. */
import type { Rights } from '@entente/core/label/permits';
import type { Prepared } from '../database/queryable.ts';
import type { Binding, Question } from './binding.ts';
import { isOpen, withGates } from './feed.ts';
import { bodyOf, groupOf, type Claimed, type Place } from './group.ts';
import type { Held } from './holdings.ts';
import { closingsOf, readClosings } from './closings.ts';

/** A contribution in the view, with its date in the feed; without one where the feed is behind. */
export interface SeenInView extends Claimed, Place {
  /** Whether the object has `modified` or `created`; if not, `added` is its version for the reader. */
  timed: boolean;
  added: number | undefined;
}

type Row = [
  object: string,
  /** Null, with all that follows, where the reader has nothing of the object. */
  id: number | null,
  version: number,
  holding: number,
  timed: boolean,
  extended: boolean,
  body: string,
  closings: string | null,
  entered: number | null,
  added: number | null,
];

/** Columns of a contribution `c` and its place `f` in the feed. */
const columns = `c.id, c.version, c.holding, c.timed, c.extended, ${bodyOf('c', '(select bound_reader())')},
    case when not ${isOpen('c.plain')} then ${closingsOf} end, f.entered, f.at`;
const seen = `contribution c left join feed f on f.reader = (select bound_reader()) and f.contribution = c.id`;

const byId: Prepared = {
  name: 'objects',
  rowMode: 'array',
  text: `${withGates} select c.object, ${columns} from ${seen}
    where c.object = any($1::text[]) and ${isOpen('c.gate')}`,
};

/** What the reader has of single objects: every claim and version, in the order they were put in. */
export async function readObjects(
  binding: Binding,
  ids: readonly string[],
): Promise<Map<string, SeenInView[]>> {
  const { rows } = await binding.client.query(byId, [ids]);
  return grouped(binding, rows as unknown as Row[]);
}

export interface SearchQuery {
  /** Folded words, all of which must be seen; the last may be a beginning. */
  words: readonly string[];
  prefix: boolean;
  types?: readonly string[] | undefined;
  /** Members whose version is served. */
  contributors?: readonly string[] | undefined;
  /** Codes of which the version that is served has one. */
  markings?: readonly string[] | undefined;
  /** Microseconds. */
  since?: number | undefined;
  before?: number | undefined;
  /** Where the page before ended. */
  after?: { version: number; object: string } | undefined;
  limit: number;
}

/** An object that a search found, by its latest version with the words, and what the reader has of it. */
export interface SearchHit {
  object: string;
  version: number;
  seen: SeenInView[];
}

const bySearch: Prepared = {
  name: 'search',
  rowMode: 'array',
  text: `${withGates} select h.object, ${columns}, h.version, h.place
    from search_view($1::tsquery, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality as h (object, version, place)
      left join (${seen}) on c.object = h.object and ${isOpen('c.gate')}`,
};

/** Folded words as a tsquery: all of them; with `prefix` the last may be a beginning. */
export const termsOf = (words: readonly string[], prefix: boolean): string =>
  words
    .map((word, index) => (prefix && index === words.length - 1 ? `'${word}':*` : `'${word}'`))
    .join(' & ');

/** What `searchObjects` will ask. */
export function searchAhead(query: SearchQuery): Question {
  const { words, prefix, types, contributors, markings, since, before, after, limit } = query;
  const values = [
    termsOf(words, prefix),
    types ?? null,
    since ?? null,
    before ?? null,
    after?.version ?? null,
    after?.object ?? null,
    limit,
    contributors ?? null,
    markings ?? null,
  ];
  return { statement: bySearch, values, along: false };
}

/** Objects whose words the reader sees, newest version first. */
export async function searchObjects(binding: Binding, query: SearchQuery): Promise<SearchHit[]> {
  const { statement, values } = searchAhead(query);
  const answer = await binding.client.query(statement, values);
  const rows = answer.rows as unknown as [...Row, version: number, place: number][];
  const groups = await grouped(binding, rows as unknown as Row[]);
  const hits: SearchHit[] = [];
  for (const row of rows) {
    const [object, version, place] = [row[0], row[10], row[11]];
    hits[place - 1] = { object, version, seen: groups.get(object) ?? [] };
  }
  return hits;
}

async function grouped(binding: Binding, rows: readonly Row[]): Promise<Map<string, SeenInView[]>> {
  const { client, holdings, reader } = binding;
  const there = rows.filter(([, id]) => id !== null).sort((a, b) => Number(a[1]) - Number(b[1]));
  const held = await holdings.of(
    client,
    there.map(([, , , holding]) => holding),
  );
  const entered = new Map(
    there.map((row) => [Number(row[1]), row[8] ?? Number.MAX_SAFE_INTEGER - 1_000_000]),
  );
  const claims = new Map<string, Timed[]>();
  for (const row of there) {
    const one = claimOf(row, held.get(row[3]) as Held, reader.rights);
    const others = claims.get(one.object);
    if (others === undefined) claims.set(one.object, [one]);
    else others.push(one);
  }
  for (const group of claims.values()) tellOwners(group);
  return new Map(
    [...claims].map(([id, group]) => [id, groupOf(group, reader, (one) => entered.get(one) as number)]),
  );
}

type Timed = Claimed & Pick<SeenInView, 'timed' | 'added'> & Pick<Held, 'namesOwners'>;

function claimOf(row: Row, { contributor, label, labelBody, namesOwners }: Held, rights: Rights): Timed {
  const [object, id, version, , timed, extended, body, closings, , added] = row;
  const own = rights.full && contributor === rights.member;
  const { closed, portions } = readClosings(own ? null : closings);
  return {
    id: id as number,
    object,
    version,
    contributor,
    label,
    labelBody,
    timed,
    own,
    extended,
    body,
    closed,
    portions,
    sees: [],
    added: added ?? undefined,
    namesOwners,
  };
}

/** Of the owners that its label names, a reader is told those whose contribution of the object it sees. */
function tellOwners(group: readonly Timed[]): void {
  const contributors = [...new Set(group.map(({ contributor }) => contributor))].sort();
  for (const one of group) if (one.namesOwners) one.sees = contributors;
}
