/** Who does what under an agreement on hit/no-hit, and when anything is carried (docs/adr/0021). */
import { Failure } from '@entente/core/failure';
import { readKey, type NoteKey } from '@entente/core/ledger/note';
import { agreementState, type AgreementSide } from '@entente/core/matching/agreement';
import type { Queryable } from '@entente/store/database/queryable';
import { findAgreement, type Day } from '@entente/store/matching/reader';
import type { AgreementRow } from '@entente/store/matching/types';
import { actsAs, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';

const dayLength = 86_400_000_000;

/** The day of UTC in which a moment lies; both in microseconds. */
export function dayOf(at: number): Day {
  const from = at - (at % dayLength);
  return { from, until: from + dayLength };
}

/** @throws Failure `forbidden` unless the caller speaks for its member in agreements */
export function requireSpeaker(caller: Caller): void {
  requireWhole(caller);
  if (actsAs(caller, 'administrator')) return;
  throw new Failure('forbidden', 'An administrator of the member does this.');
}

/** @throws Failure `forbidden` unless the caller sends and answers for its member: a gateway, or whoever works with it */
export function requireCarrier(caller: Caller): void {
  requireWhole(caller);
  const roles = ['analyst', 'release-officer', 'integrator'] as const;
  if (roles.some((role) => actsAs(caller, role, 'write'))) return;
  throw new Failure('forbidden', 'An analyst, a release officer or an integrator of the member does this.');
}

/** @throws Failure `not-found`, the same for what is others’ and what there never was */
export async function requireAgreement(
  client: Queryable,
  member: string,
  id: string,
  at: number,
): Promise<AgreementRow> {
  const row = await findAgreement(client, member, id, dayOf(at));
  if (row !== undefined) return row;
  throw new Failure('not-found', 'There is no such agreement.');
}

/** Whether messages are carried under it: it is in force, and both members have their rights. */
export const isCarried = (agreement: AgreementRow): boolean =>
  agreementState(agreement) === 'in-force' && !agreement.rests;

/** @throws Failure `conflict` where nothing is carried under it: it is not in force, or one of the two is suspended */
export function requireCarried(agreement: AgreementRow): void {
  if (isCarried(agreement)) return;
  throw new Failure(
    'conflict',
    agreementState(agreement) === 'in-force'
      ? 'One of the two members is suspended: nothing is carried until it is back.'
      : 'This agreement is not in force: nothing is carried under it.',
  );
}

export const otherSide = (side: AgreementSide): AgreementSide => (side === 'asker' ? 'owner' : 'asker');

type Sides = Pick<AgreementRow, 'asker' | 'owner'>;

export const sideOf = ({ asker }: Sides, member: string): AgreementSide =>
  asker === member ? 'asker' : 'owner';

export const otherMember = (agreement: Sides, member: string): string =>
  agreement[otherSide(sideOf(agreement, member))];

/** What a gateway does under an agreement. Whoever learns first sends its keys, be the list its own or not. */
type Part = 'sends' | 'answers';

export const partOf = (agreement: AgreementRow, member: string): Part =>
  agreement.learnsFirst === sideOf(agreement, member) ? 'sends' : 'answers';

/** @throws Failure `forbidden` where the other member's gateway has that part */
export function requirePart(agreement: AgreementRow, member: string, part: Part): void {
  if (partOf(agreement, member) === part) return;
  const words = part === 'sends' ? 'sends runs' : 'publishes epochs and answers runs';
  throw new Failure('forbidden', `Under this agreement the gateway of the other member ${words}.`);
}

/** Reads the key of a gateway. @throws Failure `invalid` where it is none */
export function requireKey(text: string): NoteKey {
  const key = readKey(text);
  if (key?.type === 1) return key;
  throw new Failure('invalid', 'key: must be the key of a gateway, as `entente gateway init` prints it.');
}

/** The key of the gateway that has a part, as the agreement has it; both are there once it is in force. */
export function keyOfPart(agreement: AgreementRow, part: Part): NoteKey {
  const sender = agreement.learnsFirst;
  const side = part === 'sends' ? sender : otherSide(sender);
  return requireKey((side === 'asker' ? agreement.askerKey : agreement.ownerKey) ?? '');
}
