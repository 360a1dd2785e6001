import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTimestamp } from '@entente/core/stix/timestamp';
import { Oracle } from '../oracle/oracle.ts';
import { startTestServer, type TestServer } from '../server.ts';
import type { World } from '../world/acts.ts';
import { worldArbitrary } from '../world/generate.ts';
import { handed } from './compare.ts';
import { AskedRequests } from './told-by-requests.ts';
import { TabledDecisions } from './told-by-decisions.ts';
import { consentDifferences } from './told-by-consents.ts';
import { differences } from './told-by-routes.ts';
import { KeptOpenings } from './told-by-recalls.ts';
import { KeptSearches } from './told-by-searches.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 6);

/** Versions and objects of TAXII's collections; pages of many objects are compared in taxii/oracle.test.ts. */
async function taxiiDifferences(server: TestServer, oracle: Oracle, member: string): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const collection of ['view', 'own'] as const) {
    const ids = new Set(
      oracle.taxiiObjects(member, collection, { matchVersion: ['all'] }).records.map(({ id }) => id),
    );
    for (const id of ids) {
      const base = `/taxii2/cell/collections/${collection}/objects/${id}/`;
      const { records } = oracle.taxiiVersions(member, collection, id);
      const last = oracle.taxiiObjects(member, collection, { matchId: [id] }).records;
      const versions = (await server.get(member, `${base}versions/`)).json<{ versions?: string[] }>()
        .versions;
      const objects = (await server.get(member, base)).json<{ objects?: unknown[] }>().objects;
      const wanted = {
        versions: records.map(({ version }) => formatTimestamp(version)),
        objects: last.map(({ object }) => object),
      };
      const found = { versions, objects };
      if (handed.canonical(found as never) !== handed.canonical(wanted as never))
        wrong.push({ member, base, wanted, found });
    }
  }
  return wrong;
}

async function compareWorld(world: World): Promise<void> {
  const server = await startTestServer({ host: '*' });
  try {
    const openings = new KeptOpenings();
    const oracle = new Oracle(handed, (now) => openings.look(now));
    const searches = new KeptSearches(server, oracle, handed);
    const decisions = new TabledDecisions(server, oracle);
    const members: string[] = [];
    const last = world.acts.length - 1;
    for (const [index, act] of world.acts.entries()) {
      if (act.kind === 'member') members.push(act.id);
      oracle.play(act);
      await server.play(act);
      // In the middle and at the end: what is withdrawn later is seen before.
      if (index !== last && index !== Math.floor((2 * last) / 3)) continue;
      await decisions.table();
      // Accounts of a suspended member are not let in.
      const asking = members.filter((id) => oracle.coalition.members.get(id)?.suspended !== true);
      await openings.open(server, oracle, asking);
      for (const member of asking) {
        expect(await decisions.differences(member)).toEqual([]);
        expect(await differences(server, oracle, member, handed)).toEqual([]);
        expect(await openings.differences(server, oracle, member, handed)).toEqual([]);
        expect(await searches.differences(member)).toEqual([]);
        expect(await consentDifferences(server, oracle, member, handed)).toEqual([]);
        expect(await taxiiDifferences(server, oracle, member)).toEqual([]);
      }
    }
    expect(await new AskedRequests(server, oracle, handed).differences(members)).toEqual([]);
  } finally {
    await server.close();
  }
}

test.each([
  ['fixed', { numRuns: runs, seed: 20170525 }],
  ['fresh', { numRuns: Math.ceil(runs / 3), seed: Number(process.env['ENTENTE_SEED'] ?? Date.now() % 1e9) }],
])(
  'objects, versions, claims, references, counts and search are what the oracle says, in order (%s seed)',
  async (_name, drawn) => {
    const options = { endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, ...drawn };
    await fc.assert(fc.asyncProperty(worldArbitrary(), compareWorld), options);
  },
  600_000,
);
