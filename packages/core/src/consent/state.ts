/** How a request for the owners' consent stands: for who asks, and for each owner by its own part alone (docs/adr/0012). */

/** What an owner has said; one that said nothing has not consented. */
export type OwnersWord = 'consent' | 'refuse' | 'withdrawn';

export const askedStates = [
  'waits',
  'open',
  'in-force',
  'ended',
  'refused',
  'withdrawn',
  'taken-back',
  'expired',
] as const;
/** For who asks. `waits`: a second person of the asker's has to agree; `ended`: the last date has passed. */
export type AskedState = (typeof askedStates)[number];

export const receivedStates = [
  'asked',
  'consented',
  'refused',
  'withdrawn',
  'taken-back',
  'expired',
] as const;
/** For an owner: what others answered does not show in it. */
export type ReceivedState = (typeof receivedStates)[number];

/** Times in microseconds since 1970. */
export interface Course {
  /** Whether the owners were asked, or a second person has yet to agree to it. */
  isOpen: boolean;
  isTakenBack: boolean;
  /** By when the owners must have answered. */
  by: number;
  /** Set when all had consented: until when, at most, others may see it. */
  inForce: { until: number | undefined } | undefined;
}

/** @param words of each owner that was asked */
export function askedState(
  course: Course,
  words: readonly (OwnersWord | undefined)[],
  now: number,
): AskedState {
  const { isOpen, isTakenBack, by, inForce } = course;
  if (isTakenBack) return 'taken-back';
  if (words.includes('refuse')) return 'refused';
  if (words.includes('withdrawn')) return 'withdrawn';
  if (inForce !== undefined) return (inForce.until ?? Infinity) <= now ? 'ended' : 'in-force';
  if (by <= now) return 'expired';
  return isOpen ? 'open' : 'waits';
}

const said = { consent: 'consented', refuse: 'refused', withdrawn: 'withdrawn' } as const;

/** @param word of the owner that it is told to */
export function receivedState(
  { isTakenBack, by }: Pick<Course, 'isTakenBack' | 'by'>,
  word: OwnersWord | undefined,
  now: number,
): ReceivedState {
  if (isTakenBack) return 'taken-back';
  if (word !== undefined) return said[word];
  return by <= now ? 'expired' : 'asked';
}
