/**
 * One round of a gateway that works by itself: in each agreement of its policy it does what is waiting. Whatever is
 * broken off in between is found waiting by the next one, and done to the same end.
 */
import type { AgreementBody } from '@entente/contract/matching';
import { Failure } from '@entente/core/failure';
import { begunRun, endedRun } from './asker.ts';
import { ownListDigest, type Gateway } from './folder.ts';
import { fetchEpoch, hasCode, partOf, sendEpoch, sendRun, unlessMissing, type Hub } from './hub.ts';
import { readEpoch, type KeptEpoch } from './kept.ts';
import { answer, makeEpoch } from './owner.ts';
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
  const { hub, gateway, day, tell } = round;
  const { epochDays } = agreementIn(gateway.policy, id, 'answers');
  const epoch = await readEpoch(gateway, id);
  if (epoch !== undefined) {
    if (await sendEpoch(hub, gateway, id)) tell(`${id}: epoch ${epoch.number} is published.`);
    await answerWaiting(round, id);
  }
  if (epochDays !== undefined && day >= (nextDay(epoch, epochDays) ?? day)) await renewEpoch(round, id);
  else await remarkOnEpoch(round, id, epoch, nextDay(epoch, epochDays));
}

/** The day on which the next epoch is to be begun; unknown where people begin it, or there was none with a date. */
function nextDay(epoch: KeptEpoch | undefined, days: number | undefined): string | undefined {
  if (epoch?.begun === undefined || days === undefined) return undefined;
  return new Date(Date.parse(epoch.begun) + days * 86_400_000).toISOString().slice(0, 10);
}

async function renewEpoch(round: Round, id: string): Promise<void> {
  const { hub, gateway, day, isStopping, tell } = round;
  let isTold = false;
  const making = {
    day,
    tell(done: number, all: number) {
      if (!isTold) tell(`${id}: the next epoch is being made, keys ${all}, of which ${done} are there.`);
      isTold = true;
      // What is there is kept, and the next start goes on from it.
      if (isStopping() && done < all)
        throw new Failure('unavailable', 'The next epoch waits for the next start.');
    },
    // Those that came meanwhile would be refused once it holds.
    beforeItHolds: () => answerWaiting(round, id),
  };
  const { epoch } = await makeEpoch(gateway, id, making);
  await sendEpoch(hub, gateway, id);
  tell(`${id}: epoch ${epoch.number} is published.`);
}

async function remarkOnEpoch(
  { gateway, remark }: Round,
  id: string,
  epoch: KeptEpoch | undefined,
  next: string | undefined,
): Promise<void> {
  const publish = `\`entente gateway publish ${gateway.folder} ${id} --hub\``;
  if (epoch === undefined)
    return remark(`${id}: no epoch was begun, so nothing can be asked. ${publish} does it.`);
  if (epoch.list === undefined || epoch.list === (await ownListDigest(gateway))) return;
  const begins = next === undefined ? `${publish} begins the next` : `The next begins on ${next}`;
  remark(`${id}: the list has changed, and runs are still answered by epoch ${epoch.number}. ${begins}.`);
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
