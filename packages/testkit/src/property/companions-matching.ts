/**
 * Agreements on hit/no-hit that go with a pair of worlds: of each member with another, the same in both, and between
 * two others, in one of them.
 */
import type { AgreementSide } from '@entente/core/matching/agreement';
import { announcementOf, gatewayOf, keyTextOf, runOf } from '../matching-messages.ts';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import type { Pair } from './pair.ts';
import type { Stage } from './stage.ts';

/** An agreement that is in force, with an epoch, and runs that wait. */
export interface Carried {
  id: string;
  announcement: string;
  runs: { run: string; message: string }[];
}

export interface MatchingCompanions {
  /** Of each member: under which its gateway sends, under which it answers, and what waits to be accepted. */
  own: { member: string; sends: Carried; answers: Carried; proposed: string[] }[];
  hidden: Carried[];
}

export const noMatching = (): MatchingCompanions => ({ own: [], hidden: [] });

/** @param at the moment from which on there is room for some acts, twenty microseconds apart */
export async function matchingBetween(
  stages: readonly [Stage, Stage],
  { members, before }: Pair,
  at: number,
): Promise<MatchingCompanions> {
  const found = noMatching();
  const others = before.acts.flatMap((act) =>
    act.kind === 'member' && !members.includes(act.id) ? [act.id] : [],
  );
  const [other, third] = others;
  if (other === undefined) return found;
  for (const stage of stages) {
    for (const [place, member] of members.entries()) {
      await stage.act(at + place * 200, `hit/no-hit of ${member}`, async (server) => {
        const sends = await agree(server, member, other, `${place}1`);
        const answers = await agree(server, other, member, `${place}2`);
        const proposed = [await propose(server, other, member, 'owner')];
        for (const side of ['asker', 'owner'] as const)
          proposed.push(await propose(server, other, member, side));
        if (stage === stages[0]) found.own.push({ member, sends, answers, proposed });
      });
    }
  }
  if (third === undefined) return found;
  await stages[1].act(at + 800, 'hit/no-hit of others', async (server) => {
    found.hidden.push(await agree(server, other, third, '91'));
  });
  return found;
}

async function propose(
  { ports }: TestServer,
  from: string,
  to: string,
  side: AgreementSide,
): Promise<string> {
  const terms = { purposes: ['border'], keysADay: 10_000, smallestBatch: 64 };
  const proposal = {
    ...terms,
    member: to,
    side,
    learnsFirst: 'asker',
    key: keyTextOf(gatewayOf(from)),
  } as const;
  return (await ports.matching.agreements.propose(callerOf(from), proposal)).id;
}

/** @param mark two digits that tell its runs from others */
async function agree(server: TestServer, asker: string, owner: string, mark: string): Promise<Carried> {
  const { agreements, epochs, runs } = server.ports.matching;
  const id = await propose(server, asker, owner, 'asker');
  await agreements.accept(callerOf(owner), id, keyTextOf(gatewayOf(owner)));
  const set = Buffer.from(`set of ${id}`);
  const announcement = announcementOf(gatewayOf(owner), { agreement: id, number: 1, set });
  const mayGoOn = (): Promise<boolean> => Promise.resolve(true);
  await epochs.publish(callerOf(owner), id, { announcement, set: inOne(set), most: 1000, mayGoOn });
  const sent: Carried['runs'] = [];
  for (const turn of [0, 1, 2, 3]) {
    const run = `${mark}${turn}`.padEnd(32, '0');
    const message = runOf(gatewayOf(asker), { run, announcement });
    await runs.send(callerOf(asker), id, message);
    sent.push({ run, message });
  }
  return { id, announcement, runs: sent };
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
