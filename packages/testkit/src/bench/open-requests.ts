/** Boards of requests among sixty members: on an empty hub, with the reader's own alone, and with 2,000 open. */
import { reminderOf } from '@entente/core/request/clock';
import { requestNote } from '@entente/server/request/note';
import * as coalition from '@entente/store/coalition/writer';
import { addRequest } from '@entente/store/request/writer';
import { callerOf } from '../world/play.ts';
import { put } from '../world/put.ts';
import { median, type Figure } from './figures.ts';
import { randomOf, uuidOf } from './random.ts';
import { openStand, type Stand } from './stand.ts';

const memberCount = 60;
const requestCount = 2000;
const addresseeCount = 3;
const calls = 200;
const week = 7 * 86_400 * 1_000_000;

const members = Array.from({ length: memberCount }, (_none, index) => uuidOf(0x4444, index));
const reader = members[0] as string;
const boards = ['mine', 'to-me', 'overdue'] as const;
type Times = Record<(typeof boards)[number], number>;

interface Plan {
  asker: string;
  addressees: readonly string[];
}

/** Who asks whom, the same in each run: each member asks about 33, and is asked about 100. */
function plans(): Plan[] {
  const random = randomOf(16);
  return Array.from({ length: requestCount }, (_none, index) => {
    const asker = index % memberCount;
    const others = new Set<number>();
    while (others.size < addresseeCount) {
      const one = Math.floor(random() * memberCount);
      if (one !== asker) others.add(one);
    }
    return {
      asker: members[asker] as string,
      addressees: [...others].map((one) => `member:${members[one]}`),
    };
  });
}

const concerns = ({ asker, addressees }: Plan): boolean =>
  asker === reader || addressees.includes(`member:${reader}`);

/** Asks as the acts do, all of one asker at once: each by itself takes the disk once. */
async function askAll({ cell }: Stand, some: readonly (readonly [number, Plan])[]): Promise<void> {
  for (const asker of members) {
    const own = some.filter(([, plan]) => plan.asker === asker);
    if (own.length === 0) continue;
    await cell.act(callerOf(asker), 'request-ask', {}, async (change) => {
      for (const [index, { addressees }] of own) {
        const id = `note--${uuidOf(0x5555, index)}`;
        const due = change.at + week + index * 1000;
        const asked = { title: `Request ${index}`, text: 'Who is he?', by: due, records: [], addressees };
        const author = { id, identity: undefined, at: change.at };
        const note = requestNote({ ...asked, isOpen: false }, author);
        const chosen = { any: [[...addressees]] };
        const incoming = [{ value: note, text: JSON.stringify(note) }];
        await put(change, cell.examining(asker), incoming, { contributor: asker, chosen, batch: null });
        const remindAt = reminderOf(change.at, due);
        await addRequest(change, {
          id,
          asker,
          due,
          remindAt,
          addressees: addressees.map((one) => ({ member: one.slice(7), community: null, epoch: null })),
        });
      }
    });
  }
  await cell.settle();
}

async function timed({ app }: Stand): Promise<Times> {
  const times = { mine: [] as number[], 'to-me': [] as number[], overdue: [] as number[] };
  for (let call = 0; call < calls + 30; call += 1) {
    for (const board of boards) {
      const began = performance.now();
      const url = `/api/v1/requests?board=${board}&limit=25`;
      const headers = { authorization: `Bearer ${reader}` };
      const { statusCode } = await app.inject({ method: 'GET', url, headers });
      if (statusCode !== 200) throw new Error(`${url} was answered ${statusCode}`);
      if (call >= 30) times[board].push(performance.now() - began);
    }
  }
  return { mine: median(times.mine), 'to-me': median(times['to-me']), overdue: median(times.overdue) };
}

async function admitAll({ cell }: Stand): Promise<void> {
  await cell.act(callerOf('hub'), 'found', {}, async (change) => {
    for (const [index, id] of members.entries()) {
      const identity = `identity--${id}`;
      await coalition.admitMember(change, { id, name: `Member ${index}`, kind: 'nation', identity });
    }
  });
  await cell.settle();
}

export async function measureRequests(): Promise<Figure[]> {
  const stand = await openStand();
  try {
    await admitAll(stand);
    const empty = await timed(stand);
    const all = [...plans().entries()];
    await askAll(
      stand,
      all.filter(([, plan]) => concerns(plan)),
    );
    const own = await timed(stand);
    await askAll(
      stand,
      all.filter(([, plan]) => !concerns(plan)),
    );
    const full = await timed(stand);
    return boards.map((board) => ({
      what: `board “${board}”: only the reader's own, ${requestCount} among ${memberCount} members`,
      floor: own[board],
      product: full[board],
      target: 2,
      note: `25 a page; ${empty[board].toFixed(2)} ms on an empty hub`,
    }));
  } finally {
    await stand.close();
  }
}
