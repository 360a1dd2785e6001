/**
 * Asking the owners, answering and withdrawing, each within the change of an act (docs/adr/0012). Who may do so of its
 * member's people is for the acts.
 */
import { Failure } from '@entente/core/failure';
import type { OwnersWord } from '@entente/core/consent/state';
import { conditionClauses, consentedLabel, partRefusal, type Conditions } from '@entente/core/consent/terms';
import { parseLabel, printLabel, type Clause, type LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import { typeOfId } from '@entente/core/stix/identifier';
import type { Change } from '@entente/store/change/change';
import { assertPresent, knownTo } from '@entente/store/coalition/rights';
import { findConsent, readHeld, type AnswerRow, type ConsentRow } from '@entente/store/consent/reader';
import { tellAnswer, tellAsked, tellInForce, tellTakenBack, tellWaiting } from '@entente/store/consent/tell';
import {
  actOnBehalf,
  addConsent,
  noteInForce,
  openConsent,
  takeBack,
  takeBackAbout,
  withdrawAnswer,
  writeAnswer,
} from '@entente/store/consent/writer';
import { holdAgain, releaseConsented } from '@entente/store/contribution/consented';
import type { Selection } from '@entente/store/contribution/relabel';
import { settleMessages } from '@entente/store/message/writer';
import { requireKnown } from '../policy/ceiling.ts';

/** What a member asks its owners for. */
export interface Asking {
  selection: Selection;
  label: LabelParts;
  purpose: string;
  /** By when all must have answered, microseconds. */
  by: number;
}

interface Asker {
  member: string;
  account: string;
}

/**
 * Asks the owners of what the member holds back of an object. What it asked before about any of it is taken back.
 * @param isOpen whether they are asked at once, or a second person has to agree first
 */
export async function ask(
  change: Change,
  id: string,
  { member, account }: Asker,
  { selection, label: parts, purpose, by }: Asking,
  isOpen: boolean,
): Promise<void> {
  const { coalition, at } = change;
  assertPresent(coalition, member);
  const known = knownTo(coalition, member);
  requireKnown(parts, known);
  if ((parts.any ?? []).length === 0) throw new Failure('invalid', 'label: names no audience.');
  requireFuture(at, 'by', by);
  requireFuture(at, 'until', parts.until);
  const label = resolveLabel(member, [parts], {}, known);
  const held = await readHeld(change.client, member, selection);
  const items = held.filter(({ consent, until }) => consent === null || (until !== null && until <= at));
  if (items.length === 0)
    throw new Failure('not-found', 'There is nothing of this object that your member holds for its owners.');
  const owners = [...new Set(items.flatMap((item) => item.owners))].sort();
  await tellTakenBack(
    change,
    member,
    await takeBackAbout(
      change,
      items.map((item) => item.id),
    ),
  );
  const { object } = selection;
  await addConsent(change, {
    id,
    member,
    account,
    object,
    label: printLabel(label),
    purpose,
    by,
    isOpen,
    items,
    owners,
  });
  await (isOpen ? tellAsked(change, id, member, owners) : tellWaiting(change, id, member));
}

/** A second person of the asker's agrees, and the owners are asked. */
export async function confirm(change: Change, id: string, { member, account }: Asker): Promise<void> {
  assertPresent(change.coalition, member);
  const row = await requireConsent(change, member, id);
  const isWaiting = row.openedAt === null && row.takenBackAt === null && row.by > change.at;
  if (row.member !== member || !isWaiting)
    throw new Failure('conflict', 'This request does not wait for a second person.');
  if (row.account === account)
    throw new Failure('forbidden', 'A release officer other than the one who asked does this.');
  await openConsent(change, id, account);
  await settleMessages(change, id);
  await tellAsked(
    change,
    id,
    member,
    row.answers.map(({ owner }) => owner),
  );
}

export interface Answering {
  word: 'consent' | 'refuse';
  words: string | null;
  conditions: Conditions;
}

/** An owner answers, for its part only; with the last consent the label takes effect. */
export async function answer(
  change: Change,
  id: string,
  { member, account }: Asker,
  { word, words, conditions }: Answering,
): Promise<void> {
  const { at, coalition } = change;
  assertPresent(coalition, member);
  const row = await requireConsent(change, member, id);
  const own = requireAsked(row, member);
  if (row.takenBackAt !== null) throw new Failure('conflict', 'This request was taken back.');
  if (own.word !== null) throw new Failure('conflict', 'Your member has answered this request.');
  if (row.by <= at) throw new Failure('conflict', 'The date of this request has passed.');
  assertAskerPresent(change, row);
  const clauses = requireConditions(change, member, row, conditions);
  const isBound = word === 'consent';
  if (!isBound && words === null) throw new Failure('invalid', 'words: a refusal says why.');
  if (!isBound && printConditions(conditions) !== null)
    throw new Failure('invalid', 'conditions: a refusal has none.');
  await writeAnswer(change, {
    consent: id,
    owner: member,
    account,
    word,
    words,
    clauses: isBound ? clauses : null,
    conditions: printConditions(conditions),
  });
  const kind = isBound ? 'consent-given' : 'consent-refused';
  await tellAnswer(change, kind, { about: id, asker: row.member, owner: member });
  if (isBound) await takeEffect(change, await requireConsent(change, row.member, id));
}

function assertAskerPresent({ coalition }: Change, { member }: ConsentRow): void {
  if (coalition.members.get(member)?.departed === false) return;
  throw new Failure('conflict', 'Who asked has left the cell.');
}

/** In the transaction of the last consent, where it is that. */
async function takeEffect(change: Change, row: ConsentRow): Promise<void> {
  const { id, member, answers } = row;
  const isGiven = (said: OwnersWord | null): boolean => said === 'consent';
  if (row.inForceAt !== null || !answers.every((one) => isGiven(one.word))) return;
  const released = consentedLabel(
    parseLabel(row.label),
    answers.map(({ clauses, conditions }) => ({ clauses: clauses ?? [], until: conditions?.until })),
  );
  await noteInForce(change, id, printLabel(released));
  await actOnBehalf(change, member);
  await releaseConsented(change, id, released, [
    ...new Set(answers.flatMap(({ conditions }) => conditions?.parts ?? [])),
  ]);
  await tellInForce(change, id, member);
}

/** An owner withdraws its consent, which holds back again what it released; or who asked takes it back. */
export async function withdraw(change: Change, id: string, { member }: Asker): Promise<void> {
  assertPresent(change.coalition, member);
  const row = await requireConsent(change, member, id);
  if (row.member === member) {
    if (row.inForceAt !== null || row.takenBackAt !== null)
      throw new Failure('conflict', 'This request is not open: recall or relabel what it released.');
    return tellTakenBack(change, member, await takeBack(change, id));
  }
  if (requireAsked(row, member).word !== 'consent')
    throw new Failure('conflict', 'Your member has not consented to this request.');
  await withdrawAnswer(change, id, member);
  await tellAnswer(change, 'consent-withdrawn', { about: id, asker: row.member, owner: member });
  if (row.inForceAt === null) return;
  await actOnBehalf(change, row.member);
  await holdAgain(change, id);
}

/** @throws Failure `not-found`, the same for what is others' and what there never was */
async function requireConsent({ client }: Change, member: string, id: string): Promise<ConsentRow> {
  const row = await findConsent(client, member, id);
  if (row === undefined) throw new Failure('not-found', 'There is no such request.');
  return row;
}

function requireAsked({ answers }: ConsentRow, member: string): AnswerRow {
  const own = answers.find(({ owner }) => owner === member);
  if (own === undefined) throw new Failure('forbidden', 'An owner that is asked does this.');
  return own;
}

function requireFuture(at: number, name: string, date: number | undefined): void {
  if (date !== undefined && date <= at) throw new Failure('invalid', `${name}: must be a date to come.`);
}

function requireConditions(
  { coalition, at }: Change,
  owner: string,
  { label, object }: ConsentRow,
  { any, until, parts }: Conditions,
): readonly Clause[] {
  requireFuture(at, 'conditions: until', until);
  for (const part of parts) {
    const refusal = partRefusal(typeOfId(object), part);
    if (refusal !== undefined) throw new Failure('invalid', `conditions: ${part} ${refusal}.`);
  }
  const read = conditionClauses(any, parseLabel(label), knownTo(coalition, owner));
  if ('wrong' in read)
    throw new Failure('invalid', `conditions: ${read.wrong} is neither a member nor asked for.`);
  return read.clauses;
}

function printConditions({ any, until, parts }: Conditions): string | null {
  if (any.length === 0 && until === undefined && parts.length === 0) return null;
  return JSON.stringify({
    ...(any.length > 0 && { any }),
    ...(until !== undefined && { until }),
    ...(parts.length > 0 && { parts }),
  });
}
