/**
 * What has no version of its own, put in again and again: whether a put makes another version hangs on what its
 * contributor put in before, and must not on what a reader may not see of that.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '@entente/core/stix/canonical';
import type { JsonObject } from '@entente/core/stix/types';
import { firstDifference } from '../property/compare.ts';
import type { Act, World } from '../world/acts.ts';
import { addressObject } from '../world/objects.ts';
import { firstInstant, identityOf, memberIds, memberNames, versionTime } from '../world/pool.ts';
import { keyOf, watch, type Run } from '../world/watch.ts';
import { coreHanded } from './core-handed.ts';

const [alba, borea, corda] = memberIds as [string, string, string];
const target = 'malware--d0000000-0000-4000-8000-000000000001';

/** To the reader, to another alone, and to both. */
const audiences = [[borea], [corda], [borea, corda]].map((members) => ({
  any: [members.map((id) => `member:${id}`)],
}));

const content = fc.nat({ max: 2 });
const audience = fc.nat({ max: 2 });
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), content, audience }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('claim' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('relabel' as const), audience }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('recall' as const) }) },
  ),
  { minLength: 3, maxLength: 9 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** An address that names what the reader sees of another, if of any. */
const addressOf = (number: number): JsonObject => ({
  ...addressObject(0),
  x_about_refs: [target],
  x_number: number,
});

const claimed: JsonObject = {
  type: 'malware',
  spec_version: '2.1',
  id: target,
  created: versionTime(0),
  modified: versionTime(0),
  name: 'quiet harbour',
  is_family: false,
};

function actOf(step: Step, at: number): Act {
  const object = String(addressObject(0)['id']);
  switch (step.kind) {
    case 'put': {
      const chosen = audiences[step.audience] as (typeof audiences)[0];
      return { kind: 'put', at, member: alba, collection: 'own', chosen, objects: [addressOf(step.content)] };
    }
    case 'claim': {
      const chosen = { any: [[`member:${alba}`, `member:${borea}`]] };
      return { kind: 'put', at, member: corda, collection: 'own', chosen, objects: [claimed] };
    }
    case 'relabel': {
      const label = audiences[step.audience] as (typeof audiences)[0];
      return { kind: 'relabel', at, member: alba, selection: [{ object }], label };
    }
    case 'recall':
      return { kind: 'recall', at, member: alba, object };
  }
}

const worlds: fc.Arbitrary<World> = steps.map((all) => {
  const members = [alba, borea, corda].map((id, place): Act => ({
    kind: 'member',
    at: firstInstant + place * 1_000_000,
    id,
    name: memberNames[place] as string,
    identity: identityOf(place),
  }));
  const acts = all.map((step, place) => actOf(step, firstInstant + (3 + place) * 1_000_000));
  return { acts: [...members, ...acts] };
});

/**
 * The worlds without one of the puts whose label permitted the reader at no moment. Those that repeat what was put
 * in before stay: they may add grounds to what the reader sees.
 */
function hiddenRemovals(world: World, lives: Run['lives']): World[] {
  const bodies = world.acts.map((act) =>
    act.kind === 'put' && act.member === alba ? canonical(act.objects[0] as JsonObject) : undefined,
  );
  return world.acts.flatMap((hidden, index) => {
    const body = bodies[index];
    if (body === undefined || bodies.indexOf(body) < index) return [];
    const life = lives.get(keyOf(hidden, body));
    const isHidden = life?.standings.every((standing) => /(withheld|gone)\s*$/.test(standing)) === true;
    return isHidden ? [{ acts: world.acts.filter((act) => act !== hidden) }] : [];
  });
}

test('what a reader may not see of an observable changes nothing of what it is told, by the rules', () => {
  let compared = 0;
  fc.assert(
    fc.property(worlds, (world) => {
      const whole = watch(world, borea, coreHanded);
      for (const other of hiddenRemovals(world, whole.lives)) {
        if (whole.transcript.length > 0) compared += 1;
        expect(watch(other, borea, coreHanded).transcript).toEqual(whole.transcript);
      }
    }),
    { numRuns: 200, seed: Number(process.env['ENTENTE_SEED'] ?? 20_170_525) },
  );
  expect(compared).toBeGreaterThan(100);
}, 120_000);

test('an observable that is put in again and again has the versions that the oracle says', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      expect(await firstDifference(world)).toBeUndefined();
    }),
    { numRuns: Number(process.env['ENTENTE_WORLDS'] ?? 8) },
  );
}, 600_000);
