import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Explanation } from '@entente/contract/label';
import { standInUuid } from '@entente/contract/stix';
import type { JsonObject } from '@entente/core/stix/types';
import { seenForm } from '@entente/store/view/group';
import { callerOf } from '../world/play.ts';
import type { Act, World } from '../world/acts.ts';
import { worldArbitrary } from '../world/generate.ts';
import { startTestServer, type TestServer } from '../server.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 10);

const tally = { yes: 0, no: 0, 'depends-on-others': 0 };
/** Of the versions that language-contents name. */
const tallyOfNames = { yes: 0, no: 0, 'depends-on-others': 0 };

type Put = Extract<Act, { kind: 'put' }>;

/** Who put in what, by act. */
const contributed = ({ acts }: World): [string, string][] => {
  const pairs = acts
    .filter((act): act is Put => act.kind === 'put')
    .flatMap(({ member, objects }) =>
      objects.map((object: JsonObject) => `${member} ${String(object['id'])}`),
    );
  return [...new Set(pairs)].map((pair) => pair.split(' ') as [string, string]);
};

/** Whether a member put no version of an object in twice: of several labels, the one that shows something is served. */
function isSingle({ acts }: World, member: string, id: string): boolean {
  const versions = acts
    .filter((act): act is Put => act.kind === 'put' && act.member === member)
    .flatMap(({ objects }) => objects.filter((object: JsonObject) => object['id'] === id))
    .map((object: JsonObject) => String(object['modified']));
  return new Set(versions).size === versions.length;
}

/** Versions of a contributor's object that a member has, and those that the contributor has itself. */
async function versionsSeen(server: TestServer, member: string, contributor: string, id: string) {
  const groups = await server.cell.view(member, (view) => view.objects([id]));
  const seen = (groups.get(id) ?? []).filter((one) => one.contributor === contributor);
  return seen.map(({ version }) => version);
}

/** What a member has of a contributor's versions of a language-content: which version of its object each names. */
function versionsNamed(server: TestServer, member: string, contributor: string, id: string) {
  return server.cell.view(member, async (view) => {
    const seen = (await view.objects([id])).get(id) ?? [];
    return seen
      .filter((one) => one.contributor === contributor)
      .map((one) => {
        const { object } = seenForm(one, view.reader.rights, (_path, type) => type);
        return { version: one.version, named: object['object_modified'] };
      });
  });
}

/** What the forecast says of the version that a language-content names, against what the member is served. */
async function wrongNames(
  server: TestServer,
  contributor: string,
  id: string,
  { member, verdict, parts = [] }: Explanation,
): Promise<string[]> {
  if (!id.startsWith('language-content--') || verdict === 'no' || member === contributor) return [];
  const own = await versionsNamed(server, contributor, contributor, id);
  const latest = Math.max(...own.map(({ version }) => version));
  if (!own.some(({ version, named }) => version === latest && named !== undefined)) return [];
  const closed = parts.filter(({ selectors }) => selectors?.includes('object_modified'));
  const told = closed.some(({ open }) => open === 'no') ? 'no' : (closed[0]?.open ?? 'yes');
  tallyOfNames[told] += 1;
  const served = (await versionsNamed(server, member, contributor, id)).filter(
    (one) => one.version === latest,
  );
  const isWrong = served.some(({ named }) => (told === 'yes' && !named) || (told === 'no' && named));
  return isWrong ? [`${contributor} on what ${id} names, for ${member}: ${told}`] : [];
}

/** How often the form that a member would get was told for sure, and was held against the one that it is served. */
let forms = 0;

/** Where a form is told for sure, what the member is served of that version is that form. */
async function wrongForm(
  server: TestServer,
  contributor: string,
  id: string,
  member: string,
): Promise<string[]> {
  if (member === contributor) return [];
  const told = await server.ports.explain.viewAs(callerOf(contributor), { object: id }, member);
  if (told.verdict !== 'yes' || told.uncertain.length > 0) return [];
  const served = await server.cell.view(member, async (view) => {
    const seen = (await view.objects([id])).get(id) ?? [];
    return seen
      .filter((one) => one.contributor === contributor && one.version === told.given.version)
      .map((one) => seenForm(one, view.reader.rights, (_path, type) => `${type}--${standInUuid}`).object);
  });
  if (served.length === 0) return [];
  forms += 1;
  const isServed = served.some((form) => isDeepStrictEqual(plainly(form), plainly(told.object)));
  return isServed
    ? []
    : [`${contributor} on the form of ${id} for ${member}: ${JSON.stringify([told.object, served])}`];
}

const plainly = (form: unknown): unknown => JSON.parse(JSON.stringify(form));

/** What the forecast of one object says against what is so. */
async function wrongForecasts(
  server: TestServer,
  contributor: string,
  id: string,
  isSingleLabel: boolean,
): Promise<string[]> {
  const own = await versionsSeen(server, contributor, contributor, id);
  if (own.length === 0) return [];
  const { items } = await server.ports.explain.contribution(callerOf(contributor), { object: id });
  const wrong: string[] = [];
  for (const told of items) {
    const { member, verdict, reasons } = told;
    if (member !== contributor) tally[verdict] += 1;
    const seen = await versionsSeen(server, member, contributor, id);
    // A version that says nothing new is not in the view, but the one before it is (rule 6).
    const isWrong =
      verdict === 'yes' ? seen.length === 0 : verdict === 'no' && seen.includes(Math.max(...own));
    if (isWrong) wrong.push(`${contributor} on ${id} for ${member}: ${verdict} ${JSON.stringify(reasons)}`);
    wrong.push(...(await wrongNames(server, contributor, id, told)));
    if (isSingleLabel) wrong.push(...(await wrongForm(server, contributor, id, member)));
  }
  return wrong;
}

test('a plain yes or no of a forecast is so, in every world', async () => {
  const property = fc.asyncProperty(worldArbitrary({ maximumActs: 12 }), async (world) => {
    const server = await startTestServer();
    try {
      for (const act of world.acts) await server.play(act);
      const wrong: string[] = [];
      for (const [contributor, id] of contributed(world))
        wrong.push(...(await wrongForecasts(server, contributor, id, isSingle(world, contributor, id))));
      expect(wrong).toEqual([]);
    } finally {
      await server.close();
    }
  });
  await fc.assert(property, { numRuns: runs, seed: 20170525, endOnFailure: true });
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(0);
  expect(tallyOfNames.yes).toBeGreaterThan(0);
  expect(tallyOfNames.no).toBeGreaterThan(0);
  expect(forms).toBeGreaterThan(0);
}, 600_000);
