/**
 * Hit/no-hit: a run of some persons against a set, beside the bare operations of the group that it needs, in turns, in
 * one thread. The set is there before; what making it costs is told by itself, as many threads as there are processors,
 * and as many with the bare operations alone.
 */
import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { keyOf, signerOf } from '@entente/core/ledger/note';
import { answerRun } from '@entente/core/matching/answer';
import { epochKey, openEpoch, publish, type Epoch, type Published } from '@entente/core/matching/epoch';
import type { Group } from '@entente/core/matching/group';
import { isCandidate, keysOf, type ListedPerson, type MatchingKey } from '@entente/core/matching/keys';
import type { KeyPair } from '@entente/core/matching/oprf';
import { beginRun, endRun } from '@entente/core/matching/run';
import { evaluateAll } from '@entente/cli/gateway/evaluation';
import { fastGroup } from '@entente/cli/gateway/fast-group';
import { bareEvaluation, mapped } from './bare-evaluation.ts';
import { median, type Figure } from './figures.ts';
import { randomOf } from './random.ts';
import { makeFolder } from './stand.ts';

const turns = 3;
/** Persons of a turn: the threads of the product begin anew in each, as they would once for all. */
const turn = 25_000;
const threads = availableParallelism();
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const owner = { signer: signerOf('owner', random(32)), random };
const asker = { signer: signerOf('asker', random(32)), random };
const name = { agreement: 'bench', number: 1 };
const syllables = 'ka ri mo sa lu ben da fo te na ro hi wal der mi gus pe to la vin'.split(' ');

/** Invented persons, of whom the first of either list are the same. */
function persons(count: number, seed: number, shared: number): ListedPerson[] {
  const [common, own] = [randomOf(1), randomOf(seed)];
  return Array.from({ length: count }, (_none, index) => person(index < shared ? common : own));
}

function person(chance: () => number): ListedPerson {
  const below = (most: number): number => Math.floor(chance() * most);
  const word = (): string => Array.from({ length: 3 }, () => syllables[below(syllables.length)]).join('');
  const two = (value: number): string => String(value).padStart(2, '0');
  const birth = `${1940 + below(65)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  return { names: [`${word()} ${word()}`], births: [birth], documents: [] };
}

interface Making {
  published: Published;
  keys: number;
  floor: number;
  product: number;
}

/** Makes the set, some persons at a time, in turns with as many bare operations. */
async function makeSet(
  group: Group,
  key: KeyPair,
  list: readonly ListedPerson[],
  tell: (line: string) => void,
): Promise<Making> {
  const folder = await makeFolder();
  const seen = new Set<string>();
  let outputs: Uint8Array[] = [];
  let [floor, product] = [0, 0];
  for (let from = 0; from < list.length; from += turn) {
    tell(`… ${from} of ${list.length} persons`);
    const began = performance.now();
    const all = list.slice(from, from + turn).flatMap((one) => keysOf(one, 'held').map(({ text }) => text));
    const texts = [...new Set(all)].filter((text) => !seen.has(text));
    for (const text of texts) seen.add(text);
    const path = join(folder, String(from));
    outputs = outputs.concat(await evaluateAll({ key, texts, path }, () => undefined));
    product += performance.now() - began;
    floor += await bareEvaluation(texts.length, threads);
  }
  await rm(folder, { recursive: true });
  const began = performance.now();
  const published = publish(group, name, key, outputs, { bits: 20, ...owner });
  return { published, keys: seen.size, floor, product: product + performance.now() - began };
}

interface Scene {
  group: Group;
  key: KeyPair;
  published: Published;
  epoch: Epoch;
  keys: MatchingKey[][];
  asked: number;
}

/** @param tell called with a line now and then */
export async function measureMatching(
  asked: number,
  held: number,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const group = await fastGroup();
  const key = epochKey(group, random(32), name);
  const shared = Math.ceil(asked / 20);
  const making = await makeSet(group, key, persons(held, 2, shared), tell);
  const { published } = making;
  const epoch = openEpoch(group, name.agreement, published, keyOf(owner.signer)) as Epoch;
  const keys = persons(asked, 3, shared).map((one) => keysOf(one, 'asked'));
  return [
    {
      what: `set of ${held} persons, ${threads} threads`,
      floor: making.floor,
      product: making.product,
      target: 1.3,
      note: `${making.keys} keys, ${(published.set.length / 1e6).toFixed(2)} MB`,
    },
    ...runs({ group, key, published, epoch, keys, asked: shared }),
  ];
}

function runs({ group, key, published, epoch, keys, asked: shared }: Scene): Figure[] {
  const times = { product: [] as number[], whole: [] as number[], plain: [] as number[] };
  let [sent, elements, candidates] = [0, 0, 0];
  const terms = { purposes: ['bench'], keysADay: 1e9, smallestBatch: 1 };
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    const texts = keys.flatMap((own) => own.map(({ text }) => text));
    const run = beginRun(group, epoch, texts, { purpose: 'bench', caseReference: '1' }, asker);
    const agreed = { asker: keyOf(asker.signer), terms, earlier: [], day: '2026-01-01' };
    const own = { announcement: published.announcement, key };
    const note = answerRun(group, own, run.note, agreed, owner)?.note ?? '';
    const outcome = endRun(group, epoch, run, note, keyOf(owner.signer));
    const found = 'found' in outcome ? outcome.found : new Set<string>();
    candidates = keys.filter((all) =>
      isCandidate(
        all.filter(({ text }) => found.has(text)),
        epoch.set.values.length,
      ),
    ).length;
    times.product.push(performance.now() - began);
    [sent, elements] = [run.note.length + note.length, run.asked.length];
    times.whole.push(bareRun(elements, true));
    times.plain.push(bareRun(elements, false));
  }
  const product = median(times.product);
  const what = `run of ${keys.length} persons`;
  const note = `${elements} elements, ${candidates} candidates, ${shared} on both lists`;
  return [
    { what: `${what}, with the proofs`, floor: median(times.whole), product, target: 1.5, note },
    { what: `${what}, beside blind, evaluate, finalize alone`, floor: median(times.plain), product },
    { what: `${what}, on the wire`, product: sent / 1e6, unit: 'MB', target: 5 },
  ];
}

/**
 * For each element: mapped, blinded, evaluated, unblinded; with the proofs, a multiplication and an addition for the
 * owner, two and two for the asker, and the weight of each for both.
 */
function bareRun(count: number, isProved: boolean): number {
  const scalar = sodium.crypto_core_ristretto255_scalar_random();
  const began = performance.now();
  for (let turn = 0; turn < count; turn += 1) {
    const element = mapped(turn);
    for (let step = 0; step < 3; step += 1) sodium.crypto_scalarmult_ristretto255(scalar, element);
    for (let step = 0; isProved && step < 3; step += 1) {
      const weighed = sodium.crypto_scalarmult_ristretto255(scalar, element);
      sodium.crypto_core_ristretto255_add(weighed, element);
    }
    for (let step = 0; isProved && step < 2; step += 1) {
      const first = createHash('sha512').update(Buffer.alloc(128)).update(element).digest();
      sodium.crypto_core_ristretto255_scalar_reduce(createHash('sha512').update(first).digest());
    }
  }
  return performance.now() - began;
}
