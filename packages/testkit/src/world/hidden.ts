/**
 * Hidden changes: from a world another that differs only in what one member may see at no moment. Whether a
 * change is hidden is decided by what was changed, never by whether the member is answered alike; so a leak in
 * the rules themselves would show.
 */
import type { JsonObject } from '@entente/core/stix/types';
import type { Handed } from '../oracle/handed.ts';
import type { World } from './acts.ts';
import type { Change } from './candidate/drawing.ts';
import { candidateKinds, candidateOf, type CandidateKind } from './candidates.ts';
import type { Pick } from './random.ts';
import { watch, type Life, type Run } from './watch.ts';

export interface HiddenChange {
  kind: CandidateKind;
  world: World;
  /** The runs of the world before and after, as the member was told them. */
  before: Run;
  after: Run;
}

export interface HiddenOptions {
  /** Only these kinds; all where left out. */
  kinds?: readonly CandidateKind[];
  /** How many candidates are tried; 12 where left out. */
  attempts?: number;
  /**
   * Whether a change may alter which contributions that the member sees are grounds of others that it sees
   * (ADR 5, "The property": grounds of what permits the member stay equal). Not where left out.
   */
  mayMoveGrounds?: boolean;
}

/**
 * A hidden change of a world for a member, or for each of several; `undefined` where no candidate was hidden.
 * The runs of the result are those of the first.
 * @param pick a whole number from 0 below the bound given, drawn anew at each call
 */
export function hiddenChange(
  world: World,
  member: string | readonly string[],
  pick: Pick,
  handed: Handed,
  options: HiddenOptions = {},
): HiddenChange | undefined {
  const { kinds = candidateKinds, attempts = 12, mayMoveGrounds = false } = options;
  const members = typeof member === 'string' ? [member] : member;
  const before = members.map((one) => watch(world, one, handed));
  const cutsOf = (key: string) => before[0]?.lives.get(key)?.alwaysCut;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kind = kinds[pick(kinds.length)] as CandidateKind;
    const change = candidateOf(kind, world, members, pick, cutsOf);
    if (!change) continue;
    const after: Run[] = [];
    const isHiddenFrom = (one: string, index: number): boolean => {
      const [old, young] = [before[index] as Run, watch(change.world, one, handed)];
      after.push(young);
      return isHidden(change, old, young, one) && (mayMoveGrounds || areGroundsEqual(old, young));
    };
    if (!members.every(isHiddenFrom)) continue;
    return { kind, world: change.world, before: before[0] as Run, after: after[0] as Run };
  }
  return undefined;
}

/** Whether everything that differs between two runs was at no moment the member's to see. */
function isHidden(change: Change, before: Run, after: Run, member: string): boolean {
  if (
    change.community !== undefined &&
    [before, after].some((run) => run.couldRead(change.community as string))
  )
    return false;
  // What others ask of the member, and answer it, is not hidden from it.
  if (!isEqual(before.asked, after.asked)) return false;
  if (change.removed !== undefined && before.lives.get(change.removed)?.wasSeen) return false;
  const keys = new Set([...before.lives.keys(), ...after.lives.keys()]);
  const seen = seenIn(before, after);
  return (
    [...keys].every((key) => {
      if (change.part && (key === change.part.before || key === change.part.after)) return true;
      const [old, young] = [before.lives.get(key), after.lives.get(key)];
      return isLifeHidden(old, young, member) && !isRevoked(old, young, seen);
    }) && isPartHidden(change, before, after)
  );
}

/** Contributor and object of everything that the member saw in either run. */
function seenIn(...runs: readonly Run[]): ReadonlySet<string> {
  const lives = runs.flatMap((run) => [...run.lives.values()].filter(({ wasSeen }) => wasSeen));
  return new Set(lives.map(({ contributor, key }) => `${contributor} ${String(bodyOf(key)['id'])}`));
}

/** A revoking version withdraws its contributor's earlier ones from whom it does not permit, too. */
function isRevoked(old: Life | undefined, young: Life | undefined, seen: ReadonlySet<string>): boolean {
  if (old && young && isEqual(old.labels, young.labels)) return false;
  const life = (old ?? young) as Life;
  const body = bodyOf(life.key);
  return body['revoked'] === true && seen.has(`${life.contributor} ${String(body['id'])}`);
}

const bodyOf = (key: string): JsonObject => JSON.parse(key.slice(key.indexOf(' ') + 1)) as JsonObject;

/** The same throughout, or seen in neither world, or different only in whom else its label permits. */
function isLifeHidden(old: Life | undefined, young: Life | undefined, member: string): boolean {
  if (old && young && isEqual(old.labels, young.labels)) return true;
  // What becomes of the member's own acts is for the rules to keep equal, not a reason to look away.
  if ((old ?? young)?.contributor === member) return true;
  if (!old?.wasSeen && !young?.wasSeen) return true;
  return old !== undefined && young !== undefined && isEqual(old.standings, young.standings);
}

/** A part of a contribution that is seen: cut whenever it was seen, in both worlds. */
function isPartHidden(change: Change, before: Run, after: Run): boolean {
  const { part } = change;
  if (!part) return true;
  const [old, young] = [before.lives.get(part.before), after.lives.get(part.after)];
  if (!old || !young || !isEqual(old.labels, young.labels)) return !old?.wasSeen && !young?.wasSeen;
  return [old, young].every(
    ({ alwaysCut }) => alwaysCut === undefined || isBeneathAny(part.selector, alwaysCut),
  );
}

const isBeneathAny = (selector: string, cuts: ReadonlySet<string>): boolean =>
  [...cuts].some((cut) => selector === cut || selector.startsWith(`${cut}.`));

function areGroundsEqual(before: Run, after: Run): boolean {
  const isSeen = (key: string): boolean =>
    before.lives.get(key)?.wasSeen === true || after.lives.get(key)?.wasSeen === true;
  return isEqual(before.grounds(isSeen), after.grounds(isSeen));
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);
