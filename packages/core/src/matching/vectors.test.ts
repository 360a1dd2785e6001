/** The vectors of `interop/matching`: RFC 9497, verifiable mode. */
import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { plainGroup } from './group.ts';
import { blind, blindEvaluate, deriveKeyPair, evaluate, finalize, type Evaluated } from './oprf.ts';

interface Vector {
  inputs: string[];
  blinds: string[];
  blinded: string[];
  evaluated: string[];
  proof: string;
  proofScalar: string;
  outputs: string[];
}

const file = `${import.meta.dirname}/../../../../interop/matching/rfc9497.json`;
const told = JSON.parse(readFileSync(file, 'utf8')) as Record<
  'seed' | 'keyInfo' | 'secret' | 'publicKey',
  string
> & { vectors: Vector[] };
const key = deriveKeyPair(plainGroup, hexToBytes(told.seed), hexToBytes(told.keyInfo));
/** 64 bytes that are this scalar. */
const uniform = (scalar: string): Uint8Array => hexToBytes(scalar.padEnd(128, '0'));

function askedIn({ inputs, blinds }: Vector): ReturnType<typeof blind>[] {
  return inputs.map((input, index) => blind(plainGroup, hexToBytes(input), uniform(blinds[index] as string)));
}

function answered(vector: Vector): Evaluated {
  const asked = askedIn(vector).map(({ element }) => element);
  return blindEvaluate(plainGroup, key, asked, uniform(vector.proofScalar)) as Evaluated;
}

describe('RFC 9497, ristretto255-SHA512, verifiable mode', () => {
  it('derives the key', () => {
    expect(bytesToHex(key.secret)).toBe(told.secret);
    expect(bytesToHex(key.publicKey)).toBe(told.publicKey);
  });

  it.each(told.vectors)('goes as vector $#', (vector) => {
    const asked = askedIn(vector);
    expect(asked.map(({ element }) => bytesToHex(element))).toEqual(vector.blinded);
    const answer = answered(vector);
    expect(answer.elements.map(bytesToHex)).toEqual(vector.evaluated);
    expect(bytesToHex(answer.proof)).toBe(vector.proof);
    expect(finalize(plainGroup, asked, answer, key.publicKey)?.map(bytesToHex)).toEqual(vector.outputs);
    const own = vector.inputs.map((input) => bytesToHex(evaluate(plainGroup, key, hexToBytes(input))));
    expect(own).toEqual(vector.outputs);
  });

  it('gives no output where the proof, the key or an element is another', () => {
    const vector = told.vectors[2] as Vector;
    const [asked, answer] = [askedIn(vector), answered(vector)];
    const other = deriveKeyPair(plainGroup, hexToBytes(told.seed), hexToBytes('00'));
    const elements = asked.map(({ element }) => element);
    const byOther = blindEvaluate(plainGroup, other, elements, uniform(vector.proofScalar)) as Evaluated;
    const proof = answer.proof.map((byte, index) => (index === 40 ? byte ^ 1 : byte));
    const wrong: Evaluated[] = [
      byOther,
      { ...answer, proof },
      { ...answer, proof: new Uint8Array(64) },
      { ...answer, elements: [...answer.elements].reverse() },
      { ...answer, elements: answer.elements.slice(1) },
      { ...answer, elements: [answer.elements[0] as Uint8Array, byOther.elements[1] as Uint8Array] },
      { ...answer, elements: answer.elements.map(() => new Uint8Array(32)) },
    ];
    for (const one of wrong) expect(finalize(plainGroup, asked, one, key.publicKey)).toBeUndefined();
    expect(finalize(plainGroup, asked, answer, other.publicKey)).toBeUndefined();
  });

  it('evaluates nothing that is no element, and not the identity', () => {
    for (const bytes of [new Uint8Array(32), new Uint8Array(32).fill(255), new Uint8Array(31)]) {
      expect(blindEvaluate(plainGroup, key, [bytes], new Uint8Array(64).fill(7))).toBeUndefined();
    }
  });
});
