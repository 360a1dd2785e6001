/** Consent of owners to onward release: what release officers ask, answer and withdraw for their members. */
import { Failure } from '@entente/core/failure';
import { writeParts } from '@entente/core/label/extension';
import { resolveLabel } from '@entente/core/label/resolve';
import type { Json } from '@entente/core/stix/types';
import { knownTo, readCoalition } from '@entente/store/coalition/rights';
import type { Change } from '@entente/store/change/change';
import {
  findConsent,
  listAsked,
  listReceived,
  readHeld,
  readOwnLabels,
  type ConsentRow,
  type HeldRow,
} from '@entente/store/consent/reader';
import { requireReleaseOfficer, requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { MemberPolicy, PolicyReader } from '../policy/member-policy.ts';
import { answer, ask, confirm, withdraw, type Answering, type Asking } from './steps.ts';
import { askedConsent, receivedConsent, type AskedConsent, type ReceivedConsent } from './told.ts';

export type { AskedConsent, OwnerAnswer, ReceivedConsent } from './told.ts';
export type { HeldRow } from '@entente/store/consent/reader';

/**
 * For accounts that see all that their member sees; a release officer asks, answers and withdraws. Each throws Failure
 * `forbidden` to others whatever there is, and `not-found` alike for what is others' and for what there never was.
 */
export interface ConsentActs {
  /** What the member contributed of an object that is not its own to release. */
  held(caller: Caller, object: string): Promise<HeldRow[]>;
  listAsked(caller: Caller): Promise<AskedConsent[]>;
  listReceived(caller: Caller): Promise<ReceivedConsent[]>;
  find(caller: Caller, id: string): Promise<AskedConsent | ReceivedConsent>;
  /** Asks the owners, or has it wait for a second person where the member's policy wants one for this label. */
  ask(caller: Caller, asking: Asking): Promise<AskedConsent>;
  /** By a release officer other than the one who asked. */
  confirm(caller: Caller, id: string): Promise<void>;
  answer(caller: Caller, id: string, answering: Answering): Promise<void>;
  /** By an owner that consented, at any time; by who asked, until it is in force. */
  withdraw(caller: Caller, id: string): Promise<void>;
}

/** @param policyOf reads what the caller's member laid down */
export function consentActs(cell: Cell, policyOf: PolicyReader): ConsentActs {
  const { writer } = cell.database;
  const received = async (member: string, rows: readonly ConsentRow[]): Promise<ReceivedConsent[]> => {
    const known = knownTo(await readCoalition(writer), member);
    const objects = rows.map(({ object }) => object);
    const labels = await readOwnLabels(writer, member, objects);
    return rows.map((row) => {
      const ownLabels = labels.get(row.object) ?? [];
      return receivedConsent(row, member, { known, ownLabels, now: cell.world.now() });
    });
  };
  const find = async (member: string, id: string): Promise<AskedConsent | ReceivedConsent> => {
    const row = await findConsent(writer, member, id);
    if (row === undefined) throw new Failure('not-found', 'There is no such request.');
    if (row.member === member) return askedConsent(row, cell.world.now());
    return (await received(member, [row]))[0] as ReceivedConsent;
  };
  const act = async (
    caller: Caller,
    kind: string,
    body: Json,
    work: (change: Change) => Promise<void>,
  ): Promise<void> => {
    requireReleaseOfficer(caller);
    await cell.act(caller, kind, body, work);
  };
  return {
    async held(caller, object) {
      requireWhole(caller);
      return readHeld(writer, caller.member, { object });
    },
    async listAsked(caller) {
      requireWhole(caller);
      return (await listAsked(writer, caller.member)).map((row) => askedConsent(row, cell.world.now()));
    },
    async listReceived(caller) {
      requireWhole(caller);
      return received(caller.member, await listReceived(writer, caller.member));
    },
    async find(caller, id) {
      requireWhole(caller);
      return find(caller.member, id);
    },
    async ask(caller, asking) {
      const policy = await policyOf(caller.member);
      const id = cell.world.uuid();
      await act(caller, 'consent-ask', { consent: id, ...askBody(asking) }, async (change) => {
        await ask(change, id, caller, asking, isForOne(change, caller, asking, policy));
      });
      return (await find(caller.member, id)) as AskedConsent;
    },
    confirm: (caller, id) =>
      act(caller, 'consent-confirm', { consent: id }, (change) => confirm(change, id, caller)),
    answer: (caller, id, answering) =>
      act(caller, 'consent-answer', { consent: id, ...answerBody(answering) }, (change) =>
        answer(change, id, caller, answering),
      ),
    withdraw: (caller, id) =>
      act(caller, 'consent-withdraw', { consent: id }, (change) => withdraw(change, id, caller)),
  };
}

/** Whether one person of the member may ask for this label; throws where nobody like the caller may. */
function isForOne(
  { coalition }: Change,
  caller: Caller,
  { label: parts }: Asking,
  policy: MemberPolicy,
): boolean {
  const known = knownTo(coalition, caller.member);
  const wanted = resolveLabel(caller.member, [parts], {}, known);
  if (policy.hold?.(caller, wanted, known) !== undefined) return false;
  const refusal = policy.refuse(caller, wanted);
  if (refusal !== undefined) throw new Failure('forbidden', refusal);
  return true;
}

const askBody = ({ selection: { object, version }, label, purpose, by }: Asking): Record<string, Json> => ({
  object,
  ...(version === undefined ? {} : { version }),
  label: writeParts(label),
  purpose,
  by,
});

const answerBody = ({ word, words, conditions: { any, until, parts } }: Answering): Record<string, Json> => ({
  word,
  words,
  any: any.map((clause) => [...clause]),
  until: until ?? null,
  parts: [...parts],
});
