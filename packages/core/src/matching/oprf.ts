/**
 * The verifiable oblivious pseudorandom function of RFC 9497, ristretto255-SHA512, mode 1. Randomness is an argument.
 * Written out here, over a group that can be brought, because the library's own does each step ten times slower.
 */
import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Element, Group } from './group.ts';
import { proofOf, verifyProof } from './proof.ts';
import { fromScalar, hashToScalar, inverses, reduce, toScalar } from './scalar.ts';
import { context, prefixed, separation } from './transcript.ts';

/** The key of an owner of a list: a secret scalar, and its element. */
export interface KeyPair {
  readonly secret: Uint8Array;
  readonly publicKey: Element;
}

/** What an asker keeps of one input until the answer comes. */
export interface Blinded {
  readonly input: Uint8Array;
  readonly blind: Uint8Array;
  readonly element: Element;
}

/** Elements of one answer, and the proof (64 bytes) that all were made with the key. */
export interface Evaluated {
  readonly elements: readonly Element[];
  readonly proof: Uint8Array;
}

/** Elements that one proof covers at most: they are counted in two bytes. */
export const largestProof = 65_535;

const toGroup = separation('HashToGroup-');

/** HashToGroup of RFC 9497 §4.1. */
export const hashToGroup = (group: Group, input: Uint8Array): Element =>
  group.fromUniform(expand_message_xmd(input, toGroup, 64, group.sha512));

/**
 * DeriveKeyPair of §3.2.1.
 * @param seed 32 secret bytes
 * @param info what the key is for
 */
export function deriveKeyPair(group: Group, seed: Uint8Array, info: Uint8Array): KeyPair {
  const domain = concatBytes(utf8ToBytes('DeriveKeyPair'), context);
  for (let turn = 0; turn < 256; turn += 1) {
    const found = hashToScalar(concatBytes(seed, prefixed(info), Uint8Array.of(turn)), domain);
    if (found === 0n) continue;
    const secret = fromScalar(found);
    return { secret, publicKey: group.multiplyBase(secret) };
  }
  throw new Error('No key could be derived.');
}

/**
 * Blind of §3.3.2.
 * @param uniform 64 random bytes, of which the blind is made
 */
export function blind(group: Group, input: Uint8Array, uniform: Uint8Array): Blinded {
  return blindWith(group, input, fromScalar(reduce(uniform)));
}

/** The same with the blind itself, as an audit does it again. */
export const blindWith = (group: Group, input: Uint8Array, scalar: Uint8Array): Blinded => ({
  input,
  blind: scalar,
  element: group.multiply(hashToGroup(group, input), scalar),
});

/**
 * BlindEvaluate of §3.3.2 for a batch, at most `largestProof`.
 * @param uniform 64 random bytes for the proof
 * @returns `undefined` where anything is no element, or nothing was given
 */
export function blindEvaluate(
  group: Group,
  key: KeyPair,
  blinded: readonly Element[],
  uniform: Uint8Array,
): Evaluated | undefined {
  if (blinded.length === 0 || blinded.length > largestProof) return undefined;
  if (!blinded.every((element) => group.isElement(element))) return undefined;
  const elements = blinded.map((element) => group.multiply(element, key.secret));
  return { elements, proof: proofOf(group, key, { blinded, evaluated: elements }, reduce(uniform)) };
}

/**
 * Finalize of §3.3.2 for a batch: the outputs (64 bytes each), in the order of what was asked.
 * @returns `undefined` where the proof does not hold for this key: nothing of the answer is to be used
 */
export function finalize(
  group: Group,
  asked: readonly Blinded[],
  { elements, proof }: Evaluated,
  publicKey: Element,
): Uint8Array[] | undefined {
  if (asked.length === 0 || elements.length !== asked.length) return undefined;
  if (![publicKey, ...elements].every((element) => group.isElement(element))) return undefined;
  const batch = { blinded: asked.map(({ element }) => element), evaluated: elements };
  if (!verifyProof(group, publicKey, batch, proof)) return undefined;
  const unblinding = inverses(asked.map(({ blind: scalar }) => toScalar(scalar) ?? 0n));
  return asked.map(({ input }, index) =>
    outputOf(
      group,
      input,
      group.multiply(elements[index] as Element, fromScalar(unblinding[index] as bigint)),
    ),
  );
}

/** Evaluate of §3.3.2: what the owner of the key makes of its own input. */
export const evaluate = (group: Group, { secret }: KeyPair, input: Uint8Array): Uint8Array =>
  outputOf(group, input, group.multiply(hashToGroup(group, input), secret));

const outputOf = (group: Group, input: Uint8Array, element: Element): Uint8Array =>
  group.sha512(concatBytes(prefixed(input), prefixed(element), utf8ToBytes('Finalize')));
