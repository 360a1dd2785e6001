import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../world/acts.ts';
import { worldArbitrary } from '../world/generate.ts';
import { memberIds } from '../world/pool.ts';
import { pickFrom } from '../world/random.ts';
import { Coverage } from './coverage.ts';
import { faults } from './fault/index.ts';
import type { Fault } from './fault/plant.ts';
import { firstLeak, inTurn, type Leak } from './interference.ts';
import { pairOf } from './pair.ts';
import { generators } from './routes/index.ts';
import { Stage } from './stage.ts';

/** Pairs of worlds within which a fault must be found. */
const most = 80;
/** Where each was found. */
const found = new Map<Fault, string>();
const worlds = fc.sample(worldArbitrary(), { numRuns: most, seed: 14 });

let stages: [Stage, Stage];
beforeAll(async () => {
  stages = [await Stage.start(), await Stage.start()];
});
afterAll(async () => {
  const lines = [...found].map(([{ name }, where]) => `${name}: ${where}`);
  console.log([`faults found: ${found.size} of ${faults.length}`, ...lines].join('\n'));
  await Promise.all(stages.map((stage) => stage.close()));
});

/** Seeks faults, planted together at different routes, until all are found. */
async function find(planted: readonly Fault[]): Promise<void> {
  const waiting = new Set(planted);
  const [first] = planted;
  const among = generators.filter(({ route }) => planted.some(({ routes }) => routes.test(route)));
  const isBare = !planted.some((fault) => fault.isOfCompanions === true || fault.isAccompanied === true);
  for (const stage of stages)
    await stage.plant((ports, server) => planted.reduce((faulty, { plant }) => plant(faulty, server), ports));
  for (let place = 0; place < most; place += 1) {
    const index = (place + (first?.from ?? 0)) % most;
    const world = worlds[index] as World;
    const pick = pickFrom(index);
    const sought = { attempts: 12, ...(first?.kinds && { kinds: first.kinds }) };
    const pair = pairOf(world, [memberIds[1 + (index % 2)] as string], pick, { sought });
    if (pair === undefined) continue;
    const passes = (leak: Leak): boolean => {
      const fault = planted.find(({ routes }) => routes.test(leak.route));
      if (fault === undefined) return false;
      if (waiting.delete(fault)) found.set(fault, `in world ${index + 1}, by ${leak.call.slice(0, 90)}`);
      return waiting.size > 0;
    };
    const plan = {
      pick,
      coverage: new Coverage(),
      next: inTurn(pick, among),
      atEnd: 36,
      readEvery: 9,
      isBare,
      passes,
    };
    await firstLeak(stages, pair, plan);
    if (waiting.size === 0) return;
  }
}

const together = faults.filter(({ isOfCompanions }) => isOfCompanions);
let sought: Promise<void> | undefined;

test.each(faults.map((fault) => [fault.name, fault] as const))(
  'a planted fault is found: %s',
  async (_name, fault) => {
    await (together.includes(fault) ? (sought ??= find(together)) : find([fault]));
    expect(found.get(fault)).toBeDefined();
  },
  600_000,
);
