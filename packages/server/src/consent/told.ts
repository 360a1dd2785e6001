/** What is told of a request for consent: all of it to who asked, and to an owner its own part (docs/adr/0012). */
import { askedState, receivedState, type AskedState, type ReceivedState } from '@entente/core/consent/state';
import { isIncluded, shownLabel } from '@entente/core/consent/terms';
import { parseLabel, type LabelParts } from '@entente/core/label/label';
import type { Known } from '@entente/core/label/resolve';
import type { AnswerRow, ConsentRow } from '@entente/store/consent/reader';
import { parseParts, unepoched } from '../policy/ceiling.ts';

/** Times in microseconds, as in all of these. */
interface Request {
  id: string;
  at: number;
  object: string;
  versions: readonly number[];
  /** Communities without epoch. */
  label: LabelParts;
  purpose: string;
  by: number;
}

export interface OwnerAnswer {
  word: 'consent' | 'refuse';
  at: number;
  words: string | undefined;
  any: readonly (readonly string[])[];
  until: number | undefined;
  parts: readonly string[];
  withdrawnAt: number | undefined;
}

/** As its asker is told of it. */
export interface AskedConsent extends Request {
  role: 'asker';
  account: string;
  state: AskedState;
  contributions: number;
  owners: readonly { owner: string; answer: OwnerAnswer | undefined }[];
  inForceAt: number | undefined;
  /** The label that all consented to, its owners aside. */
  released: LabelParts | undefined;
}

/** As one owner is told of it: of other owners, and of what they say, nothing. */
export interface ReceivedConsent extends Request {
  role: 'owner';
  asker: string;
  state: ReceivedState;
  /** Whether it names communities that the owner does not know. */
  others: boolean;
  /** Whether the owner's own label already lets them see what the owner has of the object. */
  included: boolean;
  answer: OwnerAnswer | undefined;
}

export function askedConsent(row: ConsentRow, now: number): AskedConsent {
  const { id, account, at, object, versions, purpose, by, contributions, answers, inForceAt } = row;
  const released = row.released === null ? undefined : parseLabel(row.released);
  const course = {
    by,
    isOpen: row.openedAt !== null,
    isTakenBack: row.takenBackAt !== null,
    inForce: released && { until: released.until },
  };
  return {
    role: 'asker',
    id,
    account,
    at,
    object,
    versions,
    purpose,
    by,
    contributions,
    label: unepoched(parseLabel(row.label)),
    state: askedState(
      course,
      answers.map(({ word }) => word ?? undefined),
      now,
    ),
    owners: answers.map((answer) => ({ owner: answer.owner, answer: answerOf(answer) })),
    inForceAt: inForceAt ?? undefined,
    released: released && unepoched(released),
  };
}

/** @param ownLabels prints of the labels of what the owner contributed of the object */
export function receivedConsent(
  row: ConsentRow,
  owner: string,
  { known, ownLabels, now }: { known: Known; ownLabels: readonly string[]; now: number },
): ReceivedConsent {
  const { id, member: asker, at, openedAt, object, versions, purpose, by, answers } = row;
  const own = answers.find((answer) => answer.owner === owner) as AnswerRow;
  const asked = parseLabel(row.label);
  const { parts, others } = shownLabel(asked, known);
  return {
    role: 'owner',
    id,
    asker,
    at: openedAt ?? at,
    object,
    versions,
    purpose,
    by,
    others,
    label: parseParts(JSON.stringify(parts)),
    state: receivedState({ by, isTakenBack: row.takenBackAt !== null }, own.word ?? undefined, now),
    included: isIncluded(asked, ownLabels.map(parseLabel), known),
    answer: answerOf(own),
  };
}

function answerOf({ word, at, words, conditions, withdrawnAt }: AnswerRow): OwnerAnswer | undefined {
  if (word === null || at === null) return undefined;
  const { any = [], until, parts = [] } = conditions ?? {};
  return {
    word: word === 'refuse' ? 'refuse' : 'consent',
    at,
    any,
    until,
    parts,
    words: words ?? undefined,
    withdrawnAt: withdrawnAt ?? undefined,
  };
}
