/** Whom a request is for: members by name, and whoever holds a community at an epoch (as in a label). */
import { openings, type Rosters } from '../coalition/roster.ts';

export type Addressee =
  | { readonly member: string; readonly community: null; readonly epoch: null }
  | { readonly member: null; readonly community: string; readonly epoch: number };

/**
 * Whether a request is for a member.
 * @param held community → the epoch from which it is open to the member
 */
export const isAddressed = (
  addressees: readonly Addressee[],
  member: string,
  held: ReadonlyMap<string, number>,
): boolean =>
  addressees.some((one) => {
    if (one.member !== null) return one.member === member;
    const opened = held.get(one.community);
    return opened !== undefined && opened <= one.epoch;
  });

/**
 * Members whose state whoever asked may know: those that it named, and of a community those whom the rosters that it
 * may read now show in it. Sorted.
 */
export function knownAddressees(rosters: Rosters, asker: string, addressees: readonly Addressee[]): string[] {
  const within = openings(rosters, asker);
  const readable: Rosters = {
    communities: rosters.communities,
    entries: rosters.entries.filter(({ community }) => within.has(community)),
  };
  const named = addressees.flatMap(({ member }) => (member === null ? [] : [member]));
  const listed = readable.entries
    .map(({ entry }) => entry)
    .filter((entry) => !rosters.communities.has(entry));
  const shown = [...new Set(listed)].filter((member) =>
    isAddressed(addressees, member, openings(readable, member)),
  );
  return [...new Set([...named, ...shown])].filter((member) => member !== asker).sort();
}
