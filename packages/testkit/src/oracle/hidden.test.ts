import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { worldArbitrary } from '../world/generate.ts';
import { hiddenChange } from '../world/hidden.ts';
import { memberIds } from '../world/pool.ts';
import { pickFrom } from '../world/random.ts';
import { coreHanded } from './core-handed.ts';

it('by the rules, what a member may see at no moment changes nothing of what it is told', () => {
  const kinds = new Set<string>();
  let told = 0;
  fc.assert(
    fc.property(worldArbitrary(), fc.nat({ max: 2 }), fc.nat(), (world, number, seed) => {
      const change = hiddenChange(world, memberIds[number] as string, pickFrom(seed), coreHanded);
      fc.pre(change !== undefined);
      kinds.add(change.kind);
      if (change.before.transcript.length > 0) told += 1;
      expect(change.after.transcript).toEqual(change.before.transcript);
    }),
    // The routes try new worlds at each run; other seeds here by ENTENTE_SEED.
    {
      numRuns: Number(process.env['ENTENTE_WORLDS'] ?? 60),
      seed: Number(process.env['ENTENTE_SEED'] ?? 20_170_525),
    },
  );
  // An empty view would pass whatever the rules say.
  expect(told).toBeGreaterThan(30);
  expect(kinds.size).toBeGreaterThan(6);
}, 1_800_000);
