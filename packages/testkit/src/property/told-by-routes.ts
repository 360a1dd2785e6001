/** What the API's routes tell of a member's view, set against what the oracle says of it. */
import type { Handed } from '../oracle/handed.ts';
import { mentionsOf } from '../oracle/mention.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { ViewEntry } from '../oracle/reading.ts';
import type { TestServer } from '../server.ts';
import { memberIds } from '../world/pool.ts';
import { lists } from './told/arrivals.ts';
import { Asker, items, most, type Entry, type Question } from './told/question.ts';
import { rosterPast } from './told/roster.ts';
import { screening } from './told/screening.ts';
import { facets, found, search } from './told/search.ts';

const asked = ['harbour', 'quiet harbour ', 'amber', 'night heron', 'breche port', 'qui', 'draft', 'related'];

/** Asks all questions about a member's view; those that are answered otherwise, with both answers. */
export async function differences(
  server: TestServer,
  oracle: Oracle,
  member: string,
  handed: Handed,
): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const question of questions(new Asker(oracle, member, handed))) {
    const { url, wanted, body: posted } = question;
    const { statusCode, body } = await (posted === undefined
      ? server.get(member, url)
      : server.post(member, url, posted));
    const found = statusCode === 200 ? question.read(body) : statusCode;
    if (handed.canonical(found as never) !== handed.canonical(wanted as never))
      wrong.push({ member, url, posted, wanted, found });
  }
  return wrong;
}

function questions(asker: Asker): Question[] {
  const { oracle, member } = asker;
  const ids = oracle.latest(member).map(({ id }) => id);
  const withheld = oracle.everything.map(({ id }) => id).filter((id) => !ids.includes(id));
  return [
    ...ids.flatMap((id) => about(asker, id)),
    ...[...new Set(withheld)].map((id) => ({ url: `/api/v1/objects/${id}`, read: items, wanted: 404 })),
    ...lists(asker),
    ...[...oracle.coalition.communities.keys()].map((id) => rosterPast(asker, id)),
    mentions(
      asker,
      'The Quiet  harbour of 192.0.2.7, quiet-amber OTTER; Breche du port (night heron), notes.txt',
    ),
    mentions(asker, 'invoice.pdf amber otter otter night 198.51.100.20 198.51.100.7'),
    screening(asker),
    ...asked.flatMap((words) => [search(asker, words), facets(asker, { q: words }, found(asker, words))]),
    ...memberIds.slice(0, 2).map((contributor) => search(asker, 'harbour', { contributor })),
    search(asker, 'harbour', { marking: 'TLP:AMBER' }),
    facets(asker, {}, found(asker, '')),
    facets(asker, { type: 'identity,report', contributor: member }, found(asker, '')),
    facets(asker, { marking: 'TLP:AMBER' }, found(asker, '')),
  ];
}

function about(asker: Asker, id: string): Question[] {
  const { oracle, member } = asker;
  const base = `/api/v1/objects/${id}`;
  const served = oracle.servedContributor(member, id);
  const claims = oracle.claims(member, id);
  const first = claims.filter(({ contributor }) => contributor === served);
  const others = claims.filter(({ contributor }) => contributor !== served);
  return [
    {
      url: base,
      read: (body) => JSON.parse(body) as unknown,
      wanted: asker.entry(oracle.object(member, id) as ViewEntry),
    },
    {
      url: `${base}/versions?limit=${most}`,
      read: items,
      wanted: oracle
        .versions(member, id)
        .toReversed()
        .map((one) => asker.entry(one)),
    },
    {
      url: `${base}/claims?limit=${most}`,
      read: items,
      wanted: [...first, ...others].map((one) => asker.entry(one)),
    },
    { url: `${base}/references?limit=${most}`, read: places, wanted: linked(asker, id, 'out') },
    { url: `${base}/neighbours?limit=${most}`, read: places, wanted: linked(asker, id, 'in') },
  ];
}

function linked(asker: Asker, id: string, direction: 'in' | 'out'): [string, string[]][] {
  const found = asker.oracle.neighbours(asker.member, id).filter((one) => one.direction === direction);
  const ids = [...new Set(found.map((one) => one.id))].sort();
  return ids.map((other) => [
    other,
    found
      .filter((one) => one.id === other)
      .map(({ path }) => path)
      .sort(),
  ]);
}

/** What any member's latest version calls an object stands in the text, if its words do. */
function mentions(asker: Asker, text: string): Question {
  const claims = asker.oracle.latest(asker.member).flatMap(({ id }) => asker.oracle.claims(asker.member, id));
  return {
    url: '/api/v1/mentions',
    body: { text },
    read: (body) => (JSON.parse(body) as { mentions: unknown }).mentions,
    wanted: mentionsOf(
      text,
      claims.map(({ form }) => form),
      asker.handed,
    ),
  };
}

const places = (body: string): unknown[] =>
  (items(body) as { properties: string[]; entry: Entry }[])
    .map(({ properties, entry }): [string, string[]] => [String(entry.object['id']), [...properties].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
