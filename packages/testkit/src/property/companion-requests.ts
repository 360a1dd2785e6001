/**
 * Requests that go with every pair of worlds: between the members and another, the same in both; and in one of them
 * what the members can see at no moment: a request above what they are cleared for, and what another addressee says.
 */
import type { TestServer } from '../server.ts';
import { callerOf } from '../world/play.ts';
import type { Companions } from './companions.ts';
import type { Pair } from './pair.ts';
import type { Stage } from './stage.ts';

const second = 1_000_000;

interface Plan {
  asker: string;
  addressees: readonly string[];
  due: number;
  records: readonly string[];
  levels?: Record<string, number>;
}

/** What the worlds are about, and what they know. */
const recordsOf = ({ hot, ids }: Pair): string[] => [...hot.map(({ id }) => id), ...ids].slice(0, 5);

async function ask(
  { ports }: TestServer,
  { asker, addressees, due, records, levels }: Plan,
): Promise<string> {
  const question = {
    title: 'Who?',
    text: 'Who is he?',
    by: due,
    records,
    addressees: addressees.map((id) => `member:${id}`),
    isOpen: false,
  };
  const { id } = await ports.requests.ask(callerOf(asker), question, levels === undefined ? {} : { levels });
  return id;
}

const note = (list: string[], id: string): void => {
  if (!list.includes(id)) list.push(id);
};

/**
 * What the members know: what they ask, and what they are asked, due soon and late.
 * @param at the moment from which on there is room for a few acts
 */
export async function askRequests(
  stage: Stage,
  pair: Pair,
  others: readonly string[],
  at: number,
  found: Companions,
): Promise<void> {
  const [other] = others;
  if (other === undefined) return;
  const dues = [at + 8 * second, at + 7200 * second];
  const records = recordsOf(pair);
  const ofAnother = { asker: other, addressees: [...pair.members, ...others.slice(1)], records };
  for (const [place, due] of dues.entries()) {
    for (const [index, member] of pair.members.entries()) {
      const name = `request ${place} of ${member}`;
      await stage.act(at + (place * 10 + index) * 20, name, async (server) => {
        const id = await ask(server, { asker: member, addressees: [other], due, records });
        note(found.requests, id);
        note(found.closable, id);
      });
    }
    await stage.act(at + (place * 10 + 9) * 20, `request ${place} of another`, async (server) =>
      note(found.requests, await ask(server, { ...ofAnother, due })),
    );
  }
  await stage.act(at + 600, 'last request of another', async (server) =>
    note(found.untouched, await ask(server, { ...ofAnother, due: at + 7300 * second })),
  );
}

/**
 * What the members do not know: a request that they are not cleared for, one among others, what another addressee says.
 * @param policy levels of which the other alone is cleared
 */
export async function hideRequests(
  after: Stage,
  pair: Pair,
  { at, policy, others }: { at: number; policy: string; others: readonly string[] },
  found: Companions,
): Promise<void> {
  const [other, third] = others;
  if (other === undefined) return;
  const hidden = {
    asker: other,
    addressees: [...pair.members, ...others.slice(1)],
    due: at + 20 * second,
    records: recordsOf(pair),
  };
  await after.act(at + 700, 'hidden request', async (server) =>
    note(found.hiddenRequests, await ask(server, { ...hidden, levels: { [policy]: 1 } })),
  );
  if (third === undefined) return;
  await after.act(at + 720, 'request among others', async (server) =>
    note(found.hiddenRequests, await ask(server, { ...hidden, addressees: [third] })),
  );
  const shared = [...found.requests.filter((id) => !found.closable.includes(id)), ...found.untouched];
  const answer = { extent: 'answered', text: 'He is known.', records: [] } as const;
  await after.act(at + 740, 'answers of another', async ({ ports }) => {
    for (const [place, id] of shared.entries()) {
      if (place === 1) await ports.requests.answer(callerOf(third), id, answer, {});
      else await ports.requests.say(callerOf(third), id, place === 0 ? 'acknowledged' : 'nothing-held');
    }
  });
}
