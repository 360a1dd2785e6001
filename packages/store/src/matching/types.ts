import type { AgreementSide, AgreementTimes, RunState } from '@entente/core/matching/agreement';

/** An agreement on hit/no-hit; times in microseconds. */
export interface AgreementRow extends AgreementTimes {
  id: string;
  asker: string;
  owner: string;
  purposes: string[];
  keysADay: number;
  smallestBatch: number;
  learnsFirst: AgreementSide;
  askerKey: string | null;
  ownerKey: string | null;
  proposedAt: number;
  /** Whether one of the two is suspended. */
  rests: boolean;
  /** Keys that were sent on the day that was asked for and not refused. */
  keysOfDay: number;
  waiting: number;
}

/** The latest epoch of an agreement. */
export interface EpochRow {
  number: number;
  announcement: string;
  bytes: number;
  /** Which pieces are its set. */
  upload: string;
  at: number;
}

/** What is kept of a run for good. */
export interface RunRow {
  run: string;
  state: RunState;
  purpose: string;
  caseReference: string;
  /** Base 64. */
  commitment: string;
  keys: number;
  sentAt: number;
  repliedAt: number | null;
  reason: string | null;
  /** Digests of the messages, and these as long as they are carried. */
  digest: string;
  message: string | null;
  replyDigest: string | null;
  reply: string | null;
}

export type RunHead = Omit<RunRow, 'message' | 'reply'>;
