/**
 * What goes with every pair of worlds: things of the members' own that no act of a world makes, the same in
 * both, and things of another member that nobody else can see, in one of them.
 */
import type { JsonObject } from '@entente/core/stix/types';
import { decideAfresh, decideTogether } from './companions-decisions.ts';
import { consentsBetween, noConsents, type ConsentCompanions } from './companions-consent.ts';
import { matchingBetween, noMatching, type MatchingCompanions } from './companions-matching.ts';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { versionTime, words } from '../world/pool.ts';
import { erasable, enterSubjectRequests, keepSearches, setUp } from './companion-own.ts';
import { idFor, note, tool } from './companion-parts.ts';
import { askRequests, hideRequests } from './companion-requests.ts';
import { tableForAll, tableHidden } from './decisions.ts';
import type { Pair } from './pair.ts';
import type { Stage } from './stage.ts';

export interface Companions {
  /** A community that none of the members is within. */
  hiddenCommunity: string;
  /** Objects that the members alone have put in, and nothing refers to. */
  ownObjects: string[];
  /** Batches and proposals of the members, then those of the other, which one of the worlds has. */
  batches: string[];
  proposals: string[];
  statuses: string[];
  /** What data subjects ask of the members, about anything; then what they ask of the other. */
  subjectRequests: string[];
  /** The same about what concerns nobody else, so that it may be restricted and erased. */
  erasures: string[];
  /** Searches that the members keep, then those of the other. */
  searches: string[];
  /** Requests that the members know; of these, what they asked; and requests that they do not know. */
  requests: string[];
  closable: string[];
  /** One that the members are asked and say nothing on but that they have it. */
  untouched: string[];
  hiddenRequests: string[];
  /** Messages and webhooks of the members, then those of the other. */
  messages: string[];
  webhooks: string[];
  /** Decisions put to everybody, then those of another. */
  decisions: string[];
  consents: ConsentCompanions;
  matching: MatchingCompanions;
}

const hiddenCommunity = 'c9000000-0000-4000-8000-000000000009';
/** Everybody knows it; who holds what in it, its owner and the holders alone. */
const otherPolicy = 'b9000000-0000-4000-8000-000000000001';
const hiddenStatus = '0bd21ca9-6a5b-4d2c-8f21-0d1f0a4c7e90';
/** Of a member: its time is over. */
const oldStatus = (place: number): string => `0bd21ca9-6a5b-4d2c-8f21-0d1f0a4c7e8${place}`;
const eightDays = 8 * 86_400_000_000;

/** Nothing goes with a pair. */
export const noCompanions = (pair: Pair): Companions => ({
  hiddenCommunity,
  ownObjects: pair.members.flatMap((_member, place) => [idFor('tool', place), idFor('tool', place + 5)]),
  batches: [],
  proposals: [],
  statuses: [hiddenStatus],
  searches: [],
  requests: [],
  subjectRequests: [],
  closable: [],
  untouched: [],
  hiddenRequests: [],
  messages: [],
  webhooks: [],
  decisions: [],
  consents: noConsents(),
  matching: noMatching(),
  erasures: [],
});

/**
 * Sets them up after the members have entered.
 * @param at the moment from which on there is room for a few acts, a millisecond apart
 * @param stages of the worlds before and after
 */
export async function accompany(
  stages: readonly [Stage, Stage],
  pair: Pair,
  at: number,
): Promise<Companions> {
  const found = noCompanions(pair);
  for (const stage of stages) {
    for (const [place, member] of pair.members.entries()) {
      const named = (number: number): JsonObject => tool(idFor('tool', number), words[place] ?? '');
      const own = [...[place, place + 5].map(named), { ...named(place), id: erasable(member, place) }];
      await stage.act(at + place * 1000, `own of ${member}`, async (server) => {
        await setUp(server, member, { own, proposed: named(60 + place) }, found);
        const status = {
          id: oldStatus(place),
          at: server.ports.now() - eightDays,
          body: '{"status":"complete"}',
        };
        await server.ports.taxiiStatus.save(callerOf(member), status);
        note(found.statuses, status.id);
      });
      // By itself, once the feed has what was put in: where it is then is kept with the search.
      await stage.act(at + place * 1000 + 500, `searches of ${member}`, (server) =>
        keepSearches(server, member, found),
      );
      await stage.act(at + place * 1000 + 700, `requests of subjects to ${member}`, (server) =>
        enterSubjectRequests(server, member, pair, found),
      );
    }
  }
  const others = pair.before.acts
    .flatMap((act) => (act.kind === 'member' ? [act.id] : []))
    .filter((id) => !pair.members.includes(id));
  const [other] = others;
  if (other === undefined) return found;
  for (const stage of stages) await askRequests(stage, pair, others, at + 2000, found);
  found.consents = await consentsBetween(stages, pair, {
    at: at + 2500,
    tool: (number) => tool(idFor('tool', number), 'quiet harbour'),
  });
  for (const stage of stages)
    await stage.play({ kind: 'policy', at: at + 4000, id: otherPolicy, owner: other });
  await stages[1].play({ kind: 'clearance', at: at + 4500, policy: otherPolicy, member: other, rank: 1 });
  await stages[1].play({ kind: 'community', at: at + 5000, id: hiddenCommunity, name: 'Hidden' });
  await stages[1].play({ kind: 'enter', at: at + 6000, community: hiddenCommunity, entry: other });
  await stages[1].act(at + 7000, 'own of another', (server) => setUpOther(server, other, pair, found));
  for (const stage of stages) {
    await stage.act(at + 7200, 'decisions of all', async (server) => {
      for (const id of await tableForAll(server, other)) note(found.decisions, id);
    });
  }
  for (const id of await decideTogether(stages, [pair.members[0] as string, other], at + 7210))
    note(found.decisions, id);
  const entry = others.find((id) => id !== other);
  await stages[1].act(at + 7300, 'decisions of another', async (server) => {
    for (const id of await tableHidden(server, other, hiddenCommunity, entry)) note(found.decisions, id);
  });
  for (const id of await decideAfresh(stages, [pair.members[0] as string, other], at + 7400))
    note(found.decisions, id);
  await stages[1].act(at + 7500, 'searches of another', (server) => keepSearches(server, other, found));
  await hideRequests(stages[1], pair, { at: at + 8000, policy: otherPolicy, others }, found);
  await stages[1].act(at + 7700, 'requests of subjects to another', (server) =>
    enterSubjectRequests(server, other, pair, found),
  );
  for (const stage of stages) await takeBack(stage, [other, pair.members[0] as string], at + 9000);
  found.matching = await matchingBetween(stages, pair, at + 10_500);
  return found;
}

/** Has members give something to all, and take it back: so there are recalls, to them and of their own. */
async function takeBack(stage: Stage, members: readonly string[], at: number): Promise<void> {
  const give = (member: string, objects: JsonObject[], chosen: object, when: number): Promise<void> =>
    stage.play({ kind: 'put', member, collection: 'own', chosen, objects, at: when });
  for (const [place, member] of members.entries()) {
    const object = tool(idFor('tool', 80 + place), 'spanner');
    const start = at + place * 400;
    await give(member, [object], { any: [['public']] }, start);
    const reader = members[(place + 1) % members.length] as string;
    await give(reader, [noteOn(place, String(object['id']))], {}, start + 100);
    await stage.play({ kind: 'recall', at: start + 200, member, object: String(object['id']) });
  }
  // Whether anybody had this hangs on what its contributor does not know: who holds what in a policy of another.
  const member = members.at(-1) as string;
  const object = tool(idFor('tool', 85), 'spanner');
  await give(member, [object], { any: [['public']], levels: { [otherPolicy]: 1 } }, at + 900);
  await stage.play({ kind: 'recall', at: at + 950, member, object: String(object['id']) });
}

/** What rests on it. */
const noteOn = (place: number, id: string): JsonObject => ({
  type: 'note',
  spec_version: '2.1',
  id: idFor('note', 20 + place),
  created: versionTime(0),
  modified: versionTime(0),
  content: 'spanner',
  object_refs: [id],
});

/** What a member keeps to itself, with words, types and references that the members ask for. */
async function setUpOther(server: TestServer, other: string, pair: Pair, found: Companions): Promise<void> {
  const { ports } = server;
  const report = { ...tool(idFor('report', 9), words.join(' ')), type: 'report', published: versionTime(0) };
  const named = [...new Set([...pair.hot.map(({ id }) => id), ...pair.ids])].slice(0, 12);
  const objects = [
    { ...report, object_refs: named },
    { ...tool(idFor('malware', 9), words.join(' ')), type: 'malware', is_family: false },
    { ...tool(idFor('identity', 9), words.join(' ')), type: 'identity' },
    // Under the ids of what the members have to themselves, too.
    ...[...found.ownObjects, ...pair.members.map(erasable)].map((id) => tool(id, 'night heron')),
  ];
  await setUp(server, other, { own: objects, proposed: tool(idFor('tool', 69), 'night heron') }, found);
  const caller = callerOf(other);
  await ports.policies.setPolicy(caller, { ceiling: { any: [['public']] }, secondPerson: true });
  await ports.taxiiStatus.save(caller, { id: hiddenStatus, at: ports.now(), body: '{"status":"complete"}' });
}

/** Whether what left a cell went to one of these members. */
export const isTo =
  (members: readonly string[]) =>
  (address: string): boolean =>
    members.some((member) => address.includes(member));
