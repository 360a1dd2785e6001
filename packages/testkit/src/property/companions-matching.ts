/**
 * Agreements on hit/no-hit that go with a pair of worlds: of each member with another, the same in both, and between
 * two others, in one of them.
 */
import type { AgreementSide } from '@entente/core/matching/agreement';
import { announcementOf, answerOf, gatewayOf, keyTextOf, runOf } from '../matching-messages.ts';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { othersOf, type Pair } from './pair.ts';
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
  pair: Pair,
  at: number,
): Promise<MatchingCompanions> {
  const found = noMatching();
  const [other, third] = othersOf(pair);
  if (other === undefined) return found;
  for (const stage of stages) {
    const meeting = new Meeting(stage, at);
    for (const [place, member] of pair.members.entries()) {
      const sends = await meeting.agree(member, other, `${place}1`);
      const answers = await meeting.agree(other, member, `${place}2`);
      const proposed = await meeting.propose(other, member, ['owner', 'asker', 'owner']);
      if (stage === stages[0]) found.own.push({ member, sends, answers, proposed });
    }
    if (stage === stages[1] && third !== undefined) {
      const hidden = await meeting.agree(other, third, '91');
      found.hidden.push(hidden);
      await meeting.reply(third, hidden);
    }
  }
  return found;
}

/** Each step by itself, and what leaves the cell for it: else a webhook is called before or after the next one. */
class Meeting {
  private readonly stage: Stage;
  private at: number;

  constructor(stage: Stage, at: number) {
    this.stage = stage;
    this.at = at;
  }

  /** @param sides of whoever proposes, one for each */
  async propose(from: string, to: string, sides: readonly AgreementSide[]): Promise<string[]> {
    const terms = { purposes: ['border'], keysADay: 10_000, smallestBatch: 64 };
    const key = keyTextOf(gatewayOf(from));
    const ids: string[] = [];
    await this.step(async ({ ports: { matching } }) => {
      for (const side of sides) {
        const proposal = { ...terms, member: to, side, learnsFirst: 'asker', key } as const;
        ids.push((await matching.agreements.propose(callerOf(from), proposal)).id);
      }
    });
    return ids;
  }

  /** @param mark two digits that tell its runs from others */
  async agree(asker: string, owner: string, mark: string): Promise<Carried> {
    const [id = ''] = await this.propose(asker, owner, ['asker']);
    const set = Buffer.from(`set of ${id}`);
    const announcement = announcementOf(gatewayOf(owner), { agreement: id, number: 1, set });
    const runs = [0, 1].map((turn) => {
      const run = `${mark}${turn}`.padEnd(32, '0');
      return { run, message: runOf(gatewayOf(asker), { run, announcement }) };
    });
    await this.step(async ({ ports: { matching } }) => {
      await matching.agreements.accept(callerOf(owner), id, keyTextOf(gatewayOf(owner)));
      const mayGoOn = (): Promise<boolean> => Promise.resolve(true);
      const publication = { announcement, set: inOne(set), most: 1000, mayGoOn };
      await matching.epochs.publish(callerOf(owner), id, publication);
      for (const { message } of runs) await matching.runs.send(callerOf(asker), id, message);
    });
    return { id, announcement, runs };
  }

  /** One run is answered, the other refused by a person. */
  async reply(owner: string, { id, runs: [first, second] }: Carried): Promise<void> {
    if (first === undefined || second === undefined) return;
    const caller = callerOf(owner);
    await this.step(async ({ ports: { matching } }) => {
      await matching.runs.answer(caller, id, first.run, answerOf(gatewayOf(owner), first.message));
      await matching.runs.refuse(caller, id, second.run, 'Not now.');
    });
  }

  private async step(work: (server: TestServer) => Promise<unknown>): Promise<void> {
    this.at += 20;
    await this.stage.act(this.at, `hit/no-hit ${this.at}`, work);
  }
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
