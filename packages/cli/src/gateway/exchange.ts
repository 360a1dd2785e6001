/** What two gateways do with each other, each with its own list; what is exchanged are files. */
import { isAbsolute, join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { answerRun, type Reply } from '@entente/core/matching/answer';
import { epochKey, openEpoch, outputsOf, publish, type Epoch } from '@entente/core/matching/epoch';
import type { Group } from '@entente/core/matching/group';
import { isCandidate, keysOf, type MatchingKey, type Side } from '@entente/core/matching/keys';
import { beginRun, endRun, type OpenRun, type Purpose } from '@entente/core/matching/run';
import { isRecord } from '@entente/core/stix/check/value';
import { fastGroup } from './fast-group.ts';
import {
  alone,
  keepEpoch,
  keepRecord,
  keepRun,
  readEpoch,
  readRecords,
  readRun,
  type Gateway,
} from './folder.ts';
import { readList, type ListEntry } from './list.ts';
import { agreementIn, type Agreement } from './policy.ts';

/** Of sets: one false hit in about a million. */
const bits = 20;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesIn = (text: unknown): Uint8Array =>
  new Uint8Array(Buffer.from(typeof text === 'string' ? text : '', 'base64'));

const ownList = ({ folder, policy }: Gateway): Promise<ListEntry[]> =>
  readList(isAbsolute(policy.list) ? policy.list : join(folder, policy.list));

const textsOf = (list: readonly ListEntry[], side: Side): string[] => [
  ...new Set(list.flatMap(({ person }) => keysOf(person, side).map(({ text }) => text))),
];

export interface MadeEpoch {
  file: string;
  number: number;
  persons: number;
}

/**
 * Begins the next epoch of an agreement: runs of the one before are answered no more.
 * @param tell how many keys of how many are evaluated
 */
export async function makeEpoch(
  gateway: Gateway,
  agreement: string,
  tell: (done: number, all: number) => void,
): Promise<MadeEpoch> {
  agreementIn(gateway.policy, agreement);
  const group = await fastGroup();
  const number = ((await readEpoch(gateway, agreement))?.number ?? 0) + 1;
  const key = epochKey(group, gateway.epochs, { agreement, number });
  const list = await ownList(gateway);
  const texts = textsOf(list, 'held');
  const outputs: Uint8Array[] = [];
  for (let from = 0; from < texts.length; from += 500) {
    outputs.push(...outputsOf(group, key, texts.slice(from, from + 500)));
    tell(outputs.length, texts.length);
  }
  const { announcement, set } = publish(group, { agreement, number }, key, outputs, { bits, ...gateway });
  await keepEpoch(gateway, agreement, { number, announcement });
  return { file: JSON.stringify({ announcement, set: base64(set) }), number, persons: list.length };
}

/** Reads what the other side published. @throws Failure `invalid` where it is not of this agreement, or was altered */
function epochIn(group: Group, { id, other }: Agreement, file: string): Epoch {
  const value = parsed(file);
  const announcement = typeof value['announcement'] === 'string' ? value['announcement'] : '';
  const epoch = openEpoch(group, id, { announcement, set: bytesIn(value['set']) }, other);
  if (epoch !== undefined) return epoch;
  throw new Failure(
    'invalid',
    `This is no epoch of “${id}” that the gateway “${other.name}” signed, or its set was altered on the way.`,
  );
}

/** Begins a run with the own list; gives what is to be sent. */
export async function ask(
  gateway: Gateway,
  agreement: string,
  epochFile: string,
  why: Purpose,
): Promise<OpenRun> {
  const group = await fastGroup();
  const epoch = epochIn(group, agreementIn(gateway.policy, agreement), epochFile);
  const run = beginRun(group, epoch, textsOf(await ownList(gateway), 'asked'), why, gateway);
  const asked = run.asked.map(({ text, blind, element }) => [text, base64(blind), base64(element)]);
  await keepRun(gateway, agreement, run.id, { note: run.note, seed: base64(run.seed), epochFile, asked });
  return run;
}

/**
 * Answers a run, or refuses it; the record is kept before anything is given.
 * @param day today, `YYYY-MM-DD`
 */
export async function answer(gateway: Gateway, agreement: string, note: string, day: string): Promise<Reply> {
  const { other, ...terms } = agreementIn(gateway.policy, agreement);
  const group = await fastGroup();
  return alone(gateway, agreement, async () => {
    const kept = await readEpoch(gateway, agreement);
    if (kept === undefined) throw new Failure('invalid', `There is no epoch of “${agreement}” yet.`);
    const key = epochKey(group, gateway.epochs, { agreement, number: kept.number });
    const earlier = await readRecords(gateway, agreement);
    const agreed = { asker: other, terms, earlier, day };
    const reply = answerRun(group, { announcement: kept.announcement, key }, note, agreed, gateway);
    if (reply === undefined) {
      throw new Failure('invalid', `This is no run that the gateway “${other.name}” signed.`);
    }
    if (reply.refused !== 'replayed') await keepRecord(gateway, agreement, reply.record, note);
    return reply;
  });
}

export interface Candidate extends ListEntry {
  readonly keys: readonly MatchingKey[];
}

/** Ends a run: the persons of the own list that are candidates. @throws Failure `invalid`, with why, where there is no answer to use */
export async function candidates(
  gateway: Gateway,
  agreement: string,
  id: string,
  note: string,
): Promise<Candidate[]> {
  const group = await fastGroup();
  const agreed = agreementIn(gateway.policy, agreement);
  const { run, epochFile } = openRunIn(await readRun(gateway, agreement, id), id);
  const epoch = epochIn(group, agreed, epochFile);
  const outcome = endRun(group, epoch, run, note, agreed.other);
  if ('unanswered' in outcome) {
    throw new Failure('invalid', `The run has no answer that can be used: ${outcome.unanswered}.`);
  }
  return (await ownList(gateway)).flatMap((entry) => {
    const keys = keysOf(entry.person, 'asked').filter(({ text }) => outcome.found.has(text));
    return isCandidate(keys, epoch.set.values.length) ? [{ ...entry, keys }] : [];
  });
}

function openRunIn(kept: unknown, id: string): { run: OpenRun; epochFile: string } {
  if (!isRecord(kept)) throw new Failure('not-found', `No run ${id} was begun here.`);
  const asked = (kept['asked'] as string[][]).map(([text = '', blind, element]) => ({
    text,
    blind: bytesIn(blind),
    element: bytesIn(element),
  }));
  const run = { id, note: String(kept['note']), seed: bytesIn(kept['seed']), asked };
  return { run, epochFile: String(kept['epochFile']) };
}

function parsed(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(file);
    return isRecord(value) ? value : {};
  } catch {
    return {}; // no epoch, and said so by whoever looks into it
  }
}
