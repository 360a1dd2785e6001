/** libsodium is held against the vectors of RFC 9497 and against what the core has. */
import { readFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { plainGroup } from '@entente/core/matching/group';
import { blind, blindEvaluate, deriveKeyPair, evaluate, finalize } from '@entente/core/matching/oprf';
import { fastGroup } from './fast-group.ts';

const file = `${import.meta.dirname}/../../../../interop/matching/rfc9497.json`;
const told = JSON.parse(readFileSync(file, 'utf8')) as {
  seed: string;
  keyInfo: string;
  publicKey: string;
  vectors: { inputs: string[]; blinds: string[]; proof: string; proofScalar: string; outputs: string[] }[];
};
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const hex = (found: Uint8Array): string => Buffer.from(found).toString('hex');
const group = await fastGroup();

it('gives what RFC 9497 says', () => {
  const key = deriveKeyPair(group, bytes(told.seed), bytes(told.keyInfo));
  expect(hex(key.publicKey)).toBe(told.publicKey);
  for (const { inputs, blinds, proof, proofScalar, outputs } of told.vectors) {
    const asked = inputs.map((input, index) =>
      blind(group, bytes(input), bytes((blinds[index] ?? '').padEnd(128, '0'))),
    );
    const answer = blindEvaluate(
      group,
      key,
      asked.map(({ element }) => element),
      bytes(proofScalar.padEnd(128, '0')),
    );
    expect(answer && hex(answer.proof)).toBe(proof);
    expect(answer && finalize(group, asked, answer, key.publicKey)?.map(hex)).toEqual(outputs);
    expect(inputs.map((input) => hex(evaluate(group, key, bytes(input))))).toEqual(outputs);
  }
});

it('takes for elements just what the core takes', () => {
  const digest = (turn: number): Buffer => createHash('sha512').update(String(turn)).digest();
  const elements = [1, 2, 3].map((turn) => group.fromUniform(digest(turn)));
  const others = [new Uint8Array(32), new Uint8Array(31), new Uint8Array(32).fill(255), randomBytes(32)];
  for (const one of [...elements, ...others, ...elements.map((element) => element.map((byte) => byte ^ 1))]) {
    expect(group.isElement(one)).toBe(plainGroup.isElement(one));
  }
});
