/** Who has a voice in a text, by the roster of this moment. */
import { openings } from '@entente/core/coalition/roster';
import { memberConcerned, type Content, type Effect } from '@entente/core/decision/content';
import { isPresent, type Coalition } from '@entente/store/coalition/rights';

export interface Electorate {
  /** Full members, one voice each. */
  electors: string[];
  /** Observers, those whom it concerns without a voice, and those named besides. */
  informed: string[];
}

/**
 * The full members of the cell, or of the community; observers are told. The member that it is about has no voice in
 * it. A community in which nobody is yet is founded by those who are to enter it.
 */
export function electorateOf(
  coalition: Coalition,
  { purpose, effect }: Content,
  community: string | null,
  named: readonly string[],
): Electorate {
  const concerned = memberConcerned(effect);
  const within = [...coalition.members.keys()].filter(
    (id) => isPresent(coalition.members.get(id)) && belongs(coalition, effect, community, id),
  );
  const hasVoice = (id: string): boolean =>
    coalition.members.get(id)?.standing === 'full' && (id !== concerned || purpose === 'note');
  const besides = named.filter((id) => isPresent(coalition.members.get(id)));
  const informed = [...within.filter((id) => !hasVoice(id)), ...besides];
  const electors = within.filter(hasVoice);
  return { electors, informed: [...new Set(informed)].filter((id) => !electors.includes(id)) };
}

function belongs({ rosters }: Coalition, effect: Effect, community: string | null, member: string): boolean {
  if (community === null) return true;
  const above = openings(rosters, member);
  if (above.has(community)) return true;
  const isEmpty = !rosters.entries.some((line) => line.community === community);
  if (!isEmpty || effect.kind !== 'roster') return false;
  return effect.enter.some(({ entry }) => entry === member || above.has(entry));
}
