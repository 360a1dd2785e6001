import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import type { JsonObject } from '@entente/core/stix/types';
import { startTestServer, type TestServer } from '../server.ts';
import { Oracle } from '../oracle/oracle.ts';
import type { TaxiiPage, TaxiiQuery } from '../oracle/taxii.ts';
import { handed } from '../property/compare.ts';
import type { World } from '../world/acts.ts';
import { worldArbitrary } from '../world/generate.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 6);

interface Told {
  records: unknown[];
  more: boolean;
  first: string | undefined;
  last: string | undefined;
}

const time = (micros: bigint): string => formatTimestamp(micros);

function toldByOracle(
  { records, more, first, last }: TaxiiPage,
  part: (record: TaxiiPage['records'][number]) => unknown,
): Told {
  return {
    records: records.map(part),
    more,
    first: first === undefined ? undefined : time(first),
    last: last === undefined ? undefined : time(last),
  };
}

async function toldByServer(server: TestServer, member: string, url: string): Promise<Told> {
  const answer = await server.get(member, url);
  const body = answer.json<{ objects?: JsonObject[]; more?: boolean; next?: string }>();
  expect({ url, status: answer.statusCode }).toEqual({ url, status: 200 });
  expect(body.more === true).toBe(body.next !== undefined);
  return {
    records: body.objects ?? [],
    more: body.more === true,
    first: answer.headers['x-taxii-date-added-first'] as string | undefined,
    last: answer.headers['x-taxii-date-added-last'] as string | undefined,
  };
}

/** Questions whose answers depend on what is in the collection. */
function questions(all: TaxiiPage): TaxiiQuery[] {
  const [some, middle] = [all.records[1], all.records[Math.floor(all.records.length / 2)]];
  const type = String(middle?.object['type'] ?? 'tool');
  return [
    {},
    { matchVersion: ['all'] },
    { matchVersion: ['first'], limit: 3 },
    { matchVersion: ['first', 'last'], limit: 2 },
    { limit: 4, ...(middle === undefined ? {} : { addedAfter: middle.dateAdded }) },
    { matchType: [type, 'relationship'], limit: 5 },
    { matchId: [some?.id ?? 'x', middle?.id ?? 'y'], matchVersion: ['all'] },
    { matchVersion: [time(middle?.version ?? 0n), 'first'], specVersion: ['2.1'] },
    { specVersion: ['2.0'] },
  ];
}

function searchOf(query: TaxiiQuery): string {
  const { addedAfter, limit, matchId, matchType, matchVersion, specVersion } = query;
  const search = new URLSearchParams({ limit: String(limit ?? 1000) });
  if (addedAfter !== undefined) search.set('added_after', time(addedAfter));
  const lists = { id: matchId, type: matchType, version: matchVersion, spec_version: specVersion };
  for (const [name, values] of Object.entries(lists)) {
    if (values !== undefined) search.set(`match[${name}]`, values.join(','));
  }
  return search.toString();
}

async function compareMember(server: TestServer, oracle: Oracle, member: string): Promise<void> {
  for (const collection of ['view', 'own'] as const) {
    const base = `/taxii2/cell/collections/${collection}/`;
    const all = oracle.taxiiObjects(member, collection, { matchVersion: ['all'] });
    for (const query of questions(all)) {
      const page = oracle.taxiiObjects(member, collection, query);
      const search = searchOf(query);
      const objects = await toldByServer(server, member, `${base}objects/?${search}`);
      expect({ member, search, ...objects }).toEqual({
        member,
        search,
        ...toldByOracle(page, (one) => one.object),
      });
      const manifest = await toldByServer(server, member, `${base}manifest/?${search}`);
      const entry = (one: TaxiiPage['records'][number]): object => ({
        id: one.id,
        date_added: time(one.dateAdded),
        version: time(one.version),
        media_type: 'application/stix+json;version=2.1',
      });
      expect({ member, search, ...manifest }).toEqual({ member, search, ...toldByOracle(page, entry) });
    }
  }
}

async function compareWorld(world: World): Promise<void> {
  const server = await startTestServer();
  try {
    const oracle = new Oracle(handed);
    const members: string[] = [];
    for (const act of world.acts) {
      if (act.kind === 'member') members.push(act.id);
      oracle.play(act);
      await server.play(act);
    }
    for (const member of members) await compareMember(server, oracle, member);
  } finally {
    await server.close();
  }
}

test.each([
  ['fixed', { numRuns: runs, seed: 20170525 }],
  ['fresh', { numRuns: Math.ceil(runs / 2) }],
])(
  'pages of objects and manifests are what the oracle says, filter by filter (%s seed)',
  async (_name, drawn) => {
    const options = { endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, ...drawn };
    await fc.assert(fc.asyncProperty(worldArbitrary(), compareWorld), options);
  },
  600_000,
);
