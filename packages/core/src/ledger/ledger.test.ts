import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { actText, slotCommitment, textLeaf, type ActContent } from './commitment.ts';
import { cosign, cosignedAt, cosignerKey } from './cosignature.ts';
import { erasureKind } from './erasures.ts';
import { append, emptyFrontier, peaksOf, rootOf } from './frontier.ts';
import { leafHash, type Hash } from './hash.ts';
import { keyId, keyOf, signerOf, openNote, readKey, readNote, signaturesBy, writeKey } from './note.ts';
import { openReceipt, receiptAct, signReceipt } from './receipt.ts';
import { readPath, slotCount, slotTree, tickData, writePath } from './slots.ts';
import { consistencySpans, inclusionSpans, rootAt, spanHash, type HashOf } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';
import { walkLog } from './walk.ts';

const leafOf = (index: number): Hash => leafHash(utf8ToBytes(`${index}`));
const leavesOf = (size: number): Hash[] => Array.from({ length: size }, (_, index) => leafOf(index));
const nodesOf = (size: number): HashOf => {
  const { completed } = append(emptyFrontier, leavesOf(size));
  const found = new Map(completed.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
  return ({ level, index }) => found.get(`${level} ${index}`) as Hash;
};

describe('a log of any size', () => {
  const sizes = fc.integer({ min: 1, max: 300 }).chain((second) =>
    fc.record({
      second: fc.constant(second),
      first: fc.integer({ min: 1, max: second }),
      leaf: fc.nat(second - 1),
    }),
  );
  it('proves each of its leaves, and that it grew out of each earlier one', () => {
    fc.assert(
      fc.property(sizes, ({ first, second, leaf }) => {
        const hashOf = nodesOf(second);
        const [older, newer] = [rootAt(first, hashOf), rootAt(second, hashOf)];
        const path = inclusionSpans(leaf, second).map((span) => spanHash(span, hashOf));
        expect(verifyInclusion(leafOf(leaf), leaf, second, path, newer)).toBe(true);
        expect(verifyInclusion(leafOf(leaf + 1), leaf, second, path, newer)).toBe(false);
        const steps = consistencySpans(first, second).map((span) => spanHash(span, hashOf));
        const heads = [
          { size: first, root: older },
          { size: second, root: newer },
        ] as const;
        expect(verifyConsistency(...heads, steps)).toBe(true);
        expect(verifyConsistency({ size: first, root: leafOf(999) }, heads[1], steps)).toBe(false);
      }),
    );
  });
  it('grows by pieces as it does at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (pieces) => {
        let frontier = emptyFrontier;
        for (const piece of pieces) {
          const leaves = Array.from({ length: piece }, (_, index) => leafOf(frontier.size + index));
          frontier = append(frontier, leaves).frontier;
        }
        const whole = append(emptyFrontier, leavesOf(frontier.size)).frontier;
        expect(frontier).toEqual(whole);
        expect(peaksOf(frontier.size)).toHaveLength(frontier.peaks.length);
        expect(rootOf(frontier)).toEqual(rootAt(frontier.size, nodesOf(frontier.size)));
      }),
    );
  });
});

describe('base 64', () => {
  it('is that of RFC 4648, and one text stands for one run of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    for (const wrong of ['A', 'AB', 'AB=', 'AB==A', 'AC==', '====', 'A*==', 'AA=A']) {
      const isOwn = wrong === 'AB==';
      expect(fromBase64(wrong) === undefined).toBe(!isOwn);
    }
  });
});

const signer = signerOf('entente/0123456789abcdef', new Uint8Array(32).fill(7));

describe('what the hub signs', () => {
  const head = { size: 20_852_163, root: leafOf(1) };
  const act = { act: 'a-1', member: 'm-1', leaf: leafOf(2), by: 1_700_000_000_000_000 };
  it('is read back by its key alone', () => {
    const note = signCheckpoint(head, signer);
    expect(openCheckpoint(note, keyOf(signer))).toEqual({ origin: signer.name, ...head });
    const other = signerOf(signer.name, new Uint8Array(32).fill(8));
    expect(openCheckpoint(note, keyOf(other))).toBeUndefined();
    expect(openCheckpoint(note.replace('20852163', '20852164'), keyOf(signer))).toBeUndefined();
  });
  it('is a receipt or a checkpoint, and never passes for the other', () => {
    const receipt = signReceipt(act, signer);
    expect(openReceipt(receipt, keyOf(signer))).toEqual(act);
    expect(receiptAct(receipt)).toBe('a-1');
    expect(openCheckpoint(receipt, keyOf(signer))).toBeUndefined();
    expect(openReceipt(signCheckpoint(head, signer), keyOf(signer))).toBeUndefined();
    expect(openReceipt(receipt.replace('act a-1', 'act a-2'), keyOf(signer))).toBeUndefined();
  });
  it('can be cosigned by a witness, for a time', () => {
    const witness = signerOf('witness.example/w1', new Uint8Array(32).fill(9));
    const note = cosign(signCheckpoint(head, signer), witness, 1_679_315_147) as string;
    expect(cosignedAt(note, cosignerKey(witness))).toBe(1_679_315_147);
    expect(openCheckpoint(note, keyOf(signer))?.size).toBe(head.size);
    expect(cosignedAt(note.replace('20852163', '20852164'), cosignerKey(witness))).toBeUndefined();
    expect(readKey(writeKey(cosignerKey(witness)))).toEqual(cosignerKey(witness));
  });
  it('reads the cosignature that C2SP gives as an example', () => {
    const note = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
    const [log, witness] = readNote(note)?.signatures ?? [];
    expect(log?.bytes).toHaveLength(4 + 64);
    expect(witness?.bytes).toHaveLength(4 + 8 + 64);
    expect(openNote(note, keyOf(signer))).toBeUndefined();
    expect(signaturesBy(readNote(note) as never, keyOf(signer))).toEqual([]);
    expect(keyId(keyOf(signer))).toHaveLength(4);
  });
});

describe('commitments', () => {
  const act: ActContent = {
    id: 'a-1',
    member: 'm-1',
    at: 1,
    kind: 'recall',
    actor: 'b',
    purpose: 'review',
    caseReference: null,
    body: '{"b":1,"a":2}',
  };
  it('hang on every word of an act and on the salt', () => {
    const salt = 'ab'.repeat(32);
    const leaf = toBase64(textLeaf(salt, actText(act)));
    const others = [
      { id: 'a-2' },
      { at: 2 },
      { kind: 'x' },
      { purpose: null },
      { caseReference: 'c' },
      { body: '{}' },
    ];
    for (const other of others)
      expect(toBase64(textLeaf(salt, actText({ ...act, ...other })))).not.toBe(leaf);
    expect(toBase64(textLeaf('ac'.repeat(32), actText(act)))).not.toBe(leaf);
    expect(toBase64(textLeaf(salt, actText({ ...act, body: '{"a":2,"b":1}' })))).toBe(leaf);
  });
  it('of slots make a tree of a power of two, in which each slot is proved', () => {
    const slots = Array.from({ length: slotCount(3) }, (_, place) =>
      slotCommitment(new Uint8Array(32).fill(place), { member: 'm', size: place, root: leafOf(place) }),
    );
    const { root, path } = slotTree(slots);
    expect(slots).toHaveLength(64);
    expect([slotCount(32), slotCount(33), slotCount(200)]).toEqual([64, 128, 512]);
    slots.forEach((slot, place) => {
      const sent = readPath(writePath(path(place))) as Hash[];
      expect(verifyInclusion(leafHash(slot), place, 64, sent, root)).toBe(true);
    });
    expect(new TextDecoder().decode(tickData({ at: 5, slots: 64, root }))).toBe(
      `entente/tick/v1\n5\n64\n${toBase64(root)}\n`,
    );
  });
});

describe('the walk along a log', () => {
  it('counts an act once: what comes again under its id makes no erasure of it cover more', async () => {
    const salt = '00'.repeat(32);
    const opened = [[], ['a leaf that was dropped']].map((erased, place) => {
      const content = JSON.stringify({ id: 'one', kind: erasureKind, body: { erased } });
      return { place, leaf: toBase64(textLeaf(salt, content)), salt, content, erased: null };
    });
    const root = rootOf(
      append(
        emptyFrontier,
        opened.map(({ content }) => textLeaf(salt, content)),
      ).frontier,
    );
    const walked = await walkLog(
      { leaves: () => Promise.resolve([]), openings: (from) => Promise.resolve(opened.slice(from)) },
      { kept: emptyFrontier, size: opened.length, root, isQuick: false },
      (_what, ask) => ask(),
    );
    expect(walked.findings).toEqual([]);
    expect(walked.acts.get('one')).toEqual({ place: 0, erased: [] });
  });
});
