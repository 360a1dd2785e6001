import { expect, it } from 'vitest';
import type { Act, World } from './acts.ts';
import { smallest, smallestPair } from './minimise.ts';

const put = (at: number, ...names: string[]): Act => ({
  kind: 'put',
  at,
  member: 'Aldane',
  collection: 'own',
  objects: names.map((name) => ({ id: name, type: 'note', content: name, lang: 'en' })),
});
const has = (world: World, name: string): boolean => JSON.stringify(world).includes(`"content":"${name}"`);

it('a failing world is cut to the acts, objects and properties that make it fail', async () => {
  const whole: World = { acts: [put(1, 'a', 'b'), put(2, 'c'), put(3, 'd', 'e')] };
  const { acts } = await smallest(whole, (world) => has(world, 'b') && has(world, 'd'));
  expect(acts.map((act) => act.kind === 'put' && act.objects)).toEqual([
    [{ id: 'b', type: 'note', content: 'b' }],
    [{ id: 'd', type: 'note', content: 'd' }],
  ]);
});

it('of two worlds what both have is cut from both, and what only one has stays', async () => {
  const before: World = { acts: [put(1, 'a'), put(3, 'c')] };
  const after: World = { acts: [put(1, 'a'), put(2, 'b'), put(3, 'c')] };
  const [small, other] = await smallestPair([before, after], (one, two) => has(one, 'c') && has(two, 'b'));
  expect(small.acts.map((act) => act.at)).toEqual([3]);
  expect(other.acts.map((act) => act.at)).toEqual([2, 3]);
});
