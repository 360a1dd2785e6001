/** Open requests among members, for measurements. */
import { reminderOf } from '@entente/core/request/clock';
import { requestNote } from '@entente/server/request/note';
import { addRequest } from '@entente/store/request/writer';
import { callerOf } from '../world/play.ts';
import { put } from '../world/put.ts';
import { randomOf, uuidOf } from './random.ts';
import type { Stand } from './stand.ts';

const addresseeCount = 3;
const week = 7 * 86_400 * 1_000_000;

export interface Plan {
  index: number;
  asker: string;
  addressees: readonly string[];
}

/** Who asks whom, the same in each run: of 2,000 among sixty each member asks about 33, and is asked about 100. */
export function plansOf(members: readonly string[], count: number): Plan[] {
  const random = randomOf(16);
  return Array.from({ length: count }, (_none, index) => {
    const asker = members[index % members.length] as string;
    const others = new Set<string>();
    while (others.size < addresseeCount) {
      const one = members[Math.floor(random() * members.length)] as string;
      if (one !== asker) others.add(one);
    }
    return { index, asker, addressees: [...others] };
  });
}

export const concerns =
  (member: string) =>
  ({ asker, addressees }: Plan): boolean =>
    asker === member || addressees.includes(member);

/** Asks as the acts do, all of one asker at once: each by itself takes the disk once. Every ninth is overdue at once. */
export async function addRequests({ cell }: Stand, plans: readonly Plan[]): Promise<void> {
  for (const asker of new Set(plans.map((plan) => plan.asker))) {
    await cell.act(callerOf(asker), 'request-ask', {}, async (change) => {
      for (const { index, addressees, ...plan } of plans) {
        if (plan.asker !== asker) continue;
        const id = `note--${uuidOf(0x5555, index)}`;
        const due = change.at + (index % 9 === 0 ? 1 : week + index * 1000);
        const whom = addressees.map((one) => `member:${one}`);
        const asked = {
          title: `Request ${index}`,
          text: 'Who is he?',
          by: due,
          records: [],
          addressees: whom,
        };
        const note = requestNote({ ...asked, isOpen: false }, { id, identity: undefined, at: change.at });
        const incoming = [{ value: note, text: JSON.stringify(note) }];
        const given = { contributor: asker, chosen: { any: [whom] }, batch: null };
        await put(change, cell.examining(asker), incoming, given);
        const members = addressees.map((member) => ({ member, community: null, epoch: null }));
        await addRequest(change, {
          id,
          asker,
          due,
          remindAt: reminderOf(change.at, due),
          addressees: members,
        });
      }
    });
  }
  await cell.settle();
}
