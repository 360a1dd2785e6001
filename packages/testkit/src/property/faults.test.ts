import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { worldArbitrary } from '../world/generate.ts';
import { memberIds } from '../world/pool.ts';
import { pickFrom } from '../world/random.ts';
import { Coverage } from './coverage.ts';
import { faults } from './fault/index.ts';
import type { Fault } from './fault/plant.ts';
import { firstLeak, inTurn } from './interference.ts';
import { pairOf } from './pair.ts';
import { generators } from './routes/index.ts';
import { Stage } from './stage.ts';

/** Pairs of worlds within which a fault must be found. */
const most = 80;
const found: string[] = [];
afterAll(() => console.log(`faults found: ${found.length} of ${faults.length}\n${found.join('\n')}`));

async function findIn({ name, plant, routes, kinds }: Fault): Promise<number | undefined> {
  const worlds = fc.sample(worldArbitrary(), { numRuns: most, seed: 14 });
  const among = generators.filter(({ route }) => routes.test(route));
  const stages: [Stage, Stage] = [await Stage.start(plant), await Stage.start(plant)];
  try {
    for (const [index, world] of worlds.entries()) {
      const pick = pickFrom(index);
      const sought = { attempts: 12, ...(kinds && { kinds }) };
      const pair = pairOf(world, [memberIds[1 + (index % 2)] as string], pick, { sought });
      if (pair === undefined) continue;
      const plan = { pick, coverage: new Coverage(), next: inTurn(pick, among) };
      const leak = await firstLeak(stages, pair, plan);
      if (leak === undefined) continue;
      found.push(`${name}: in world ${index + 1}, by ${leak.call.slice(0, 90)}`);
      return index + 1;
    }
    return undefined;
  } finally {
    await Promise.all(stages.map((stage) => stage.close()));
  }
}

test.each(faults.map((fault) => [fault.name, fault] as const))(
  'a planted fault is found: %s',
  async (_name, fault) => {
    expect(await findIn(fault)).toBeDefined();
  },
  600_000,
);
