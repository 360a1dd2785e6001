/** Messages about hit/no-hit: agreements to administrators, runs to those who work with the gateway. */
import type { Change } from '@entente/store/change/change';
import { notify } from '@entente/store/message/writer';

const nameOf = ({ coalition }: Change, member: string): string =>
  coalition.members.get(member)?.name ?? member;

type AgreementKind =
  | 'matching-proposed'
  | 'matching-accepted'
  | 'matching-ended'
  | 'matching-departed'
  | 'matching-rests'
  | 'matching-resumed';

/**
 * @param from whose act it is, or what became of it
 * @param step tells it from others of the same kind about the same agreement
 */
export const tellOfAgreement = (
  change: Change,
  kind: AgreementKind,
  about: string,
  { from, to }: { from: string; to: string },
  step = '',
): Promise<void> => {
  const params = { member: nameOf(change, from) };
  const waits = kind === 'matching-proposed';
  return notify(change, [{ member: to, roles: ['administrator'], kind, about, params, waits, step }]);
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
