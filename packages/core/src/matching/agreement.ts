/** What two members agree on for hit/no-hit, as the hub keeps it (docs/matching.md, "Through the hub"). */

/** Whose question it is, and whose list is asked. */
export const sides = ['asker', 'owner'] as const;
export type AgreementSide = (typeof sides)[number];

export const agreementStates = ['proposed', 'in-force', 'declined', 'ended'] as const;
export type AgreementState = (typeof agreementStates)[number];

export const runStates = ['waiting', 'answered', 'refused'] as const;
export type RunState = (typeof runStates)[number];

/** Longest purpose and case reference, in characters: both are kept for good. */
export const longestWords = 200;

/** Whose proposal it is, and when what happened; times in microseconds. */
export interface AgreementTimes {
  readonly proposer: string;
  readonly inForceAt: number | null;
  readonly endedAt: number | null;
  /** The member that declined or ended it; null where one of the two left the cell. */
  readonly endedBy: string | null;
}

export function agreementState({ proposer, inForceAt, endedAt, endedBy }: AgreementTimes): AgreementState {
  if (endedAt === null) return inForceAt === null ? 'proposed' : 'in-force';
  return inForceAt === null && endedBy !== null && endedBy !== proposer ? 'declined' : 'ended';
}
