/** The proof that a whole batch was made with one key (RFC 9497 §2.2): discrete logarithms are equal. */
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Element, Group } from './group.ts';
import { fromScalar, hashToScalar, response, toScalar } from './scalar.ts';
import { counted, prefixed, separation } from './transcript.ts';

interface Batch {
  readonly blinded: readonly Element[];
  readonly evaluated: readonly Element[];
}

interface Prover {
  readonly secret: Uint8Array;
  readonly publicKey: Element;
}

const toScalarDomain = separation('HashToScalar-');
const seedDomain = prefixed(separation('Seed-'));

/**
 * GenerateProof of §2.2.1, with ComputeCompositesFast.
 * @param r a random scalar, never used twice
 */
export function proofOf(group: Group, { secret, publicKey }: Prover, batch: Batch, r: bigint): Uint8Array {
  const mixed = mix(group, batch.blinded, weightsOf(publicKey, batch));
  const raised = group.multiply(mixed, secret);
  const scalar = fromScalar(r);
  const c = challenge(publicKey, mixed, raised, group.multiplyBase(scalar), group.multiply(mixed, scalar));
  return concatBytes(fromScalar(c), fromScalar(response(r, c, toScalar(secret) ?? 0n)));
}

/** VerifyProof of §2.2.2. Elements must have been looked at before. */
export function verifyProof(group: Group, publicKey: Element, batch: Batch, proof: Uint8Array): boolean {
  if (proof.length !== 64) return false;
  const [first, second] = [proof.subarray(0, 32), proof.subarray(32)];
  const [c, s] = [toScalar(first), toScalar(second)];
  // With either at 0 no product is an element that a group would give; by chance that does not happen.
  if (c === undefined || s === undefined || c === 0n || s === 0n) return false;
  const weights = weightsOf(publicKey, batch);
  const [mixed, raised] = [mix(group, batch.blinded, weights), mix(group, batch.evaluated, weights)];
  const two = group.add(group.multiplyBase(second), group.multiply(publicKey, first));
  const three = group.add(group.multiply(mixed, second), group.multiply(raised, first));
  return challenge(publicKey, mixed, raised, two, three) === c;
}

/** The weights of a batch, as scalars: each hangs on all of its pair and on the key. */
function weightsOf(publicKey: Element, { blinded, evaluated }: Batch): Uint8Array[] {
  const seed = prefixed(sha512(concatBytes(prefixed(publicKey), seedDomain)));
  const end = utf8ToBytes('Composite');
  return blinded.map((element, index) =>
    fromScalar(
      hashToScalar(
        concatBytes(seed, counted(index), prefixed(element), prefixed(evaluated[index] as Element), end),
        toScalarDomain,
      ),
    ),
  );
}

function mix(group: Group, elements: readonly Element[], weights: readonly Uint8Array[]): Element {
  const weighed = elements.map((element, index) => group.multiply(element, weights[index] as Uint8Array));
  return weighed.reduce((sum, element) => group.add(sum, element));
}

const challenge = (...elements: readonly Element[]): bigint =>
  hashToScalar(concatBytes(...elements.map(prefixed), utf8ToBytes('Challenge')), toScalarDomain);
