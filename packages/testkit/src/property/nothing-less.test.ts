import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldArbitrary } from '../world/generate.ts';
import { firstDifference } from './compare.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 25);

/** The same worlds each time, and new ones: the seed of a failure is printed by fast-check. */
test.each([
  ['fixed seed', { seed: 20170525 }, undefined],
  ['fresh seed', { numRuns: Math.ceil(runs / 2) }, undefined],
  ['fresh seed, by slices of two', { numRuns: Math.ceil(runs / 3) }, { slice: 2, objects: 2, rows: 3 }],
])(
  'every feed is what the oracle says, form by form and date by date (%s)',
  async (_name, seed, bounds) => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary(), async (world) => {
        expect(await firstDifference(world, bounds)).toBeUndefined();
      }),
      { numRuns: runs, endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, ...seed },
    );
  },
  600_000,
);
