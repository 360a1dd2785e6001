/**
 * One round of a gateway that works by itself: in each agreement of its policy it does what is waiting. Whatever is
 * broken off in between is found waiting by the next one, and done to the same end.
 */
import type { AgreementBody } from '@entente/contract/matching';
import { Failure } from '@entente/core/failure';
import { begunRun, endedRun } from './asker.ts';
import { ownListDigest, type Gateway } from './folder.ts';
import { fetchEpoch, hasCode, partOf, sendEpoch, sendRun, unlessMissing, type Hub } from './hub.ts';
import { readEpoch } from './kept.ts';
import { answer } from './owner.ts';
import { agreementIn } from './policy.ts';
import { inWords } from './reason.ts';
import { keepOutcome, waitingRuns, type RunOutcome } from './waiting.ts';

export interface Round {
  readonly hub: Hub;
  readonly gateway: Gateway;
  /** Today, `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** Whether to stop before the next thing. */
  readonly isStopping: () => boolean;
  /** Told what was done. */
  readonly tell: (line: string) => void;
  /** Told what is for a person to do, each time. */
  readonly remark: (line: string) => void;
  /** Told what could not be done, and where. */
  readonly complain: (place: string, error: unknown) => void;
}

/** Goes through all agreements. @throws Failure where the hub cannot be reached, or does not let this account */
export async function goRound(round: Round): Promise<void> {
  for (const { id } of round.gateway.policy.agreements) {
    if (round.isStopping()) return;
    await within(round, id, async () => {
      const agreement = await round.hub.client.matchingAgreement({ id });
      const part = partOf(round.hub, agreement);
      agreementIn(round.gateway.policy, id, part);
      if (!isCarried(agreement)) round.remark(`${id}: ${stillness(agreement)}`);
      if (part === 'asks') await asAsker(round, agreement);
      else if (isCarried(agreement)) await asOwner(round, agreement);
    });
  }
}

const isCarried = ({ state, rests }: AgreementBody): boolean => state === 'in-force' && !rests;

function stillness({ state }: AgreementBody): string {
  if (state === 'in-force')
    return 'one of the two members is suspended, and nothing is carried until it is back.';
  return state === 'proposed'
    ? 'the agreement waits to be accepted, and nothing is carried before that.'
    : 'the agreement is over. It may be taken out of the policy.';
}

/** What fails in one agreement, or of one run, stops no other. */
async function within(round: Round, place: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (hasCode(error, 'unavailable', 'unauthenticated', 'too-many')) throw error;
    if (!(error instanceof Failure || (error instanceof Error && 'syscall' in error))) throw error;
    round.complain(place, error);
  }
}

async function asOwner(round: Round, { id }: AgreementBody): Promise<void> {
  const { hub, gateway, tell, remark } = round;
  const epoch = await readEpoch(gateway, id);
  const publish = `\`entente gateway publish ${gateway.folder} ${id} --hub\``;
  if (epoch === undefined)
    return remark(`${id}: no epoch was begun, so nothing can be asked. ${publish} does it.`);
  if (await sendEpoch(hub, gateway, id)) tell(`${id}: the epoch is published.`);
  await answerWaiting(round, id);
  if (epoch.list === undefined || epoch.list === (await ownListDigest(gateway))) return;
  remark(
    `${id}: the list has changed, and runs are still answered by epoch ${epoch.number}. ${publish} begins the next.`,
  );
}

async function answerWaiting(round: Round, id: string): Promise<void> {
  const { hub, gateway, day, tell } = round;
  const runs: string[] = [];
  for await (const { run } of hub.client.every('matchingRuns', { id, state: 'waiting' })) runs.unshift(run);
  for (const run of runs) {
    if (round.isStopping()) return;
    await within(round, `${id}, run ${run}`, async () => {
      const { message } = await hub.client.matchingRun({ id, run });
      if (message === null) return;
      const { note, record, refused } = await answer(gateway, id, message, day);
      await hub.client.answerMatchingRun({ id, run, message: note });
      const how = refused === undefined ? `answered, keys ${record.keys}` : `refused: ${inWords(refused)}`;
      tell(`${id}: run ${run} is ${how}.`);
    });
  }
}

async function asAsker(round: Round, agreement: AgreementBody): Promise<void> {
  const { gateway, tell } = round;
  const { id } = agreement;
  for (const run of await waitingRuns(gateway, id)) {
    if (round.isStopping()) return;
    await within(round, `${id}, run ${run}`, async () => {
      const outcome = await outcomeOf(round, agreement, run);
      if (outcome === undefined) return;
      await keepOutcome(gateway, id, run, outcome);
      const { unanswered, candidates } = outcome;
      const how =
        unanswered === null ? `candidates ${candidates.length}` : `no answer: ${inWords(unanswered)}`;
      tell(`${id}: run ${run} has ended, ${how}.`);
    });
  }
  if (isCarried(agreement)) await within(round, id, () => fetched(round, id));
}

/** Kept before it is wanted: a run can then be begun at once. */
async function fetched({ hub, gateway }: Round, id: string): Promise<void> {
  await unlessMissing(fetchEpoch(hub, gateway, id));
}

/** How a run ended; `undefined` as long as it waits. */
async function outcomeOf(
  { hub, gateway, tell }: Round,
  agreement: AgreementBody,
  run: string,
): Promise<RunOutcome | undefined> {
  const { id } = agreement;
  const found = await unlessMissing(hub.client.matchingRun({ id, run }));
  if (found === undefined) {
    if (agreement.state !== 'in-force') return unanswered('not-in-force');
    if (agreement.rests) return undefined;
    const refused = await sendRun(hub, id, (await begunRun(gateway, id, run)).run.note);
    if (refused === undefined) tell(`${id}: run ${run} is sent.`);
    return refused === undefined ? undefined : unanswered(refused);
  }
  if (found.message !== null) {
    const ended = await endedRun(gateway, id, run, found.message);
    if ('candidates' in ended) return { unanswered: null, ...ended };
    if (ended.unanswered !== 'not-an-answer') return unanswered(ended.unanswered);
    throw new Failure(
      'invalid',
      `What the hub gives for run ${run} is no answer of the other gateway to it.`,
    );
  }
  if (found.state === 'refused' && found.reason !== null) return unanswered(found.reason);
  return agreement.state === 'ended' ? unanswered('ended') : undefined;
}

const unanswered = (reason: string): RunOutcome => ({ unanswered: reason, candidates: [] });
