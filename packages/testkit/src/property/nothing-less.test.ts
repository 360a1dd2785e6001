import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldArbitrary } from '../world/generate.ts';
import { firstDifference } from './compare.ts';

const runs = Number(process.env['ENTENTE_WORLDS'] ?? 25);

/** The same worlds each time, and new ones: the seed of a failure is printed by fast-check. */
test.each([
  ['fixed', { seed: 20170525 }],
  ['fresh', {}],
])(
  'every feed is what the oracle says, form by form and date by date (%s seed)',
  async (_name, seed) => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary(), async (world) => {
        expect(await firstDifference(world)).toBeUndefined();
      }),
      { numRuns: runs, endOnFailure: process.env['ENTENTE_SHRINK'] === undefined, ...seed },
    );
  },
  600_000,
);
