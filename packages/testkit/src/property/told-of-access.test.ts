import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberIds } from '../world/pool.ts';
import { pickFrom } from '../world/random.ts';
import { worldArbitrary } from '../world/generate.ts';
import { Coverage } from './coverage.ts';
import { firstLeak, inTurn, tell } from './interference.ts';
import { pairOf } from './pair.ts';
import { recallRoutes } from './routes/recalls.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { situationRoutes } from './routes/situation.ts';
import { Stage } from './stage.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 5);
const among = [...recallRoutes, ...reviewRoutes, ...situationRoutes].filter(({ route }) =>
  /recalls|openings|given|subject-requests|reviews/.test(route),
);
const coverage = new Coverage();

let stages: [Stage, Stage];
beforeAll(async () => {
  stages = [await Stage.start(), await Stage.start()];
});
afterAll(async () => {
  console.log(coverage.print());
  await Promise.all(stages.map((stage) => stage.close()));
});

const choices = fc.record({
  world: worldArbitrary({ members: { min: 3, max: 4 } }),
  asker: fc.constantFrom(0, 1, 2),
  seed: fc.nat(),
});

/** The same as nothing more, by these routes alone, so that each is asked often. */
test('what a contributor is told of others’ access tells nothing that is hidden from it', async () => {
  const seed = Number(process.env['ENTENTE_SEED'] ?? 20170525);
  const next = inTurn(pickFrom(seed), among);
  await fc.assert(
    fc.asyncProperty(choices, async ({ world, asker, seed: one }) => {
      const pick = pickFrom(one);
      const pair = pairOf(world, [memberIds[asker] as string], pick);
      if (pair === undefined) return;
      const leak = await firstLeak(stages, pair, { pick, coverage, next, atEnd: 36, readEvery: 9 });
      expect(leak && tell(leak)).toBeUndefined();
    }),
    { numRuns: runs, endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, seed },
  );
  expect(coverage.lacking().filter((route) => among.some((one) => one.route === route))).toEqual([]);
}, 600_000);
