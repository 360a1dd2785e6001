/** The outputs of a list, whatever happens over it. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { epochKey, outputsOf } from '@entente/core/matching/epoch';
import type { Group } from '@entente/core/matching/group';
import type { KeyPair } from '@entente/core/matching/oprf';
import { evaluateAll, pieceLength } from './evaluation.ts';
import { fastGroup } from './fast-group.ts';

let folder: string;
let [group, key]: [Group, KeyPair] = [{} as Group, {} as KeyPair];
const texts = Array.from({ length: 2 * pieceLength + 7 }, (_none, index) => `key|${index}`);
const path = (): string => join(folder, 'epoch-begun.txt');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-evaluation-'));
  group = await fastGroup();
  key = epochKey(group, new Uint8Array(32).fill(7), { agreement: 'n-s', number: 1 });
});
afterEach(() => rm(folder, { recursive: true }));

const hex = (outputs: readonly Uint8Array[]): string[] =>
  outputs.map((one) => Buffer.from(one).toString('hex'));

/** Evaluates; ends as a killed process would once so many are there. @returns the outputs and what was told */
async function evaluated(own = texts, until = Infinity): Promise<{ outputs: string[]; told: number[] }> {
  const told: number[] = [];
  const outputs = await evaluateAll({ key, texts: own, path: path() }, (done) => {
    told.push(done);
    if (done >= until) throw new Error('killed');
  });
  return { outputs: hex(outputs), told };
}

const killedAfter = (count: number, own = texts): Promise<void> =>
  expect(evaluated(own, count)).rejects.toThrow('killed');

it('are those of each text, in their order', async () => {
  const { outputs, told } = await evaluated();
  expect(outputs).toEqual(hex(outputsOf(group, key, texts)));
  expect(told).toEqual([0, pieceLength, 2 * pieceLength, texts.length]);
});

it('go on from where a process was killed, also in the middle of a line', async () => {
  await killedAfter(2 * pieceLength);
  await appendFile(path(), '1000 0123abc');
  const { outputs, told } = await evaluated();
  expect(told).toEqual([2 * pieceLength, texts.length]);
  expect(outputs).toEqual(hex(outputsOf(group, key, texts)));
});

it('are made again where the disk has them otherwise than they were written', async () => {
  await killedAfter(2 * pieceLength);
  const [work = '', first = '', second = ''] = (await readFile(path(), 'utf8')).split('\n');
  const spoilt = first.replace(/.{8}$/, first.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA');
  await writeFile(path(), [work, spoilt, second, ''].join('\n'));
  const { outputs, told } = await evaluated();
  expect(told[0]).toBe(pieceLength);
  expect(outputs).toEqual(hex(outputsOf(group, key, texts)));
});

it('begin anew for another list, or under another key', async () => {
  await killedAfter(pieceLength);
  const others = texts.map((text) => `${text}|other`);
  await killedAfter(pieceLength, others);
  expect((await evaluated(others)).told[0]).toBe(pieceLength);
  key = epochKey(group, new Uint8Array(32).fill(7), { agreement: 'n-s', number: 2 });
  const { outputs, told } = await evaluated(others);
  expect(told[0]).toBe(0);
  expect(outputs).toEqual(hex(outputsOf(group, key, others)));
});
