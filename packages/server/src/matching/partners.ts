/**
 * A member leaves the cell, is suspended or comes back: who has an agreement on hit/no-hit with it is told what becomes
 * of that. Each member is told of agreements of its own alone, and the coalition tells all members who has left.
 */
import type { Change } from '@entente/store/change/change';
import * as coalition from '@entente/store/coalition/writer';
import { openAgreements, type OpenAgreement } from '@entente/store/matching/reader';
import { otherMember } from './party.ts';
import { tellOfAgreement } from './tell.ts';

export async function departMember(change: Change, member: string): Promise<void> {
  const agreements = await openAgreements(change.client, member);
  await coalition.departMember(change, member);
  await tellOthers(change, 'matching-departed', member, agreements);
}

export async function suspendMember(change: Change, member: string): Promise<void> {
  await coalition.suspendMember(change, member);
  await tellOthers(change, 'matching-rests', member, await carried(change, member));
}

export async function reinstateMember(change: Change, member: string): Promise<void> {
  await coalition.reinstateMember(change, member);
  await tellOthers(change, 'matching-resumed', member, await carried(change, member));
}

/** Agreements in force whose other side has its rights: while it is suspended they rest, whatever becomes of this one. */
async function carried(change: Change, member: string): Promise<OpenAgreement[]> {
  const { members } = change.coalition;
  const agreements = await openAgreements(change.client, member);
  return agreements.filter(
    (one) => one.inForceAt !== null && members.get(otherMember(one, member))?.suspended === false,
  );
}

async function tellOthers(
  change: Change,
  kind: 'matching-departed' | 'matching-rests' | 'matching-resumed',
  member: string,
  agreements: readonly OpenAgreement[],
): Promise<void> {
  for (const one of agreements) {
    const sides = { from: member, to: otherMember(one, member) };
    // A member may be suspended more than once. By the time, which all are told: the number of a change counts others' acts.
    await tellOfAgreement(change, kind, one.id, sides, String(change.at));
  }
}
