/** Messages about hit/no-hit: agreements to administrators, runs to those who work with the gateway. */
import type { Change } from '@entente/store/change/change';
import { notify } from '@entente/store/message/writer';

const nameOf = ({ coalition }: Change, member: string): string =>
  coalition.members.get(member)?.name ?? member;

/** @param from whose act it is */
export const tellOfAgreement = (
  change: Change,
  kind: 'matching-proposed' | 'matching-accepted' | 'matching-ended',
  about: string,
  { from, to }: { from: string; to: string },
): Promise<void> => {
  const params = { member: nameOf(change, from) };
  const waits = kind === 'matching-proposed';
  return notify(change, [{ member: to, roles: ['administrator'], kind, about, params, waits }]);
};

/** @param run tells it from others of the same agreement */
export const tellOfRun = (
  change: Change,
  kind: 'matching-answered' | 'matching-refused',
  { agreement, run }: { agreement: string; run: string },
  { from, to }: { from: string; to: string },
): Promise<void> => {
  const params = { member: nameOf(change, from) };
  const roles = ['analyst', 'release-officer', 'integrator'];
  return notify(change, [{ member: to, roles, kind, about: agreement, params, waits: false, step: run }]);
};
