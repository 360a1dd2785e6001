/** Who came and went on a roster, as a member is told. */
import { most, time, type Asker, type Question } from './question.ts';

/** Who came and went on a roster; the order of those who came at once is the server's own. */
export function rosterPast(asker: Asker, community: string): Question {
  const past = asker.oracle.coalition.rosterPast(asker.member, community);
  const orNull = (at: bigint | undefined): string | null => (at === undefined ? null : time(at));
  const key = (stay: object): string => JSON.stringify(stay);
  const byKey = (stays: readonly object[]): string[] => stays.map(key).sort();
  return {
    url: `/api/v1/communities/${community}/roster/past?limit=${most}`,
    read: (body) => {
      const { since, items: stays } = JSON.parse(body) as { since: string; items: object[] };
      return { since, stays: byKey(stays) };
    },
    wanted:
      past === undefined
        ? 404
        : {
            since: time(past.since),
            stays: byKey(
              past.stays.map(({ entry, entered, left }) => ({
                entry,
                kind: asker.oracle.coalition.communities.has(entry) ? 'community' : 'member',
                entered: orNull(entered),
                left: orNull(left),
              })),
            ),
          },
  };
}
