/**
 * Hit/no-hit through the hub (docs/matching.md). For accounts that see all that their member sees; whatever is asked of
 * an agreement of others is answered like one that does not exist.
 */
import type { Cell } from '../cell.ts';
import { agreementActs, type AgreementActs } from './agreements.ts';
import { epochActs, type EpochActs } from './epochs.ts';
import { runActs, type RunActs } from './runs.ts';

export interface MatchingActs {
  /** Proposed, accepted and ended by administrators. */
  readonly agreements: AgreementActs;
  /** Published by gateways, and those who work with them. */
  readonly epochs: EpochActs;
  /** Sent and answered by the same. */
  readonly runs: RunActs;
}

export const matchingActs = (cell: Cell): MatchingActs => ({
  agreements: agreementActs(cell),
  epochs: epochActs(cell),
  runs: runActs(cell),
});
