/**
 * A world is a list of acts. The same list is played against the real server and against the oracle.
 * Ids of members and communities are UUIDs; `at` is the hub's clock in microseconds since 1970 at the act,
 * strictly growing from act to act.
 */
import type { JsonObject } from '@entente/core/stix/types';

/**
 * Parts of a label as a member states them: audiences are `member:<id>`, `community:<id>` (without epoch)
 * or `public`. `until` and `review` are STIX timestamps.
 */
export interface StatedParts {
  levels?: Record<string, number>;
  all?: string[];
  any?: string[][];
  owners?: string[];
  handling?: string[];
  until?: string;
  review?: string;
}

export type Act =
  /** A member enters the cell. `identity` is the STIX identity id that decides who is creator. */
  | { kind: 'member'; at: number; id: string; name: string; identity: string }
  /** A member leaves the cell: it loses everything at once, and so do the communities it was in. */
  | { kind: 'departure'; at: number; id: string }
  /** A member has no rights until it is reinstated: its view is empty, and nothing of it is lost. */
  | { kind: 'suspension'; at: number; id: string }
  | { kind: 'reinstatement'; at: number; id: string }
  | { kind: 'community'; at: number; id: string; name: string }
  /**
   * A change of roster. Opens an epoch (counted from 1) in the community and in every one above it.
   * `openedFrom`: the epoch that the decision names; by default the epoch that the change opens.
   */
  | { kind: 'enter'; at: number; community: string; entry: string; openedFrom?: number }
  | { kind: 'leave'; at: number; community: string; entry: string }
  /** A policy of levels, and a clearance granted in it by its owner. */
  | { kind: 'policy'; at: number; id: string; owner: string }
  | { kind: 'clearance'; at: number; policy: string; member: string; rank: number }
  | { kind: 'attribute'; at: number; id: string; owner: string }
  | { kind: 'grant'; at: number; attribute: string; member: string; held: boolean }
  /**
   * A member puts objects in, in this order. `collection`: the id of the community's collection, or
   * 'own'. `chosen`: label parts for the whole act. Each object may state its own label and portions in
   * its label extension, and markings. Objects that are refused are left out, the others are kept.
   */
  | {
      kind: 'put';
      at: number;
      member: string;
      collection: string;
      chosen?: StatedParts;
      objects: JsonObject[];
    }
  /** A member gives its own contributions of these versions another label (replacing the whole label). */
  | {
      kind: 'relabel';
      at: number;
      member: string;
      /** `version` is the `modified` (or `created`) timestamp; left out for every version. */
      selection: { object: string; version?: string }[];
      label: StatedParts;
    }
  /** A member takes its own contributions of an object out: every version, or one. */
  | { kind: 'recall'; at: number; member: string; object: string; version?: string }
  /** A member asks the owners of what it holds back of an object to consent to a label, by a date. */
  | {
      kind: 'ask';
      at: number;
      member: string;
      object: string;
      version?: string;
      label: StatedParts;
      by: string;
    }
  /** An owner answers what was asked at `of`: it refuses, or consents under conditions or without. */
  | {
      kind: 'answer';
      at: number;
      member: string;
      of: number;
      word: 'consent' | 'refuse';
      any?: string[][];
      until?: string;
      parts?: string[];
    }
  /** An owner withdraws its consent to what was asked at `of`, or who asked takes it back. */
  | { kind: 'withdraw'; at: number; member: string; of: number };

export type ConsentAct = Extract<Act, { kind: 'ask' | 'answer' | 'withdraw' }>;
export const isConsentAct = (act: Act): act is ConsentAct =>
  act.kind === 'ask' || act.kind === 'answer' || act.kind === 'withdraw';

export interface World {
  acts: Act[];
}
