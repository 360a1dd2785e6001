/** A run as the owner of the list answers it: held against what was agreed on, counted, evaluated, proved. */
import { concatBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../ledger/base64.ts';
import type { NoteKey, NoteSigner } from '../ledger/note.ts';
import type { Element, Group } from './group.ts';
import { noteDigest, openMessage, writeMessage } from './message.ts';
import { blindEvaluate, type KeyPair } from './oprf.ts';
import type { Random } from './output-set.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { elementsUnderProof, type Purpose } from './run.ts';

/** What two members agreed on, in one direction. */
export interface Terms {
  readonly purposes: readonly string[];
  /** Keys that are answered in a day at most, those that fill up among them. */
  readonly keysADay: number;
  /** Keys that a run has at least. */
  readonly smallestBatch: number;
}

/** What the owner keeps of each run of an agreement, refused ones with no keys; for ever. */
export interface RunRecord {
  readonly run: string;
  /** `YYYY-MM-DD` by the owner's clock, UTC. */
  readonly day: string;
  readonly keys: number;
}

/** The owner's side of the epoch that runs are answered in. */
export interface OwnEpoch {
  readonly announcement: string;
  readonly key: KeyPair;
}

/** A run as its message has it. */
export interface AskedRun {
  readonly id: string;
  readonly epoch: string;
  readonly purpose: string;
  readonly caseReference: string;
  readonly commitment: Uint8Array;
  readonly elements: readonly Element[];
}

/** Reads a run; `undefined` where the asker's gateway did not sign it: that is not answered at all. */
export function openRun(note: string, asker: NoteKey): AskedRun | undefined {
  const read = openMessage(note, 'run', asker);
  if (read === undefined || !/^[0-9a-f]{32}$/.test(read.text('run'))) return undefined;
  return {
    id: read.text('run'),
    epoch: read.text('epoch'),
    purpose: read.text('purpose'),
    caseReference: read.text('case'),
    commitment: read.bytes('commitment'),
    elements: read.pieces('elements', 32),
  };
}

/** Why a run is not answered, by what was agreed on and what went before. */
export function refusalOf(
  run: AskedRun,
  { announcement }: Pick<OwnEpoch, 'announcement'>,
  terms: Terms,
  earlier: readonly RunRecord[],
  day: string,
): Refusal | undefined {
  if (earlier.some(({ run: id }) => id === run.id)) return 'replayed';
  if (run.epoch !== noteDigest(announcement)) return 'epoch';
  const used = earlier.reduce((sum, one) => sum + (one.day === day ? one.keys : 0), 0);
  return refusalByTerms(run, run.elements.length, terms, used);
}

/**
 * Why a run is against what was agreed on, as far as an asker knows that too before it sends.
 * @param keys of the run, those that fill up among them
 * @param used keys of the day so far
 */
export function refusalByTerms(
  { purpose, caseReference }: Purpose,
  keys: number,
  terms: Terms,
  used: number,
): Refusal | undefined {
  if (!terms.purposes.includes(purpose)) return 'purpose';
  if (caseReference.trim() === '') return 'case';
  if (keys < Math.max(1, terms.smallestBatch)) return 'smallest-batch';
  return used + keys > terms.keysADay ? 'quota' : undefined;
}

/** What whoever carries a reply can read of it. */
export interface ReplyHead {
  /** Digest of the run that it answers (`noteDigest`). */
  readonly request: string;
  /** How many elements it has; none where it refuses. */
  readonly keys: number;
  /** Why the owner's gateway does not answer; left out where it does. */
  readonly refused?: Refusal;
}

/** Reads the head of an answer or of a refusal; `undefined` where it is neither, or this key did not sign it. */
export function openReply(note: string, owner: NoteKey): ReplyHead | undefined {
  const answer = openMessage(note, 'answer', owner);
  if (answer !== undefined) {
    return { request: answer.text('request'), keys: answer.pieces('elements', 32).length };
  }
  const refusal = openMessage(note, 'refusal', owner);
  const refused = refusal?.text('reason') ?? '';
  if (refusal === undefined || !isRefusal(refused)) return undefined;
  return { request: refusal.text('request'), keys: 0, refused };
}

/** What goes back, and what is to be kept before it does: else a fault in between gives a run twice. */
export interface Reply {
  readonly note: string;
  readonly record: RunRecord;
  readonly refused: Refusal | undefined;
}

/**
 * Answers a run, or says why not.
 * @param day today, `YYYY-MM-DD`
 * @returns `undefined` where the asker's gateway did not sign it
 */
export function answerRun(
  group: Group,
  epoch: OwnEpoch,
  note: string,
  {
    asker,
    terms,
    earlier,
    day,
  }: { asker: NoteKey; terms: Terms; earlier: readonly RunRecord[]; day: string },
  { random, signer }: { random: Random; signer: NoteSigner },
): Reply | undefined {
  const run = openRun(note, asker);
  if (run === undefined) return undefined;
  const refused = refusalOf(run, epoch, terms, earlier, day);
  const made = refused === undefined ? evaluated(group, epoch.key, run.elements, random) : undefined;
  const request = noteDigest(note);
  if (made === undefined) {
    const reason = refused ?? 'elements';
    return {
      note: writeMessage('refusal', { request, reason }, signer),
      record: { run: run.id, day, keys: 0 },
      refused: reason,
    };
  }
  return {
    note: writeMessage('answer', { request, ...made }, signer),
    record: { run: run.id, day, keys: run.elements.length },
    refused: undefined,
  };
}

function evaluated(
  group: Group,
  key: KeyPair,
  elements: readonly Element[],
  random: Random,
): { elements: string; proofs: string } | undefined {
  const [made, proofs]: [Element[], Uint8Array[]] = [[], []];
  for (let from = 0; from < elements.length; from += elementsUnderProof) {
    const batch = blindEvaluate(group, key, elements.slice(from, from + elementsUnderProof), random(64));
    if (batch === undefined) return undefined;
    made.push(...batch.elements);
    proofs.push(batch.proof);
  }
  return { elements: toBase64(concatBytes(...made)), proofs: toBase64(concatBytes(...proofs)) };
}
