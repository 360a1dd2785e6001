/**
 * Communities, their dated rosters, and what a member holds through them (ADR 5, "Communities and epochs").
 */

/** One line of a roster: a member or a nested community, and the epoch from which it reads. */
export interface RosterEntry {
  readonly community: string;
  /** Id of a member or of a community; the two never share an id. */
  readonly entry: string;
  readonly openedFrom: number;
  /** The epoch that this entry opened in each community above, at the time it was made. */
  readonly above: Readonly<Record<string, number>>;
}

/** All rosters of a cell as they stand now. */
export interface Rosters {
  readonly communities: ReadonlySet<string>;
  readonly entries: readonly RosterEntry[];
}

/** Communities in whose roster `entry` stands, directly or through nesting. */
export function communitiesAbove(rosters: Rosters, entry: string): Set<string> {
  const above = new Set<string>();
  const visit = (id: string): void => {
    for (const line of rosters.entries) {
      if (line.entry !== id || above.has(line.community)) continue;
      above.add(line.community);
      visit(line.community);
    }
  };
  visit(entry);
  return above;
}

/** Whether putting `entry` into `community` would make a community a part of itself. */
export function wouldLoop(rosters: Rosters, community: string, entry: string): boolean {
  return entry === community || communitiesAbove(rosters, community).has(entry);
}

/**
 * Community → the epoch from which it is open to the member. Through nesting it is the later of the
 * nested community's own and the epoch that the entry opened there; by several ways, the earliest.
 */
export function openings(rosters: Rosters, member: string): Map<string, number> {
  const opened = new Map<string, number>();
  const climb = (id: string, ways: readonly RosterEntry[]): void => {
    for (const line of rosters.entries) {
      if (line.entry !== id) continue;
      const from = Math.max(line.openedFrom, ...ways.map((way) => way.above[line.community] ?? 0));
      opened.set(line.community, Math.min(from, opened.get(line.community) ?? from));
      climb(line.community, [...ways, line]);
    }
  };
  climb(member, []);
  return opened;
}

/** One stretch of time during which an entry stood on a roster; microseconds since 1970. */
export interface Stay {
  readonly community: string;
  readonly entry: string;
  readonly entered: number;
  /** Infinity while it stands there. */
  readonly left: number;
}

/**
 * Since when the member has been within the community without a break, by whatever ways; `undefined` where it is not
 * within it.
 */
export function withinSince(stays: readonly Stay[], member: string, community: string): number | undefined {
  const times = timesWithin(stays, member, community).toSorted((a, b) => b.left - a.left);
  let since = Number.POSITIVE_INFINITY;
  for (const { entered, left } of times) {
    if (left < since) break;
    since = Math.min(since, entered);
  }
  return since === Number.POSITIVE_INFINITY ? undefined : since;
}

/** Each way up to the community, cut to the time in which all of it held. */
function timesWithin(
  stays: readonly Stay[],
  member: string,
  community: string,
): Pick<Stay, 'entered' | 'left'>[] {
  return stays
    .filter((stay) => stay.community === community)
    .flatMap(({ entry, entered, left }) =>
      entry === member
        ? [{ entered, left }]
        : timesWithin(stays, member, entry).map((below) => ({
            entered: Math.max(entered, below.entered),
            left: Math.min(left, below.left),
          })),
    )
    .filter(({ entered, left }) => entered < left);
}
