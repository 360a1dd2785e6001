/** The records of the view that have to do with where and when: by words and kinds, or around one record; page by page. */
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAsked } from '../../app/address.ts';
import type { CarriedKey } from '../../app/carried.ts';
import { cell } from '../../app/cell.ts';
import { objectQuery, ofView, questions } from '../../app/questions.ts';
import { typesIn } from '../../record/kind.ts';
import type { Entry, StixObject } from '../../record/object.ts';
import { locationsNamed, type Gazetteer } from '../../record/where.ts';

/** Kinds that say where or when; the others would fill the pages in vain. */
export const tellingTypes = [
  'location',
  'identity',
  'threat-actor',
  'incident',
  'relationship',
  'sighting',
  'observed-data',
  'report',
  'campaign',
  'intrusion-set',
  'infrastructure',
  'indicator',
  'malware',
] as const;

const perPage = 1000;

export interface Gathered {
  entries: Entry[];
  /** How many there are; `undefined` where nobody has counted. */
  total: number | undefined;
  hasMore: boolean;
  isPending: boolean;
  isFetchingMore: boolean;
  error: Error | null;
  more: () => void;
  again: () => void;
}

export function useGathered(): Gathered {
  const { q = '', type, start = '' } = useAsked<CarriedKey>();
  const around = start !== '';
  const wanted = useMemo(() => typesIn(type), [type]);
  const types = (wanted.length === 0 ? tellingTypes : wanted).join(',');
  const found = useInfiniteQuery({
    queryKey: [ofView, 'places', ...(around ? [start] : [q, types])],
    queryFn: ({ pageParam }) => (around ? askAround(start, pageParam) : ask(q, types, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const { data: facets } = useQuery({ queryKey: [ofView, 'facets'], queryFn: () => cell.facets() });
  const entries = useMemo(
    () =>
      onceEach((found.data?.pages ?? []).flatMap(({ items }) => items)).filter(
        ({ object }) => wanted.length === 0 || wanted.includes(object.type),
      ),
    [found.data, wanted],
  );
  const asked = new Set(types.split(','));
  const counted = facets?.types
    .filter((one) => asked.has(one.type))
    .reduce((sum, { count }) => sum + count, 0);
  return {
    entries,
    total: q === '' && !around ? counted : undefined,
    hasMore: found.hasNextPage,
    isPending: found.isPending,
    isFetchingMore: found.isFetchingNextPage,
    error: found.error,
    more: () => void found.fetchNextPage(),
    again: () => void found.refetch(),
  };
}

interface Page {
  items: Entry[];
  next?: string | undefined;
}

const cursorOf = (cursor: string | undefined): { cursor?: string } =>
  cursor === undefined ? {} : { cursor };

async function ask(q: string, type: string, cursor: string | undefined): Promise<Page> {
  const page = await cell.search({ ...(q === '' ? {} : { q }), type, limit: perPage, ...cursorOf(cursor) });
  return known(page);
}

/** What came with a page needs not be asked for again, to tell what it is called. */
function known(page: Page): Page {
  for (const entry of page.items) questions.setQueryData(objectQuery(entry.object.id).queryKey, entry);
  return page;
}

/** One record with what refers to it and what that refers to. */
async function askAround(id: string, cursor: string | undefined): Promise<Page> {
  const itself = cursor === undefined ? [await cell.object({ id })] : [];
  const { items, next } = await cell.objectNeighbours({ id, limit: perPage, ...cursorOf(cursor) });
  return known({ items: [...itself, ...items.flatMap(({ entry, others }) => [entry, ...others])], next });
}

function onceEach(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.object.id, entry])).values()];
}

/** The most locations that are asked for one by one, beside those among the entries. */
const mostAsked = 300;

/** The locations among the entries, and those that they name. */
export function useGazetteer(entries: readonly Entry[]): Gazetteer {
  const among = useMemo(
    () => entries.map(({ object }) => object).filter(({ type }) => type === 'location'),
    [entries],
  );
  const lacking = useMemo(() => {
    const has = new Set(among.map(({ id }) => id));
    return locationsNamed(entries)
      .filter((id) => !has.has(id))
      .slice(0, mostAsked);
  }, [among, entries]);
  const asked = useQueries({
    queries: lacking.map((id) => ({ ...objectQuery(id), retry: false })),
    combine: (answers) => answers.flatMap(({ data }) => data?.object ?? []),
  });
  return useMemo(
    () => new Map([...among, ...asked].map((object): [string, StixObject] => [object.id, object])),
    [among, asked],
  );
}
