/**
 * Accounts that see less than their member ask every route, in two worlds: in one of them the member has, does and is
 * told more than they may see.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReader } from '@entente/store/coalition/writer';
import type { Caller } from '@entente/server/caller';
import type { JsonObject } from '@entente/core/stix/types';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { firstInstant, identityOf, memberIds, memberNames, versionTime, words } from '../world/pool.ts';
import { pickFrom } from '../world/random.ts';
import type { Asked, Told } from './asked.ts';
import { both } from './both.ts';
import { withoutCommitments } from './commitments.ts';
import { idFor, note, tool } from './companion-parts.ts';
import { noCompanions } from './companions.ts';
import { isEmpty, printed } from './coverage.ts';
import { Draw, Memory } from './draw.ts';
import type { Pair } from './pair.ts';
import { generators } from './routes/index.ts';
import { Stage } from './stage.ts';

const second = 1_000_000;
const secrecy = 'b9000000-0000-4000-8000-000000000007';
const low = 'e9000000-0000-4000-8000-000000000007';
const [member, other] = memberIds as [string, string];
const narrow: Caller = { ...callerOf(member), account: 'narrow account', reader: low };
const token = 'narrow account';
/** Calls of each route. */
const turns = Number(process.env['ENTENTE_TURNS'] ?? 2);

const above = { levels: { [secrecy]: 1 } };
const toMember = { any: [[`member:${member}`]] };
const plain = [0, 1, 2].map((place) => tool(idFor('tool', place), words[place] ?? ''));
const hidden = [3, 4].map((place) => tool(idFor('tool', place), words[3] ?? ''));
const idOf = (object: JsonObject | undefined): string => String(object?.['id']);
const link = (place: number, source: string, target: string): JsonObject => ({
  type: 'relationship',
  spec_version: '2.1',
  id: idFor('relationship', place),
  created: versionTime(0),
  modified: versionTime(0),
  relationship_type: 'related-to',
  source_ref: source,
  target_ref: target,
});

let stages: [Stage, Stage];
let at = firstInstant;
const next = (): number => (at += second);

/** What both worlds have: members, a policy, a narrower class, and what it may see. */
async function begin(stage: Stage): Promise<void> {
  const put = { kind: 'put' as const, collection: 'own' };
  for (const [index, id] of memberIds.slice(0, 3).entries())
    await stage.play({
      kind: 'member',
      at: at + index,
      id,
      name: memberNames[index] ?? '',
      identity: identityOf(index),
    });
  await stage.play({ kind: 'policy', at: at + 10, id: secrecy, owner: other });
  await stage.play({ kind: 'clearance', at: at + 11, policy: secrecy, member, rank: 2 });
  await stage.act(at + 12, 'a narrower class', ({ cell }) =>
    cell.act(callerOf(member), 'reader', {}, (change) =>
      addReader(change, low, member, { levels: { [secrecy]: 0 } }),
    ),
  );
  await stage.play({ ...put, at: at + 20, member: other, chosen: toMember, objects: plain.slice(0, 2) });
  await stage.play({ ...put, at: at + 21, member, objects: plain.slice(2) });
  await stage.play({
    ...put,
    at: at + 22,
    member,
    objects: [link(0, idOf(plain[0]), idOf(plain[2]))],
  });
}

/** What one of them has besides: all of it above the narrower class. */
async function goOnAbove(stage: Stage, found: ReturnType<typeof noCompanions>): Promise<void> {
  const put = { kind: 'put' as const, collection: 'own' };
  const later = (object: JsonObject | undefined, name: string): JsonObject => ({
    ...(object as JsonObject),
    modified: versionTime(2),
    name,
  });
  const chosen = { ...toMember, ...above };
  // Of others: objects, a newer version, another contribution of the same, a link, and one that is taken back.
  await stage.play({
    ...put,
    at: at + 100,
    member: other,
    chosen,
    objects: [...hidden, later(plain[0], 'revised'), link(1, idOf(plain[0]), idOf(hidden[0]))],
  });
  await stage.play({ ...put, at: at + 101, member: memberIds[2] as string, chosen, objects: plain });
  await stage.play({ kind: 'recall', at: at + 102, member: other, object: idOf(hidden[1]) });
  // Of its own.
  await stage.play({
    ...put,
    at: at + 110,
    member,
    chosen: above,
    objects: [
      tool(idFor('tool', 5), words[0] ?? ''),
      later(plain[2], 'withheld'),
      link(2, idOf(plain[2]), idOf(hidden[0])),
    ],
  });
  await stage.act(at + 120, 'what its people do', (server) => actAbove(server, found));
  await stage.act(at + 130, 'what others ask of it', async ({ ports }) => {
    const question = {
      title: 'Who?',
      text: 'Who is he?',
      by: at + 3600 * second,
      records: [idOf(plain[0])],
      addressees: [`member:${member}`],
      isOpen: false,
    };
    const { id } = await ports.requests.ask(callerOf(other), question, above);
    note(found.requests, id);
    await ports.requests.answer(
      callerOf(member),
      id,
      { extent: 'answered', text: 'He is known.', records: [] },
      above,
    );
  });
}

async function actAbove({ ports, cell }: TestServer, found: ReturnType<typeof noCompanions>): Promise<void> {
  const caller = callerOf(member);
  const objects = [tool(idFor('tool', 6), words[1] ?? ''), tool(idFor('tool', 7), words[2] ?? '')];
  const { batch } = await ports.imports.bringIn(caller, {
    source: bundleOf(objects),
    name: 'above.json',
    chosen: above,
    strict: false,
    dryRun: false,
  });
  note(found.batches, batch ?? '');
  await ports.policies.setDefault(caller, 'informant', above);
  await ports.webhooks.add(caller, 'https://above.example/hook');
  const order = { via: 'subject', subject: 'Somebody', reference: 'Case 9', kind: 'access' } as const;
  const times = { receivedAt: undefined, deadline: undefined };
  note(
    found.subjectRequests,
    await ports.subjects.enter(caller, { ...order, ...times, objects: [idFor('tool', 6)] }),
  );
  await ports.constitution.offer(caller, idFor('tool', 7));
  for (const { id } of await ports.recalls.list(caller, { isOpen: true, after: undefined, limit: 10 }))
    await ports.recalls.acknowledge(caller, id, 'Removed.');
  for (const { id } of await ports.inbox.list(caller, { shown: 'all', after: undefined, limit: 10 }))
    note(found.messages, id);
  await ports.searches.save(caller, { name: 'above', query: '{}' });
  await cell.settle();
}

async function* bundleOf(objects: readonly JsonObject[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(JSON.stringify({ type: 'bundle', id: idFor('bundle', 0), objects }));
}

beforeAll(async () => {
  const start = (): Promise<Stage> => Stage.start(undefined, new Map([[token, narrow]]));
  stages = [await start(), await start()];
  await both(stages.map((stage) => stage.reset()));
});
afterAll(async () => {
  await both(stages.map((stage) => stage.close()));
});

const asNarrow = (asked: Asked): Asked => ({
  ...asked,
  headers: { ...asked.headers, ...(asked.headers['authorization'] && { authorization: `Bearer ${token}` }) },
});

test('an account that sees less than its member is answered the same, whatever its member has above it', async () => {
  const ids = [...plain, ...hidden].map(idOf);
  const hot = [
    ...hidden.map(idOf),
    idOf(plain[0]),
    idOf(plain[2]),
    ...[5, 6, 7].map((place) => idFor('tool', place)),
  ];
  const pair: Pair = {
    members: [member],
    before: { acts: [] },
    after: { acts: [] },
    kinds: [],
    hot: hot.map((id) => ({ id, at: 0 })),
    ids: [...ids, ...[0, 1, 2].map((place) => idFor('relationship', place))],
  };
  const companions = noCompanions(pair);
  await both(stages.map(begin));
  await goOnAbove(stages[1], companions);
  at += 200;
  const memory = new Memory();
  const pick = pickFrom(7);
  const leaks: string[] = [];
  let answered = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const generator of generators) {
      const { route } = generator;
      const when = next();
      const asked = asNarrow(generator.make(new Draw(pick, { member, at: when }, pair, memory, companions)));
      const told = await both(stages.map((stage) => stage.ask(when, `call ${when}`, asked)));
      memory.take(route, asked, told[0]);
      if (!isEmpty(told[0])) answered += 1;
      const [before, after] = told.map((one) => withoutCommitments(route, one)) as [Told, Told];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      leaks.push(
        [printed(asked), ...[before, after].map(({ status, body }) => `${status} ${body}`)].join('\n'),
      );
    }
  }
  expect(leaks.slice(0, 12)).toEqual([]);
  expect(answered).toBeGreaterThan((turns * generators.length) / 4);
});
