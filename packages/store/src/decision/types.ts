import type { Content, Heading } from '@entente/core/decision/content';
import type { Decision, DecisionState, StepKind } from '@entente/core/decision/decision';

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

/** What is told of a decision beside its text, on boards as of the one. */
interface Told {
  /** Of the version that stands, as the asker is told it. */
  version: number;
  reservations: number;
}

/** A decision on a board, without its texts and without who is who. */
export interface ListedRow extends Told {
  id: string;
  state: DecisionState;
  heading: Heading;
  community: string | null;
  outcome: DecisionRow['outcome'];
  /** What lists are ordered by: microseconds. */
  listedAt: number;
  /** The period, in microseconds; null before there is one. */
  began: number | null;
  expiry: number | null;
  /** Members with a voice in the version that stands; those of them that have seen it; those that broke silence on it. */
  voices: number;
  seenBy: number;
  brokenBy: number;
  /** Whether the asker's member has a voice in it, and whether an account of it has opened it. */
  voice: boolean;
  opened: boolean;
}

/** A decision by itself. */
export interface ShownRow extends DecisionRow, Told {
  /** Members of which an account opened the version that stands. */
  seen: string[];
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
