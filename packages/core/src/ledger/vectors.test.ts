/** The vectors of `interop/ledger`: RFC 6962 and signed notes. */
import { readFileSync } from 'node:fs';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from './base64.ts';
import { append, emptyFrontier, rootOf } from './frontier.ts';
import { emptyRoot, leafHash, nodeHash, type Hash } from './hash.ts';
import { keyOf, openNote, readKey, signerOf, signNote, writeKey, type NoteKey } from './note.ts';
import { consistencySpans, inclusionSpans, rootAt, spanHash, type HashOf } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';

const read = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../../../interop/ledger/${name}`, 'utf8')) as Shape;

const trees = read<{
  hashes: Record<string, string>;
  leaves: string[];
  roots: string[];
  inclusion: { index: number; size: number; path: string[] }[];
  consistency: { first: number; second: number; path: string[] }[];
}>('rfc6962.json');
const notes = read<{
  keys: { peter: string; enoch: string };
  signer: string;
  badKeys: string[];
  text: string;
  signed: string;
  opens: { by: 'peter' | 'enoch'; note: string }[];
  refused: { why: string; note: string }[];
}>('signed-note.json');

const leaves = trees.leaves.map((leaf) => leafHash(hexToBytes(leaf)));
const rootsOf = (size: number): Hash => hexToBytes(trees.roots[size - 1] as string);
const { completed } = append(emptyFrontier, leaves);
const hashOf: HashOf = ({ level, index }) =>
  completed.find((one) => one.level === level && one.index === index)?.hash as Hash;

/** Every way in which a proof is a little wrong. */
function spoilt(path: readonly Hash[]): Hash[][] {
  const other = leafHash(utf8ToBytes('other'));
  const flipped = path.map((hash, place) =>
    path.map((one, at) => (at === place ? hash.map((byte, first) => (first === 0 ? byte ^ 8 : byte)) : one)),
  );
  return [
    [...path, other],
    [other, ...path],
    [...path, new Uint8Array()],
    ...(path.length > 0 ? [path.slice(1)] : []),
    ...flipped,
  ];
}

describe('the tree of RFC 6962', () => {
  it('hashes leaves and nodes as the reference does', () => {
    expect(bytesToHex(emptyRoot())).toBe(trees.hashes['empty tree']);
    expect(bytesToHex(leafHash(new Uint8Array()))).toBe(trees.hashes['empty leaf']);
    expect(bytesToHex(leafHash(utf8ToBytes('L123456')))).toBe(trees.hashes['leaf L123456']);
    expect(bytesToHex(nodeHash(utf8ToBytes('N123'), utf8ToBytes('N456')))).toBe(
      trees.hashes['node of N123 and N456'],
    );
  });
  it.each(trees.roots.map((root, index) => [index + 1, root]))(
    'has of %i leaves the root %s',
    (size, root) => {
      expect(bytesToHex(rootOf(append(emptyFrontier, leaves.slice(0, size)).frontier))).toBe(root);
      expect(bytesToHex(rootAt(size, hashOf))).toBe(root);
    },
  );
  it.each(trees.inclusion)(
    'proves leaf $index in a tree of $size, and nothing beside',
    ({ index, size, path }) => {
      const proof = path.map(hexToBytes);
      expect(inclusionSpans(index, size).map((span) => bytesToHex(spanHash(span, hashOf)))).toEqual(path);
      const holds = (leaf: number, of: number, by: Hash[]): boolean =>
        verifyInclusion(leaves[index] as Hash, leaf, of, by, rootsOf(size));
      expect(holds(index, size, proof)).toBe(true);
      for (const wrong of spoilt(proof)) expect(holds(index, size, wrong)).toBe(false);
      for (const [leaf, of] of [
        [index + 1, size],
        [index - 1, size],
        [index, size * 2],
      ] as const) {
        expect(holds(leaf, of, proof)).toBe(false);
      }
    },
  );
  it.each(trees.consistency)('proves that $second leaves begin as $first do', ({ first, second, path }) => {
    const proof = path.map(hexToBytes);
    expect(consistencySpans(first, second).map((span) => bytesToHex(spanHash(span, hashOf)))).toEqual(path);
    const holds = (by: Hash[], older = rootsOf(first)): boolean =>
      verifyConsistency({ size: first, root: older }, { size: second, root: rootsOf(second) }, by);
    expect(holds(proof)).toBe(true);
    for (const wrong of spoilt(proof)) expect(holds(wrong)).toBe(false);
    expect(holds(proof, leafHash(utf8ToBytes('another')))).toBe(false);
  });
});

describe('signed notes', () => {
  const key = (name: 'peter' | 'enoch'): NoteKey => readKey(notes.keys[name]) as NoteKey;
  it('reads a key as it was written, and no other', () => {
    expect(writeKey(key('peter'))).toBe(notes.keys.peter);
    for (const wrong of notes.badKeys) expect(readKey(wrong)).toBeUndefined();
    for (let place = 0; place < notes.keys.peter.length; place += 1) {
      const code = notes.keys.peter.charCodeAt(place) + 1;
      const text =
        notes.keys.peter.slice(0, place) + String.fromCharCode(code) + notes.keys.peter.slice(place + 1);
      expect(readKey(text)).toBeUndefined();
      expect(readKey(notes.keys.peter.slice(0, place))).toBeUndefined();
    }
  });
  it('signs as the reference does', () => {
    const seed = fromBase64(notes.signer.split('+').slice(4).join('+'))?.subarray(1) as Uint8Array;
    expect(writeKey(keyOf(signerOf('PeterNeumann', seed)))).toBe(notes.keys.peter);
    expect(signNote(notes.text, signerOf('PeterNeumann', seed))).toBe(notes.signed);
  });
  it.each(notes.opens)('opens a note that $by signed, whoever signed it too', ({ by, note }) => {
    expect(openNote(note, key(by))).toBe(notes.text);
  });
  it.each(notes.refused)('refuses a note with $why', ({ note }) => {
    expect(openNote(note, key('peter'))).toBeUndefined();
  });
});
