import { sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { decodeGaps, encodeGaps } from './golomb.ts';
import { contains, digestOf, openSet, writeSet, type OutputSet, type Random } from './output-set.ts';
import { sizeClass } from './size-class.ts';

const output = (name: string): Uint8Array => sha512(utf8ToBytes(name));
const outputs = (from: number, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_none, index) => output(`person ${from + index}`));

function randomOf(seed: string): Random {
  let turn = 0;
  return (length) => output(`${seed} ${(turn += 1)}`).subarray(0, length);
}

const written = (count: number, bits = 20): Uint8Array => writeSet(outputs(0, count), bits, randomOf('pad'));
const opened = (bytes: Uint8Array): OutputSet => openSet(bytes, digestOf(bytes)) as OutputSet;

describe('the set of an epoch', () => {
  it('has all that was put in, and of other outputs one in two to the power of its bits', () => {
    const set = opened(written(5000, 10));
    expect(outputs(0, 5000).every((one) => contains(set, one))).toBe(true);
    const chance = outputs(1e6, 100_000).filter((one) => contains(set, one)).length / 100_000;
    expect(chance).toBeGreaterThan(0.5 / 1024);
    expect(chance).toBeLessThan(1.5 / 1024);
    const finer = opened(written(5000));
    expect(outputs(1e6, 10_000).some((one) => contains(finer, one))).toBe(false);
  });

  it('is as long for any count of its class, and takes under 22.5 bits each', () => {
    expect(sizeClass(4900)).toBe(sizeClass(5000));
    expect([1, 64, 65, 1000, 1024, 1025, 100_000].map(sizeClass)).toEqual([
      64, 64, 72, 1024, 1024, 1152, 106_496,
    ]);
    for (const count of [4700, 5000]) {
      const bytes = written(count);
      expect(opened(bytes).values).toHaveLength(5120);
      expect((bytes.length * 8) / 5120).toBeLessThan(22.5);
    }
  });

  it('is refused when it was cut short, altered or exchanged', () => {
    const bytes = written(200);
    const digest = digestOf(bytes);
    expect(openSet(bytes, digest)).toBeDefined();
    expect(openSet(bytes.subarray(0, -1), digest)).toBeUndefined();
    expect(openSet(written(201), digest)).toBeUndefined();
    expect(
      openSet(
        Uint8Array.from(bytes, (byte, index) => byte ^ (index === 90 ? 1 : 0)),
        digest,
      ),
    ).toBeUndefined();
  });

  it('is no set where its bytes are not just what would be written, whatever the digest', () => {
    const bytes = written(200);
    const head = (place: number, byte: number): Uint8Array =>
      Uint8Array.from(bytes, (old, index) => (index === place ? byte : old));
    const wrong = [
      new Uint8Array(),
      bytes.subarray(0, -1),
      Uint8Array.of(...bytes, 0),
      head(0, 0),
      head(4, 0),
      head(4, 255),
      head(5, 255),
      head(8, 199),
    ];
    for (const one of wrong) expect(openSet(one, digestOf(one))).toBeUndefined();
  });

  it('writes gaps of every size, none among them', () => {
    for (const sorted of [[], [0], [0, 0, 1], [5, 1e6, 1e6, 2 ** 40], [2 ** 34]]) {
      const read = decodeGaps(encodeGaps(sorted, 30), sorted.length, 30);
      expect([...(read as Float64Array)]).toEqual(sorted);
    }
  });
});
