/** Two worlds that differ only in what some members may see at no moment, with what these members put in. */
import type { JsonObject } from '@entente/core/stix/types';
import { isStixId } from '@entente/core/stix/identifier';
import { coreHanded } from '../oracle/core-handed.ts';
import type { Act, World } from '../world/acts.ts';
import type { CandidateKind } from '../world/candidates.ts';
import type { Pick } from '../world/random.ts';
import { hiddenChange, type HiddenOptions } from '../world/hidden.ts';
import { anyPool } from '../world/objects.ts';
import { poolId, versionTime } from '../world/pool.ts';

export interface Pair {
  /** Who asks; they know everything that any of them knows. */
  members: readonly string[];
  before: World;
  after: World;
  kinds: CandidateKind[];
  /** Objects about which the worlds differ, and from when on. */
  hot: { id: string; at: number }[];
  /** Every id of the worlds. */
  ids: string[];
}

/** The members of its worlds that do not ask, in the order in which they came. */
export const othersOf = ({ members, before }: Pair): string[] =>
  before.acts.flatMap((act) => (act.kind === 'member' && !members.includes(act.id) ? [act.id] : []));

type PutAct = Extract<Act, { kind: 'put' }>;
const isPut = (act: Act): act is PutAct => act.kind === 'put';

/** Whether the members themselves do it: then it is a call, the same in both worlds. */
export const isOwn = (act: Act, members: readonly string[]): boolean =>
  (act.kind === 'put' || act.kind === 'relabel' || act.kind === 'recall') && members.includes(act.member);

export interface PairOptions {
  /** How many changes are sought; 7 where left out. */
  most?: number;
  /** Kinds of change that are sought after the first three, and how often each is tried. */
  sought?: HiddenOptions;
}

/** A pair made from a world by hidden changes one after another; `undefined` where none was found. */
export function pairOf(
  world: World,
  members: readonly string[],
  pick: Pick,
  { most = 7, sought = { attempts: 3 } }: PairOptions = {},
): Pair | undefined {
  const before = withGuesses(world, members, pick);
  const kinds: CandidateKind[] = [];
  let after = before;
  for (let found = 0; found < most; found += 1) {
    // What the members put in meets what others have put in under the same ids.
    const options: HiddenOptions = found < 3 ? { attempts: 3, kinds: ['echo'] } : sought;
    const change = hiddenChange(after, members, pick, coreHanded, options);
    // Two acts that were put in at one place would be at one time.
    if (change === undefined || !isGrowing(change.world) || !beginsAlike(before, change.world)) continue;
    after = change.world;
    kinds.push(change.kind);
  }
  if (kinds.length === 0) return undefined;
  return { members, before, after, kinds, hot: hotObjects(before, after), ids: idsIn([before, after]) };
}

const isGrowing = ({ acts }: World): boolean =>
  acts.every((act, index) => index === 0 || act.at > (acts[index - 1] as Act).at);

/** Whether nothing was changed before everybody had entered: what is not there yet can do nothing. */
function beginsAlike(before: World, after: World): boolean {
  const start = startOf(before);
  const beginning = ({ acts }: World): string =>
    JSON.stringify(acts.filter(({ at }) => at <= start + 500_000));
  return beginning(before) === beginning(after);
}

/**
 * Has members contribute guesses, once everybody has entered: what others put in, and relationships to ids that
 * they may not know; and relabel or recall what they put in.
 */
function withGuesses(world: World, members: readonly string[], pick: Pick): World {
  const acts = [...world.acts];
  const start = startOf(world);
  for (let count = 3 + pick(4); count > 0; count -= 1) {
    const places = acts.flatMap(({ at }, index) => (at >= start && isFree(acts, at) ? [index] : []));
    const index = places[pick(Math.max(1, places.length))];
    if (index === undefined) break;
    const at = (acts[index] as Act).at + 250_000;
    const guess = guessOf(acts, index, at, members, pick);
    if (guess !== undefined) acts.splice(index + 1, 0, guess);
  }
  return { acts };
}

/** When everybody has entered. */
export function startOf({ acts }: World): number {
  const first = acts.findIndex(({ kind }) => !settingUp.has(kind));
  return (acts[(first < 0 ? acts.length : Math.max(1, first)) - 1] as Act).at;
}

const settingUp = new Set(['member', 'policy', 'attribute', 'community', 'enter', 'clearance']);

/** Acts of the world are at whole seconds; a guess comes a quarter after. */
const isFree = (acts: readonly Act[], at: number): boolean =>
  at % 1_000_000 === 0 && acts.every((act) => act.at !== at + 250_000);

function guessOf(
  acts: readonly Act[],
  index: number,
  at: number,
  members: readonly string[],
  pick: Pick,
): Act | undefined {
  const member = members[pick(members.length)] as string;
  const any = [readersOf(acts, pick)];
  const mine = acts
    .slice(0, index + 1)
    .filter((act) => isPut(act) && act.member === member)
    .flatMap(idsOf);
  const one = mine[pick(Math.max(1, mine.length))];
  const kind = pick(10);
  if (one !== undefined && kind < 2) return { kind: 'recall', at, member, object: one };
  if (one !== undefined && kind < 4)
    return { kind: 'relabel', at, member, selection: [{ object: one }], label: { any } };
  const objects = guessedObjects(acts, members, pick);
  if (objects.length === 0) return undefined;
  return { kind: 'put', at, member, collection: 'own', objects, ...(pick(3) > 0 && { chosen: { any } }) };
}

const readersOf = (acts: readonly Act[], pick: Pick): string[] =>
  [
    'public',
    ...acts.flatMap((act) => (act.kind === 'member' && pick(2) === 0 ? [`member:${act.id}`] : [])),
  ].slice(0, 1 + pick(4));

function guessedObjects(acts: readonly Act[], members: readonly string[], pick: Pick): JsonObject[] {
  const others = acts.filter(isPut).filter((act) => !members.includes(act.member));
  const known = others.flatMap((act) => act.objects);
  const one = known[pick(Math.max(1, known.length))];
  if (one !== undefined && pick(2) === 0) return [one];
  const ends = [...anyPool, ...known.map(({ id }) => String(id))].filter(isEnd);
  const end = (): string => ends[pick(ends.length)] as string;
  return [
    {
      type: 'relationship',
      spec_version: '2.1',
      id: poolId('relationship', 1 + pick(4)),
      created: versionTime(0),
      modified: versionTime(pick(4)),
      relationship_type: 'related-to',
      source_ref: end(),
      target_ref: end(),
    },
  ];
}

const isEnd = (id: string): boolean =>
  isStixId(id) && !/^(relationship|sighting|marking|language|extension)/.test(id);

/** Objects that acts name which one of the worlds has and the other has not. */
function hotObjects(before: World, after: World): { id: string; at: number }[] {
  const texts = ({ acts }: World): Map<string, Act> => new Map(acts.map((act) => [JSON.stringify(act), act]));
  const [old, young] = [texts(before), texts(after)];
  const changed = [
    ...[...old].flatMap(([text, act]) => (young.has(text) ? [] : [act])),
    ...[...young].flatMap(([text, act]) => (old.has(text) ? [] : [act])),
  ];
  const all = changed.flatMap(objectTexts);
  const isOnce = (object: JsonObject, at: number): boolean =>
    all.filter((text) => text === `${at} ${JSON.stringify(object)}`).length === 1;
  const found = new Map<string, number>();
  for (const act of changed) {
    const some = isPut(act) ? act.objects.filter((object) => isOnce(object, act.at)) : [];
    // Where no object differs, the label of all of them does.
    const ids = some.length > 0 ? some.map(({ id }) => String(id)) : idsOf(act);
    for (const id of ids) found.set(id, Math.min(act.at, found.get(id) ?? Infinity));
  }
  return [...found].map(([id, at]) => ({ id, at }));
}

const objectTexts = (act: Act): string[] =>
  isPut(act) ? act.objects.map((object) => `${act.at} ${JSON.stringify(object)}`) : [];

function idsOf(act: Act): string[] {
  if (isPut(act)) return act.objects.map(({ id }) => String(id));
  if (act.kind === 'relabel') return act.selection.map(({ object }) => object);
  return act.kind === 'recall' || act.kind === 'ask' ? [act.object] : [];
}

const idsIn = (worlds: readonly World[]): string[] => [
  ...new Set([...worlds.flatMap(({ acts }) => acts.flatMap(idsOf)), ...anyPool]),
];
