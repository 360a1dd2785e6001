/** Requests for information: asked, answered, closed (docs/requests.md). Each is one act of a person. */
import { Failure } from '@entente/core/failure';
import { writeParts } from '@entente/core/label/extension';
import type { LabelParts } from '@entente/core/label/label';
import { reminderOf } from '@entente/core/request/clock';
import { afterEvent, type SaidState } from '@entente/core/request/state';
import type { Json, StixObject } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { knownTo } from '@entente/store/coalition/rights';
import { settleMessages } from '@entente/store/message/writer';
import { findRequest } from '@entente/store/request/reader';
import { addAnswer, addRequest, closeRequest } from '@entente/store/request/writer';
import { actsAs, requireWhole, requireWord } from '../account/rights.ts';
import { putWithin } from '../acts/put-within.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { examineSubmission } from '../ingest/submit.ts';
import { withFirst } from '../ingest/with-first.ts';
import { requireKnown } from '../policy/ceiling.ts';
import type { PolicyReader } from '../policy/member-policy.ts';
import { answerNote, requestNote, type Question, type Reply } from './note.ts';
import { addresseesOf, requireQuestion } from './question.ts';
import { missing, speak, standingOf } from './word.ts';

export type { Question, Reply } from './note.ts';

/** What came of a note: its id, and whether its label waits for a second person. */
export interface Noted {
  id: string;
  waits: boolean;
}

/**
 * By analysts and release officers who see all that their member sees. What is asked of a request that is not in the
 * view of the caller's member, or not to it, is answered like one that does not exist.
 */
export interface RequestActs {
  /**
   * @param label parts besides the audience, which is the addressees
   * @throws Failure `invalid` naming what is not known or not valid
   */
  ask(caller: Caller, question: Question, label: LabelParts): Promise<Noted>;
  /** Says one word without a note. @throws Failure `not-found`, `conflict` where it cannot be said any more */
  say(caller: Caller, id: string, said: WordAlone, reason?: string): Promise<void>;
  /** @param label of the note; the asker alone where it names no audience. @throws as `say` and `ask` */
  answer(caller: Caller, id: string, reply: Reply, label: LabelParts): Promise<Noted>;
  /** By whoever asked. @throws Failure `not-found`, `conflict` */
  close(caller: Caller, id: string): Promise<void>;
}

export type WordAlone = Exclude<SaidState, 'answered' | 'partly-answered'>;

export function requestActs(cell: Cell, policyOf: PolicyReader): RequestActs {
  /** Puts a note in, and does what goes with it, in one act. */
  const put = async (
    caller: Caller,
    { kind, body, note, chosen }: { kind: string; body: Json; note: StixObject; chosen: LabelParts },
    at: number,
    work: (change: Change) => Promise<void>,
  ): Promise<Noted> => {
    const policy = await policyOf(caller.member);
    const incoming = [{ value: note, text: JSON.stringify(note) }];
    const slices = examineSubmission(incoming, cell.examining(caller.member));
    const putting = { cell, caller, policy, chosen, source: 'requests' };
    return withFirst(slices, (ready) =>
      cell.act(
        caller,
        kind,
        body,
        async (change) => {
          requireKnown(chosen, knownTo(change.coalition, caller.member));
          await work(change);
          const [answer] = await putWithin(change, ready, putting);
          const finding = answer?.outcome === 'rejected' ? answer.findings[0] : undefined;
          if (finding !== undefined)
            throw new Failure('invalid', `${finding.path} ${finding.message}.`.trim());
          return { id: note.id, waits: answer?.waits === true };
        },
        { at },
      ),
    );
  };
  const identityOf = (caller: Caller): Promise<string | undefined> =>
    cell.view(caller.reader, (view) => Promise.resolve(view.coalition.members.get(caller.member)?.identity));
  const author = async (caller: Caller) => ({
    id: `note--${cell.world.uuid()}`,
    identity: await identityOf(caller),
    at: cell.world.now(),
  });
  return {
    async ask(caller, question, label) {
      requireAsker(caller);
      const by = await author(caller);
      requireQuestion(question, caller.member, by.at);
      const chosen = { ...label, any: [[...question.addressees], ...(label.any ?? [])] };
      const note = requestNote(question, by);
      const body = { request: note.id, label: writeParts(chosen) };
      return put(caller, { kind: 'request-ask', body, note, chosen }, by.at, (change) =>
        addRequest(change, {
          id: note.id,
          asker: caller.member,
          due: question.by,
          remindAt: reminderOf(by.at, question.by),
          addressees: addresseesOf(change, caller.member, question.addressees),
        }),
      );
    },

    async say(caller, id, said, reason) {
      requireAsker(caller);
      requireWord(caller);
      await cell.act(caller, `request-${said}`, { request: id }, (change) =>
        speak(change, caller.member, id, said, reason ?? null),
      );
    },

    async answer(caller, id, reply, label) {
      requireAsker(caller);
      requireWord(caller);
      const by = await author(caller);
      const note = answerNote(id, reply, by);
      const asker = await cell.view(caller.reader, (view) => view.requests.find(id));
      if (asker === undefined) throw missing();
      const chosen = { ...label, any: label.any?.length ? label.any : [[`member:${asker.asker}`]] };
      const body = { request: id, note: note.id, label: writeParts(chosen) };
      return put(caller, { kind: 'request-answer', body, note, chosen }, by.at, async (change) => {
        await speak(change, caller.member, id, reply.extent, null);
        await addAnswer(change, id, caller.member, note.id);
      });
    },

    async close(caller, id) {
      requireAsker(caller);
      await cell.act(caller, 'request-close', { request: id }, async (change) => {
        const request = await findRequest(change.client, id, caller.member, change.at);
        if (request?.asker !== caller.member) throw missing();
        if (afterEvent(standingOf(request), 'close') === undefined) {
          throw new Failure('conflict', 'This request is closed already.');
        }
        await closeRequest(change, id);
        await settleMessages(change, id);
      });
    },
  };
}

function requireAsker(caller: Caller): void {
  requireWhole(caller);
  if (actsAs(caller, 'analyst', 'write') || actsAs(caller, 'release-officer', 'write')) return;
  throw new Failure('forbidden', 'An analyst or a release officer does this.');
}
