/** Messages about consent: what waits for an owner's people, and what the asker's are told. */
import { notify, settleMessages } from '../message/writer.ts';
import type { Change } from '../change/change.ts';

/** Who asks, answers and is told. */
const roles = ['release-officer'];

const nameOf = ({ coalition }: Change, member: string): string =>
  coalition.members.get(member)?.name ?? member;

/** A second person of the asker's has to agree. */
export const tellWaiting = (change: Change, about: string, member: string): Promise<void> =>
  notify(change, [{ member, roles, kind: 'consent-waits', about, params: {}, waits: true }]);

/** @param asker whose request it is */
export const tellAsked = (
  change: Change,
  about: string,
  asker: string,
  owners: readonly string[],
): Promise<void> =>
  notify(
    change,
    owners.map((member) => {
      const params = { member: nameOf(change, asker) };
      return { member, roles, kind: 'consent-asked', about, params, waits: true };
    }),
  );

/** Its date comes near for those that have not answered. */
export const tellExpiring = (
  change: Change,
  about: string,
  asker: string,
  owners: readonly string[],
): Promise<void> =>
  notify(
    change,
    owners.map((member) => {
      const params = { member: nameOf(change, asker) };
      return { member, roles, kind: 'consent-expiring', about, params, waits: false };
    }),
  );

/** Nobody has to act on it any more; the owners are told. */
export async function tellTakenBack(
  change: Change,
  asker: string,
  taken: readonly { id: string; owners: readonly string[] }[],
): Promise<void> {
  for (const { id: about, owners } of taken) {
    await settleMessages(change, about);
    const params = { member: nameOf(change, asker) };
    await notify(
      change,
      owners.map((member) => ({ member, roles, kind: 'consent-taken-back', about, params, waits: false })),
    );
  }
}

type Told = 'consent-given' | 'consent-refused' | 'consent-withdrawn';

/** What an owner did is told to who asked. */
export async function tellAnswer(
  change: Change,
  kind: Told,
  { about, asker, owner }: { about: string; asker: string; owner: string },
): Promise<void> {
  await settleMessages(change, about, { member: owner });
  const params = { member: nameOf(change, owner) };
  await notify(change, [{ member: asker, roles, kind, about, params, waits: false, step: owner }]);
}

export const tellInForce = (change: Change, about: string, member: string): Promise<void> =>
  notify(change, [{ member, roles, kind: 'consent-in-force', about, params: {}, waits: false }]);

export const tellExpired = (change: Change, about: string, member: string): Promise<void> =>
  notify(change, [{ member, roles, kind: 'consent-expired', about, params: {}, waits: false }]);
