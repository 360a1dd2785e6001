/**
 * Makes a failing world small. fast-check shrinks what a world was drawn from; this cuts the acts themselves,
 * and so also works where a second world was made from the first.
 */
import type { JsonObject } from '@entente/core/stix/types';
import type { Act, World } from './acts.ts';

/** The smallest world found that still fails, cutting acts, then objects, then their optional properties. */
export async function smallest(
  world: World,
  fails: (world: World) => Promise<boolean> | boolean,
): Promise<World> {
  let acts = world.acts;
  for (let before = Infinity; JSON.stringify(acts).length < before;) {
    before = JSON.stringify(acts).length;
    for (const shorter of [withoutAct, withoutObject, withoutProperty])
      for (let place = 0; place < 2000; place += 1) {
        const candidate = shorter(acts, place);
        if (candidate === undefined) break;
        if (candidate === acts || !(await fails({ acts: candidate }))) continue;
        acts = candidate;
        place -= 1;
      }
  }
  return { acts };
}

/** The smallest pair of worlds that still fails: what both have is cut from both. */
export async function smallestPair(
  pair: readonly [World, World],
  fails: (before: World, after: World) => Promise<boolean> | boolean,
): Promise<[World, World]> {
  const [before, after] = pair;
  const texts = new Set(before.acts.map((act) => JSON.stringify(act)));
  const other = new Set(after.acts.map((act) => JSON.stringify(act)));
  const isShared = (act: Act): boolean => texts.has(JSON.stringify(act)) && other.has(JSON.stringify(act));
  const split = (shared: World): [World, World] => [
    merge(shared, before, isShared),
    merge(shared, after, isShared),
  ];
  const shared = await smallest({ acts: before.acts.filter(isShared) }, (candidate) =>
    fails(...split(candidate)),
  );
  return split(shared);
}

const merge = (shared: World, whole: World, isShared: (act: Act) => boolean): World => ({
  acts: [...shared.acts, ...whole.acts.filter((act) => !isShared(act))].sort((a, b) => a.at - b.at),
});

type Shorter = (acts: readonly Act[], place: number) => Act[] | undefined;

/** From the last act to the first. `undefined` beyond the last place. */
const withoutAct: Shorter = (acts, place) =>
  place >= acts.length ? undefined : acts.filter((_, index) => index !== acts.length - 1 - place);

const withoutObject: Shorter = (acts, place) =>
  change(acts, place, (act) =>
    act.objects
      .map((_, index) => act.objects.filter((_, number) => number !== index))
      .filter((one) => one.length > 0),
  );

const needed = new Set(['id', 'type', 'spec_version']);

const withoutProperty: Shorter = (acts, place) =>
  change(acts, place, (act) =>
    act.objects.flatMap((object, index) =>
      Object.keys(object)
        .filter((name) => !needed.has(name))
        .map((name) => act.objects.map((one, number) => (number === index ? without(one, name) : one))),
    ),
  );

const without = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

/** The acts with the `place`-th of all variants of the puts among them. */
function change(
  acts: readonly Act[],
  place: number,
  variants: (act: Extract<Act, { kind: 'put' }>) => JsonObject[][],
): Act[] | undefined {
  let rest = place;
  for (const [index, act] of acts.entries()) {
    if (act.kind !== 'put') continue;
    const list = variants(act);
    const objects = list[rest];
    if (objects) return acts.map((old, number) => (number === index ? { ...act, objects } : old));
    rest -= list.length;
  }
  return undefined;
}
