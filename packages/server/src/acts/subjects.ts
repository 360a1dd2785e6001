/** What data subjects ask of a member: its register, and what is done about it (docs/review.md). */
import { Failure } from '@entente/core/failure';
import { contributorAlone, parseLabel, printLabel } from '@entente/core/label/label';
import { erasureKind } from '@entente/core/ledger/erasures';
import { day } from '@entente/core/review/rules';
import type { Change } from '@entente/store/change/change';
import { relabelContributions, type Labelling } from '@entente/store/contribution/relabel';
import { eraseContributions } from '@entente/store/subject/erase';
import {
  findRequest,
  listEvents,
  listRequests,
  readHeld,
  readRestrictions,
  type LabelledRow,
  type RegisterPage,
  type SubjectEventRow,
  type SubjectRequestRow,
} from '@entente/store/subject/reader';
import {
  addRequest,
  answerRequest,
  beginRestriction,
  endRestriction,
  firstDeadline,
  noteEvent,
  remindOfAnswers,
  setObjects,
  type NewRequest,
} from '@entente/store/subject/writer';
import { actsAs, requireReleaseOfficer, requireWhole } from '../account/rights.ts';
import { optionalText, requireText } from '../account/text.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { subjectFileOf, type SubjectFileFound } from './subject-file.ts';

export type { SubjectEventRow, SubjectFileFound, SubjectRequestRow };

export type RequestOrder = Pick<NewRequest, 'kind' | 'via' | 'subject' | 'objects'> & {
  reference: string | undefined;
  /** Microseconds; now, and thirty days later, where they are left out. */
  receivedAt: number | undefined;
  deadline: number | undefined;
};

/** The register is one's own member's: each throws Failure `forbidden` to accounts of another role or a narrower view. */
export interface SubjectActs {
  list(caller: Caller, page: RegisterPage): Promise<SubjectRequestRow[]>;
  /** @throws Failure `not-found`, as all that follow */
  find(caller: Caller, id: string): Promise<{ request: SubjectRequestRow; events: SubjectEventRow[] }>;
  file(caller: Caller, id: string): Promise<SubjectFileFound>;
  enter(caller: Caller, order: RequestOrder): Promise<string>;
  setRecords(caller: Caller, id: string, objects: readonly string[]): Promise<void>;
  /** How many contributions are for the member alone now. */
  restrict(caller: Caller, id: string): Promise<number>;
  /** How many contributions have the label again that they had; what another request restricts stays so. */
  lift(caller: Caller, id: string): Promise<number>;
  /** How many contributions were erased. @throws Failure `conflict` unless erasure was asked for */
  erase(caller: Caller, id: string): Promise<number>;
  /** @throws Failure `conflict` where it was answered before */
  answer(caller: Caller, id: string, given: { outcome: string; words: string }): Promise<void>;
}

const usualTerm = 30 * day;

export function subjectActs(cell: Cell): SubjectActs {
  const { writer } = cell.database;
  cell.duty({
    name: 'deadlines of answers to data subjects',
    run: async (now) => {
      const due = await firstDeadline(writer, now);
      if (due === undefined) return false;
      await cell.actAsHub('subject-remind', {}, remindOfAnswers, due);
      return true;
    },
  });
  return {
    async list(caller, page) {
      requireReader(caller);
      return listRequests(writer, caller.member, page);
    },
    async find(caller, id) {
      requireReader(caller);
      const request = await findRequest(writer, caller.member, id);
      if (request === undefined) throw noSuchRequest();
      return { request, events: await listEvents(writer, id) };
    },
    async file(caller, id) {
      requireReader(caller);
      const file = await subjectFileOf(cell, caller.member, id);
      if (file === undefined) throw noSuchRequest();
      return file;
    },
    ...writing(cell),
    ...doing(cell),
  };
}

function writing(cell: Cell): Pick<SubjectActs, 'enter' | 'setRecords' | 'answer'> {
  return {
    async enter(caller, { kind, via, subject, objects, ...order }) {
      requireReleaseOfficer(caller, 'write');
      const now = cell.world.now();
      const receivedAt = order.receivedAt ?? now;
      const deadline = order.deadline ?? receivedAt + usualTerm;
      if (receivedAt > now) throw new Failure('invalid', 'received: must not be in the future.');
      if (deadline < receivedAt)
        throw new Failure('invalid', 'deadline: must not be before it was received.');
      const { account, member } = caller;
      const reference = optionalText(order.reference, 'reference', 200);
      const who = requireText(subject, 'subject', 500);
      const request = {
        id: cell.world.uuid(),
        kind,
        via,
        subject: who,
        reference,
        receivedAt,
        deadline,
        account,
      };
      await cell.act(caller, 'subject-enter', { request: request.id, kind, via }, async (change) => {
        await addRequest(change, member, { ...request, objects });
        await noteEvent(change, request.id, account, 'entered');
      });
      return request.id;
    },
    setRecords: (caller, id, objects) =>
      inRequest(cell, caller, id, { kind: 'subject-records', scope: 'write' }, async (change, request) => {
        if (request.restricted) throw new Failure('conflict', 'The records are restricted: lift that first.');
        await setObjects(change.client, id, objects);
        await noteEvent(change, id, caller.account, 'records', objects.length);
      }),
    answer: (caller, id, { outcome, words }) =>
      inRequest(cell, caller, id, { kind: 'subject-answer', scope: 'write' }, async (change) => {
        const answer = words.trim();
        if (answer === '') throw new Failure('invalid', 'words: must say something.');
        await answerRequest(change, id, { account: caller.account, outcome, answer });
        await noteEvent(change, id, caller.account, 'answered');
      }),
  };
}

function doing(cell: Cell): Pick<SubjectActs, 'restrict' | 'lift' | 'erase'> {
  return {
    restrict: (caller, id) =>
      inRequest(cell, caller, id, { kind: 'subject-restrict', scope: 'label' }, async (change, request) => {
        const { member, account } = caller;
        if (request.restricted) throw new Failure('conflict', 'The records are restricted already.');
        if (request.objects.length === 0)
          throw new Failure('conflict', 'This request is about no records: say first which they are.');
        const held = (await readHeld(change.client, member, request.objects)).map((one) => ({
          id: one.id,
          label: labelToKeep(member, one),
        }));
        await beginRestriction(change.client, id, held);
        await relabelContributions(change, member, byLabel(held));
        await noteEvent(change, id, account, 'restricted', held.length);
        return held.length;
      }),
    lift: (caller, id) =>
      inRequest(cell, caller, id, { kind: 'subject-lift', scope: 'label', late: true }, async (change) => {
        const { member, account } = caller;
        const kept = await readRestrictions(change.client, id);
        const held = kept.map(({ contribution, label }) => ({ id: contribution, label }));
        await endRestriction(change.client, id);
        const lifted = await relabelContributions(change, member, byLabel(held));
        await noteEvent(change, id, account, 'lifted', lifted);
        return lifted;
      }),
    erase: async (caller, id) => {
      const order = { kind: erasureKind, scope: 'write' } as const;
      const { erased, ...erasure } = await inRequest(cell, caller, id, order, async (change, request) => {
        const { kind, objects } = request;
        if (kind !== 'erase') throw new Failure('conflict', 'This request does not ask for erasure.');
        const erased = await eraseContributions(change, caller.member, objects);
        await endRestriction(change.client, id);
        await noteEvent(change, id, caller.account, 'erased', erased);
        return { erased, objects, change: change.no };
      });
      cell.erasures.tell(erasure);
      return erased;
    },
  };
}

/** Of what another request restricts already, the label that it had before that; it comes back when both are lifted. */
function labelToKeep(member: string, { label, kept }: LabelledRow): string {
  const isKept = kept !== null && printLabel(contributorAlone(member, parseLabel(kept))) === label;
  return isKept ? kept : label;
}

/** One act about a request of the caller's member, which is not answered yet unless it may be late. */
async function inRequest<Result>(
  cell: Cell,
  caller: Caller,
  id: string,
  { kind, scope, late = false }: { kind: string; scope: 'write' | 'label'; late?: boolean },
  work: (change: Change, request: SubjectRequestRow) => Promise<Result>,
): Promise<Result> {
  requireReleaseOfficer(caller, scope);
  return cell.act(caller, kind, { request: id }, async (change) => {
    const request = await findRequest(change.client, caller.member, id);
    if (request === undefined) throw noSuchRequest();
    if (request.answeredAt !== null && !late)
      throw new Failure('conflict', 'This request has been answered.');
    return work(change, request);
  });
}

function byLabel(held: readonly { id: number; label: string }[]): Labelling[] {
  const found = new Map<string, number[]>();
  for (const { id, label } of held) found.set(label, [...(found.get(label) ?? []), id]);
  return [...found].map(([label, contributions]) => ({ label: parseLabel(label), contributions }));
}

function requireReader(caller: Caller): void {
  requireWhole(caller);
  if (actsAs(caller, 'release-officer', 'read') || actsAs(caller, 'auditor', 'read')) return;
  throw new Failure('forbidden', 'A release officer or an auditor of the member does this.');
}

const noSuchRequest = (): Failure => new Failure('not-found', 'There is no such request.');
