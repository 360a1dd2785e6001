/** Runs of hit/no-hit: sent by one member's gateway, held against what was agreed on, answered or refused by the other. */
import { Failure } from '@entente/core/failure';
import { toBase64 } from '@entente/core/ledger/base64';
import { longestWords, type RunState } from '@entente/core/matching/agreement';
import { openReply, openRun, refusalOf, type AskedRun } from '@entente/core/matching/answer';
import { noteDigest } from '@entente/core/matching/message';
import { refusalWords, type Refusal } from '@entente/core/matching/refusal';
import type { Json } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { assertPresent } from '@entente/store/coalition/rights';
import { findEpoch, findRun, listRuns, readRecords, type RunPlace } from '@entente/store/matching/reader';
import type { AgreementRow, RunHead, RunRow } from '@entente/store/matching/types';
import { addRun, replyToRun, type Reply } from '@entente/store/matching/writer';
import { requireWhole } from '../account/rights.ts';
import type { Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import {
  dayOf,
  isCarried,
  keyOfPart,
  otherMember,
  partOf,
  requireAgreement,
  requireCarried,
  requireCarrier,
  requirePart,
} from './party.ts';
import { tellOfRun } from './tell.ts';

export interface RunActs {
  runs(
    caller: Caller,
    id: string,
    wanted: { state: RunState | undefined; after: RunPlace | undefined; limit: number },
  ): Promise<RunHead[]>;
  /** A run, and what the gateway of the other member sent; `null` where there is none, or nothing is carried. */
  run(caller: Caller, id: string, run: string): Promise<{ run: RunHead; message: string | null }>;
  /** @throws Failure `invalid` for what is no run of this gateway, `conflict` for what breaks the agreement */
  send(caller: Caller, id: string, message: string): Promise<RunHead>;
  /** The same answer again changes nothing. @throws Failure `invalid`, `conflict` where it was answered otherwise */
  answer(caller: Caller, id: string, run: string, message: string): Promise<RunHead>;
  /** Refuses it in words of a person. @throws as `answer` */
  refuse(caller: Caller, id: string, run: string, reason: string): Promise<RunHead>;
}

export function runActs(cell: Cell): RunActs {
  const { writer } = cell.database;
  const agreementFor = (caller: Caller, id: string): Promise<AgreementRow> =>
    requireAgreement(writer, caller.member, id, cell.world.now());
  const reply = async (caller: Caller, id: string, number: string, read: ReplyReader): Promise<RunHead> => {
    requireCarrier(caller);
    const agreement = await agreementFor(caller, id);
    requirePart(agreement, caller.member, 'answers');
    requireCarried(agreement);
    const run = await findRun(writer, id, number);
    if (run === undefined) throw missing();
    const given = read(agreement, run);
    if (given.message !== undefined && given.message.digest === run.replyDigest) return run;
    await enactReply(cell, caller, { id, run }, given);
    return (await findRun(writer, id, number)) ?? run;
  };
  return {
    async runs(caller, id, wanted) {
      requireWhole(caller);
      await agreementFor(caller, id);
      return listRuns(writer, id, wanted);
    },
    async run(caller, id, number) {
      requireWhole(caller);
      const agreement = await agreementFor(caller, id);
      const run = await findRun(writer, id, number);
      if (run === undefined) throw missing();
      const message = partOf(agreement, caller.member) === 'sends' ? run.reply : run.message;
      return { run, message: isCarried(agreement) ? message : null };
    },
    async send(caller, id, message) {
      requireCarrier(caller);
      const agreement = await agreementFor(caller, id);
      requirePart(agreement, caller.member, 'sends');
      requireCarried(agreement);
      const run = requireRun(agreement, message);
      await enactRun(cell, caller, id, { run, message });
      return (await findRun(writer, id, run.id)) as RunHead;
    },
    answer: (caller, id, number, message) =>
      reply(caller, id, number, (agreement, run) => requireReply(agreement, run, message)),
    refuse: (caller, id, number, reason) => reply(caller, id, number, () => ({ state: 'refused', reason })),
  };
}

type ReplyReader = (agreement: AgreementRow, run: RunRow) => Reply;

const missing = (): Failure => new Failure('not-found', 'There is no such run.');

function requireRun(agreement: AgreementRow, message: string): AskedRun {
  const run = openRun(message, keyOfPart(agreement, 'sends'));
  if (run?.commitment.length !== 32) {
    throw new Failure(
      'invalid',
      'message: is no run by the gateway whose key your member gave for this agreement.',
    );
  }
  if ([run.purpose, run.caseReference, run.epoch].every(({ length }) => length <= longestWords)) return run;
  throw new Failure(
    'invalid',
    `message: a purpose and a case reference have at most ${longestWords} characters.`,
  );
}

function requireReply(agreement: AgreementRow, run: RunRow, text: string): Reply {
  const head = openReply(text, keyOfPart(agreement, 'answers'));
  if (head === undefined) {
    throw new Failure(
      'invalid',
      'message: is no answer by the gateway whose key your member gave for this agreement.',
    );
  }
  if (head.request !== run.digest) throw new Failure('invalid', 'message: answers another run.');
  const message = { text, digest: noteDigest(text) };
  if (head.refused !== undefined) return { state: 'refused', message, reason: head.refused };
  if (head.keys !== run.keys) throw new Failure('invalid', 'message: does not answer each key of the run.');
  return { state: 'answered', message };
}

async function enactRun(
  cell: Cell,
  caller: Caller,
  id: string,
  { run, message }: { run: AskedRun; message: string },
): Promise<void> {
  const commitment = toBase64(run.commitment);
  const head = { purpose: run.purpose, keys: run.elements.length, commitment, digest: noteDigest(message) };
  const body = { agreement: id, run: run.id, epoch: run.epoch, case: run.caseReference, ...head };
  await cell.act(caller, 'matching-run', body, async (change) => {
    assertPresent(change.coalition, caller.member);
    const agreement = await requireAgreement(change.client, caller.member, id, change.at);
    requireCarried(agreement);
    const refusal = await refusalIn(change, agreement, run);
    if (refusal !== undefined) throw new Failure('conflict', `${refusal}: ${refusalWords[refusal]}.`);
    await addRun(change, id, { run: run.id, caseReference: run.caseReference, ...head, message });
  });
}

/** Why a run breaks the agreement: by the same rule as the gateways have. */
async function refusalIn(
  { client, at }: Change,
  agreement: AgreementRow,
  run: AskedRun,
): Promise<Refusal | undefined> {
  const epoch = await findEpoch(client, agreement.id);
  if (epoch === undefined) return 'epoch';
  const day = 'today';
  const earlier = await readRecords(client, agreement.id, run.id, dayOf(at));
  return refusalOf(
    run,
    epoch,
    agreement,
    earlier.map((one) => ({ ...one, day })),
    day,
  );
}

async function enactReply(
  cell: Cell,
  caller: Caller,
  { id, run }: { id: string; run: RunRow },
  reply: Reply,
): Promise<void> {
  const { member } = caller;
  const { purpose, caseReference, keys, commitment, digest } = run;
  const body: Record<string, Json> = {
    agreement: id,
    run: run.run,
    purpose,
    case: caseReference,
    keys,
    commitment,
    digest,
    ...(reply.message !== undefined && { reply: reply.message.digest }),
    ...(reply.reason !== undefined && { reason: reply.reason }),
  };
  const kind = reply.state === 'answered' ? 'matching-answer' : 'matching-refuse';
  await cell.act(caller, kind, body, async (change) => {
    assertPresent(change.coalition, member);
    const agreement = await requireAgreement(change.client, member, id, change.at);
    requireCarried(agreement);
    const now = await findRun(change.client, id, run.run);
    if (now?.state !== 'waiting') {
      throw new Failure('conflict', 'This run was answered or refused already, once and for all.');
    }
    await replyToRun(change, id, run.run, reply);
    const told = reply.state === 'answered' ? 'matching-answered' : 'matching-refused';
    await tellOfRun(
      change,
      told,
      { agreement: id, run: run.run },
      { from: member, to: otherMember(agreement, member) },
    );
  });
}
