/** A run as the asker goes through it: what it sends, what it keeps meanwhile, and what an answer tells it. */
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../ledger/base64.ts';
import type { NoteKey, NoteSigner } from '../ledger/note.ts';
import { rootOfKeys, type CommittedKey } from './commitment.ts';
import type { Epoch } from './epoch.ts';
import type { Element, Group } from './group.ts';
import { beacons, decoyOf, inputOf } from './input.ts';
import { noteDigest, openMessage, writeMessage } from './message.ts';
import { blind, finalize, type Blinded } from './oprf.ts';
import { contains, type Random } from './output-set.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { sizeClass } from './size-class.ts';

/** Elements under one proof, so that an answer can be made and checked in pieces. */
export const elementsUnderProof = 1024;

export interface Purpose {
  readonly purpose: string;
  readonly caseReference: string;
}

/** What the asker keeps until it has the answer, and for an audit after it. Secret. */
export interface OpenRun {
  /** What is sent: signed. */
  readonly note: string;
  readonly id: string;
  readonly asked: readonly (CommittedKey & { readonly element: Element })[];
  readonly seed: Uint8Array;
}

const wantedOf = (texts: Iterable<string>): string[] => [...new Set([...beacons, ...texts])];

/** How many keys a run for these texts has, those that fill up among them. */
export const keysOfRun = (texts: Iterable<string>): number => sizeClass(wantedOf(texts).length);

/**
 * Begins a run.
 * @param texts of the keys to ask for; beacons are added, and what fills the batch up to its size class
 */
export function beginRun(
  group: Group,
  epoch: Epoch,
  texts: Iterable<string>,
  { purpose, caseReference }: Purpose,
  { random, signer }: { random: Random; signer: NoteSigner },
): OpenRun {
  const wanted = wantedOf(texts);
  const decoys = Array.from({ length: sizeClass(wanted.length) - wanted.length }, () => decoyOf(random(16)));
  const asked = [...wanted, ...decoys].map((text) => {
    const { element, blind: scalar } = blind(group, inputOf(text), random(64));
    return { text, blind: scalar, element };
  });
  const [id, seed] = [bytesToHex(random(16)), random(32)];
  const fields = {
    run: id,
    epoch: epoch.digest,
    purpose,
    case: caseReference,
    commitment: toBase64(rootOfKeys(asked, seed)),
    elements: toBase64(concatBytes(...asked.map(({ element }) => element))),
  };
  return { note: writeMessage('run', fields, signer), id, asked, seed };
}

/** Why an answer is not used, or what it was instead of one. */
export type Unanswered = 'not-an-answer' | 'proof' | 'beacons' | Refusal;

/** What an answer tells: which texts seem to be in the set, or why it tells nothing. */
export type Outcome = { readonly found: ReadonlySet<string> } | { readonly unanswered: Unanswered };

/** Ends a run with what came back. Of an answer that is not right in all parts, nothing is used. */
export function endRun(group: Group, epoch: Epoch, run: OpenRun, note: string, owner: NoteKey): Outcome {
  const refusal = openMessage(note, 'refusal', owner);
  if (refusal?.text('request') === noteDigest(run.note)) {
    const reason = refusal.text('reason');
    return { unanswered: isRefusal(reason) ? reason : 'not-an-answer' };
  }
  const read = openMessage(note, 'answer', owner);
  if (read?.text('request') !== noteDigest(run.note)) return { unanswered: 'not-an-answer' };
  const elements = read.pieces('elements', 32);
  const outputs = outputsIn(group, epoch, run, elements, read.pieces('proofs', 64));
  if (outputs === undefined) return { unanswered: 'proof' };
  const found = new Set(run.asked.flatMap(({ text }, index) => (isIn(outputs[index]) ? [text] : [])));
  if (!beacons.every((text) => found.has(text))) return { unanswered: 'beacons' };
  return { found };

  function isIn(output: Uint8Array | undefined): boolean {
    return output !== undefined && contains(epoch.set, output);
  }
}

function outputsIn(
  group: Group,
  { publicKey }: Epoch,
  { asked }: OpenRun,
  elements: readonly Element[],
  proofs: readonly Uint8Array[],
): Uint8Array[] | undefined {
  if (elements.length !== asked.length || proofs.length !== Math.ceil(asked.length / elementsUnderProof))
    return undefined;
  const outputs: Uint8Array[] = [];
  for (const [turn, proof] of proofs.entries()) {
    const [from, to] = [turn * elementsUnderProof, (turn + 1) * elementsUnderProof];
    const blinded = asked
      .slice(from, to)
      .map(({ text, ...rest }): Blinded => ({ input: inputOf(text), ...rest }));
    const made = finalize(group, blinded, { elements: elements.slice(from, to), proof }, publicKey);
    if (made === undefined) return undefined;
    outputs.push(...made);
  }
  return outputs;
}
