/** What is asked of a text before it is tabled: that it can take effect, and tells nobody of what is not theirs. */
import { openings } from '@entente/core/coalition/roster';
import { communitiesIn, type Content, type Effect } from '@entente/core/decision/content';
import { Failure } from '@entente/core/failure';
import { isStixId, typeOfId } from '@entente/core/stix/identifier';
import type { Change } from '@entente/store/change/change';
import type { Coalition } from '@entente/store/coalition/rights';
import type { DecisionRow } from '@entente/store/decision/types';
import type { Electorate } from './electorate.ts';
import { releasable } from './release.ts';

/** Effects that may be put to a community alone; all others are for the whole cell. */
const forCommunities = new Set<Effect['kind']>(['roster', 'handling', 'mandate', 'communique']);

/**
 * What hangs on rosters is asked last.
 * @throws Failure `invalid` or `conflict` naming what stands against it
 */
export async function requireSound(
  change: Change,
  { purpose, effect }: Content,
  { community, informed, host }: Pick<DecisionRow, 'community' | 'informed' | 'host'>,
  electorate: Electorate,
): Promise<void> {
  const { coalition } = change;
  if (community !== null && !forCommunities.has(effect.kind)) {
    throw new Failure('invalid', 'community: this is for the whole cell to decide.');
  }
  if (purpose === 'note' && !['handling', 'mandate', 'communique'].includes(effect.kind)) {
    throw new Failure('invalid', 'effect: a text for note has none.');
  }
  requireThere(coalition, effect, host);
  if (community !== null) requireInformedEnter(effect, community, informed);
  requireWithin(coalition, effect, community, [...electorate.electors, ...electorate.informed]);
  requirePast(coalition, effect);
  if (effect.kind === 'release') {
    for (const product of effect.products) {
      const found = await releasable(change, product, host, undefined);
      if ('obstacle' in found) throw new Failure('conflict', `${product.object}: ${found.obstacle}`);
    }
  }
}

const putItTo = (community: string): Failure =>
  new Failure(
    'invalid',
    `community: put it to community ${community}, as others would be told that it exists; inform nobody outside it.`,
  );

/**
 * Whoever is within is told in any case. To name another besides is refused whoever that is: what is answered would tell
 * whether it is within.
 */
function requireInformedEnter(effect: Effect, community: string, informed: readonly string[]): void {
  const entering = effect.kind === 'roster' && effect.community === community ? effect.enter : [];
  const isEntering = (member: string): boolean => entering.some(({ entry }) => entry === member);
  if (!informed.every(isEntering)) throw putItTo(community);
}

/** Whoever is told of a text has to be within the communities that it names and is put to, or would be told of them. */
function requireWithin(
  { rosters }: Coalition,
  effect: Effect,
  community: string | null,
  told: readonly string[],
): void {
  const named = new Set([...communitiesIn(effect), ...(community === null ? [] : [community])]);
  const unknown = [...named].find((id) => !rosters.communities.has(id));
  if (unknown !== undefined) throw new Failure('invalid', `${unknown}: there is no such community.`);
  for (const id of named) {
    const outside = told.find(
      (member) => !openings(rosters, member).has(id) && !isEntering(rosters, effect, id, member),
    );
    if (outside !== undefined) throw putItTo(id);
  }
}

/** Whoever is to enter a community is told of it; where that founds it, also whoever is within what is to enter. */
function isEntering(rosters: Coalition['rosters'], effect: Effect, id: string, member: string): boolean {
  if (effect.kind !== 'roster' || effect.community !== id) return false;
  if (effect.enter.some(({ entry }) => entry === member)) return true;
  const isFounding = !rosters.entries.some(({ community }) => community === id);
  const above = openings(rosters, member);
  return isFounding && effect.enter.some(({ entry }) => above.has(entry));
}

function requireThere({ members, rosters }: Coalition, effect: Effect, host: string): void {
  const isMember = (id: string): boolean => members.get(id)?.departed === false;
  switch (effect.kind) {
    case 'admission': {
      if (!isStixId(effect.identity) || typeOfId(effect.identity) !== 'identity') {
        throw new Failure('invalid', 'identity: must be the id of a STIX identity.');
      }
      return;
    }
    case 'departure':
    case 'suspension':
    case 'reinstatement':
      if (!isMember(effect.member)) throw new Failure('invalid', 'member: there is no such member.');
      if (effect.member === host) throw new Failure('invalid', 'member: the host of the cell stays.');
      return;
    case 'supervision':
    case 'end-of-supervision':
      if (!isMember(effect.member)) throw new Failure('invalid', 'member: there is no such member.');
      if (members.get(effect.member)?.standing !== 'observer') {
        throw new Failure('invalid', 'member: an observer supervises, who shares in nothing else.');
      }
      return;
    case 'roster': {
      const unknown = effect.enter.find(({ entry }) => !isMember(entry) && !rosters.communities.has(entry));
      if (unknown !== undefined) throw new Failure('invalid', 'enter: there is no such member or community.');
      if (effect.enter.length + effect.leave.length === 0) {
        throw new Failure('invalid', 'enter: name whoever enters or leaves.');
      }
      if (effect.enter.some(({ entry }) => entry === effect.community)) {
        throw new Failure('invalid', 'enter: a community cannot be a part of itself.');
      }
      return;
    }
    default:
  }
}

function requirePast({ rosters }: Coalition, effect: Effect): void {
  if (effect.kind !== 'roster' || effect.enter.every(({ from }) => from === 'now')) return;
  if (rosters.entries.some(({ community }) => community === effect.community)) return;
  throw new Failure(
    'invalid',
    'enter: nobody is in this community who could open its past: whoever enters reads from now on.',
  );
}
