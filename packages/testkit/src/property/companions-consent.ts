/**
 * Requests for consent that go with a pair of worlds: between the members and another, the same in both, and between
 * two others, in one of them. They are about objects that no act of a world names.
 */
import type { JsonObject } from '@entente/core/stix/types';
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import { othersOf, type Pair } from './pair.ts';
import type { Stage } from './stage.ts';

/** Ids of requests. */
export interface ConsentCompanions {
  /** Of each member: what it asked, what waits for a second person of it, and what it is asked for. */
  own: { member: string; asked: string[]; waiting: string[]; received: string[]; held: string[] }[];
  hidden: string[];
}

export const noConsents = (): ConsentCompanions => ({ own: [], hidden: [] });

const farAway = '2200-01-01T00:00:00Z';

/**
 * @param at the moment from which on there is room for some acts, twenty microseconds apart
 * @param tool makes an object from a number of two digits
 */
export async function consentsBetween(
  stages: readonly [Stage, Stage],
  pair: Pair,
  { at, tool }: { at: number; tool: (number: number) => JsonObject },
): Promise<ConsentCompanions> {
  const found = noConsents();
  const [other, third] = othersOf(pair);
  if (other === undefined) return found;
  for (const stage of stages) {
    const meeting = new Meeting(stage, at);
    for (const [place, member] of pair.members.entries()) {
      const own = { member, asked: [], waiting: [], received: [], held: [] } as ConsentCompanions['own'][0];
      const [asked, waiting, ...received] = [0, 1, 2, 3].map((more) => tool(20 + 20 * place + more)) as [
        JsonObject,
        JsonObject,
        ...JsonObject[],
      ];
      own.asked.push(await meeting.ask(member, other, asked));
      own.waiting.push(await meeting.ask(member, other, waiting, true));
      for (const object of received) own.received.push(await meeting.ask(other, member, object));
      // Asking again about what waits would take that back.
      own.held.push(String(asked['id']));
      if (stage === stages[0]) found.own.push(own);
    }
    if (stage === stages[1] && third !== undefined) {
      const hidden = await meeting.ask(other, third, tool(91));
      found.hidden.push(hidden);
      await meeting.refuse(third, hidden);
    }
  }
  return found;
}

class Meeting {
  private readonly stage: Stage;
  private at: number;

  constructor(stage: Stage, at: number) {
    this.stage = stage;
    this.at = at;
  }

  /** Has one member put in under its ownership, and another onward, and ask; gives the id of the request. */
  async ask(asker: string, owner: string, object: JsonObject, waits = false): Promise<string> {
    const { stage } = this;
    const put = { kind: 'put' as const, collection: 'own', objects: [object] };
    await stage.play({
      ...put,
      at: this.next(),
      member: owner,
      chosen: { any: [[`member:${asker}`]], owners: [owner] },
    });
    await stage.play({ ...put, at: this.next(), member: asker });
    let id = '';
    await stage.act(this.next(), `asking for ${String(object['id'])}`, async (server) => {
      id = await askFor(server, asker, owner, String(object['id']), waits);
    });
    return id;
  }

  async refuse(owner: string, id: string): Promise<void> {
    const conditions = { any: [], parts: [], until: undefined };
    await this.stage.act(this.next(), `refusing ${id}`, ({ ports }) =>
      ports.consents.answer(callerOf(owner), id, { word: 'refuse', words: 'Not now.', conditions }),
    );
  }

  private next(): number {
    this.at += 20;
    return this.at;
  }
}

async function askFor(
  { ports }: TestServer,
  asker: string,
  owner: string,
  object: string,
  waits: boolean,
): Promise<string> {
  const caller = callerOf(asker);
  if (waits) await ports.policies.setPolicy(caller, { ceiling: { any: [] }, secondPerson: true });
  const { id } = await ports.consents.ask(
    { ...caller, account: `colleague of ${asker}` },
    {
      selection: { object },
      label: { any: [[`member:${owner}`]] },
      purpose: 'watch list',
      by: Date.parse(farAway) * 1000,
    },
  );
  if (waits) await ports.policies.setPolicy(caller, { ceiling: null, secondPerson: false });
  return id;
}
