import type { Content } from '@entente/core/decision/content';
import type { Decision, StepKind } from '@entente/core/decision/decision';

/** What was said with a step; expiry in microseconds. */
export interface Said {
  text?: string;
  amendment?: { en?: string; fr?: string };
  expiry?: number;
}

export interface StepRow {
  no: number;
  version: number;
  kind: StepKind;
  at: number;
  /** Null for the hub. */
  member: string | null;
  said: Said;
}

export interface DecisionRow {
  id: string;
  decision: Decision;
  content: Content;
  /** Null for the whole cell. */
  community: string | null;
  /** Members that are told besides those that the roster makes so. */
  informed: string[];
  /** Member of the secretary who drafted it. */
  host: string;
  createdAt: number;
  outcome: 'done' | 'impossible' | null;
  reason: string | null;
  issued: string | null;
}

/** A decision as boards show it. */
export interface ListedRow extends DecisionRow {
  /** What lists are ordered by: microseconds. */
  listedAt: number;
  /** Of the version that stands, as the asker is told it. */
  version: number;
  /** Members of which an account opened the version that stands. */
  seen: string[];
  reservations: number;
}

export interface ReceiptRow {
  version: number;
  digest: string;
  member: string;
  account: string;
  at: number;
}

/** Who asks: a member, and whether as the secretary of the cell, who sees all. */
export interface Asker {
  member: string;
  isSecretary: boolean;
}
