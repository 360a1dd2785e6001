/** What came to a member, and what it takes away in one file. */
import { hub } from '../../oracle/notice.ts';
import { items, most, time, type Asker, type Entry, type Question } from './question.ts';

/** A moment before all worlds. */
const all = '2000-01-01T00:00:00Z';

export function lists(asker: Asker): Question[] {
  const { oracle, member } = asker;
  const rows = oracle.rows(member);
  const forms = (versions: string[]): unknown[] =>
    oracle.taxiiObjects(member, 'view', { matchVersion: versions }).records.map(({ object }) => object);
  const bundled = (body: string): unknown[] => (JSON.parse(body) as { objects: unknown[] }).objects.slice(1);
  return [
    {
      url: `/api/v1/arrivals?since=${all}`,
      read: (body) => (JSON.parse(body) as { members: unknown }).members,
      wanted: arrivals(asker),
    },
    ...[undefined, ...new Set(rows.map(({ seen }) => seen.contribution.contributor))].map((by) => ({
      url: `/api/v1/arrivals/objects?limit=${most}${by === undefined ? '' : `&contributor=${by}`}`,
      read: (body: string) => (items(body) as Entry[]).map(({ object, added }) => [object['id'], added]),
      wanted: arrived(asker, by),
    })),
    { url: '/api/v1/export', read: bundled, wanted: forms(['last']) },
    { url: '/api/v1/export?versions=all', read: bundled, wanted: forms(['all']) },
  ];
}

/** Of whom how many objects came, most first. */
function arrivals(asker: Asker): { contributor: string | null; objects: number }[] {
  const by = new Map<string, Set<string>>();
  for (const { seen } of asker.oracle.rows(asker.member)) {
    const { id, contributor } = seen.contribution;
    by.set(contributor, (by.get(contributor) ?? new Set()).add(id));
  }
  const counts = [...by].map(([contributor, ids]) => ({ contributor, objects: ids.size }));
  const order = counts.sort(
    (one, other) => other.objects - one.objects || (one.contributor < other.contributor ? -1 : 1),
  );
  return order.map(({ contributor, objects }) => ({
    contributor: contributor === hub ? null : contributor,
    objects,
  }));
}

/** Each object and when it came last, the last first; of one contributor where one is named. */
function arrived(asker: Asker, by: string | undefined): [string, string][] {
  const last = new Map<string, bigint>();
  for (const { seen, dateAdded } of asker.oracle.rows(asker.member)) {
    const { id, contributor } = seen.contribution;
    if (by !== undefined && contributor !== by) continue;
    if ((last.get(id) ?? -1n) < dateAdded) last.set(id, dateAdded);
  }
  return [...last].sort(([, one], [, other]) => (one < other ? 1 : -1)).map(([id, at]) => [id, time(at)]);
}
