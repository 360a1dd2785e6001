/** What an addressee says on a request: kept, and told to whoever asked as far as it may know the addressee. */
import { Failure } from '@entente/core/failure';
import { openings } from '@entente/core/coalition/roster';
import { isAddressed, knownAddressees } from '@entente/core/request/addressee';
import { afterEvent, isUnanswered, type SaidState, type Standing } from '@entente/core/request/state';
import type { Change } from '@entente/store/change/change';
import { notify, settleMessages } from '@entente/store/message/writer';
import { findRequest, type Concerning } from '@entente/store/request/reader';
import { setWord } from '@entente/store/request/writer';

/** Whose accounts ask and answer. */
export const people = ['analyst', 'release-officer'];

/** Withheld, not asked and missing are one. */
export const missing = (): Failure => new Failure('not-found', 'There is no such request.');

export const standingOf = ({
  word,
  expired,
  closed,
}: Pick<Concerning, 'word' | 'expired' | 'closed'>): Standing => ({
  said: word?.said,
  isExpired: expired !== null,
  isClosed: closed !== null,
});

const kinds = {
  acknowledged: 'request-acknowledged',
  'partly-answered': 'request-answered',
  answered: 'request-answered',
  declined: 'request-refused',
  'nothing-held': 'request-refused',
} as const;

/**
 * Notes the word of an addressee.
 * @throws Failure `not-found` where the request is not in the member's view or not to it, `conflict` where this cannot
 * be said any more
 */
export async function speak(
  change: Change,
  member: string,
  id: string,
  said: SaidState,
  reason: string | null,
): Promise<void> {
  const request = await findRequest(change.client, id, member, change.at);
  const held = openings(change.coalition.rosters, member);
  if (request === undefined || request.asker === member || !isAddressed(request.addressees, member, held)) {
    throw missing();
  }
  if (afterEvent(standingOf(request), said) === undefined) {
    throw new Failure('conflict', whyNot(request, said));
  }
  await setWord(change, id, { member, said, reason });
  if (said !== 'acknowledged') await settleMessages(change, id, { member });
  await tellAsker(change, request, member, said);
}

function whyNot(request: Concerning, said: SaidState): string {
  const standing = standingOf(request);
  if (standing.isClosed) return 'This request is closed.';
  if (said === 'acknowledged' && standing.isExpired && isUnanswered(standing))
    return 'Its date has passed: there is nothing to acknowledge any more. Answer it late, or decline.';
  return 'Your member has said more than that already.';
}

async function tellAsker(
  change: Change,
  { id, asker, addressees }: Concerning,
  member: string,
  said: SaidState,
): Promise<void> {
  if (!knownAddressees(change.coalition.rosters, asker, addressees).includes(member)) return;
  const step = `${member} ${said} ${change.at}`;
  const message = {
    member: asker,
    roles: people,
    kind: kinds[said],
    about: id,
    params: {},
    waits: false,
    step,
  };
  await notify(change, [message]);
}
