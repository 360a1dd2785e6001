/** The story as data: acts that a runner performs one after the other against a real cell. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Bilingual } from './language.ts';

/**
 * Parts of a label as a member states them. Audiences are `member:<id>`, `community:<id>` (without epoch) or
 * `public`; `until` and `review` are STIX timestamps.
 */
export interface StatedLabel {
  levels?: Record<string, number>;
  all?: string[];
  any?: string[][];
  owners?: string[];
  handling?: string[];
  until?: string;
  review?: string;
}

/** What each act has: seconds after the start of the story, and what happens, in words. */
interface Moment {
  sinceStart: number;
  title: Bilingual;
}

export type DemonstrationDeed =
  /** A member enters the cell. `identity` makes it the creator of objects, `user` names its account. */
  | {
      kind: 'member';
      id: string;
      name: string;
      memberKind: 'nation' | 'organisation';
      identity: string;
      user: string;
    }
  | { kind: 'community'; id: string; name: string }
  /** A member or community enters the roster of a community; this opens an epoch. */
  | { kind: 'enter'; community: string; entry: string }
  /** A policy of levels; its owner grants clearances. */
  | { kind: 'policy'; id: string; owner: string; name: string }
  | { kind: 'clearance'; policy: string; member: string; rank: number }
  | { kind: 'attribute'; id: string; owner: string; name: string }
  | { kind: 'grant'; attribute: string; member: string; held: boolean }
  /** A member puts objects in. `collection`: a community's id, whose audience is joined, or 'own'. */
  | {
      kind: 'put';
      member: string;
      collection: string;
      chosen?: StatedLabel;
      objects: JsonObject[];
    };

export type DemonstrationAct = Moment & DemonstrationDeed;
