/** The states of a decision, and the acts that lead from one to another (design: silence). */
import type { Purpose } from './content.ts';

/**
 * Where a decision rests. What is passed through within one act (broken, revised, extended) stands in the steps, not
 * here.
 */
export const decisionStates = [
  'draft',
  /** Put for note: without effect, until its date. */
  'tabled',
  'under-silence',
  'consultation',
  'adopted',
  'noted',
  'issued',
  'withdrawn',
  'referred',
  'lapsed',
] as const;
export type DecisionState = (typeof decisionStates)[number];

/** One silence. A change of text, of expiry or of electorate begins another. */
export interface Period {
  readonly from: number;
  /** The first microsecond at which it is too late. */
  readonly expiry: number;
  /** Number of the last time out of reach that is accounted for. */
  readonly outage: number;
}

export const reminders = ['half', 'day', 'hour'] as const;
export type Reminder = (typeof reminders)[number];

export interface Decision {
  readonly state: DecisionState;
  readonly purpose: Purpose;
  /** 0 for a draft. */
  readonly version: number;
  readonly digest: string;
  /** Members with one voice each, as they were when this version was tabled. */
  readonly electors: readonly string[];
  /** Members that are told, without a voice. */
  readonly informed: readonly string[];
  readonly period: Period | undefined;
  /** Of this period. */
  readonly reminded: readonly Reminder[];
  /** Members that broke silence on this version, the first of them first. */
  readonly objectors: readonly string[];
  /** Members that said of this version that they took note. */
  readonly notedBy: readonly string[];
  /** Time of the last step: none is earlier. */
  readonly lastAt: number;
}

/** The text, those it is put to, and by when. */
export interface Tabling {
  readonly purpose: Purpose;
  readonly digest: string;
  readonly electors: readonly string[];
  readonly informed: readonly string[];
  /** Microseconds; on a working day already. */
  readonly expiry: number;
  /** Number of the last time out of reach until now. */
  readonly outage: number;
}

export type StepKind =
  | 'tabled'
  | 'silence'
  | 'broken'
  | 'joined'
  | 'consultation'
  | 'reserved'
  | 'stated'
  | 'took-note'
  | 'extended'
  | 'prolonged'
  | 'revised'
  | 'reminded'
  | 'adopted'
  | 'noted'
  | 'issued'
  | 'withdrawn'
  | 'referred'
  | 'lapsed';

/** One line of the record; it is never changed or removed. */
export interface Step {
  readonly kind: StepKind;
  readonly at: number;
  readonly version: number;
}

/** What somebody does, at the hub's time of receipt. */
export type DecisionAct = TablingAct | MemberAct | ExpiryAct | SettlingAct | HubAct;

export interface TablingAct extends Tabling {
  readonly kind: 'table' | 'revise';
  readonly at: number;
}

export interface MemberAct {
  readonly kind: 'break' | 'reserve' | 'state' | 'take-note';
  readonly at: number;
  readonly member: string;
}

/** More time: given by the secretary, or by the hub where it was out of reach. */
export interface ExpiryAct {
  readonly kind: 'extend' | 'prolong';
  readonly at: number;
  readonly expiry: number;
  /** Number of the last time out of reach that is accounted for. */
  readonly outage: number;
}

export interface SettlingAct {
  readonly kind: 'withdraw' | 'refer' | 'lapse' | 'issue';
  readonly at: number;
}

export interface Reminding {
  readonly kind: 'remind';
  readonly at: number;
  readonly reminder: Reminder;
}

/** What the hub does by itself when it is due. */
export type HubAct = Reminding | ExpiryAct | { readonly kind: 'expire'; readonly at: number };

/** Nothing changed; the sentence is for whoever asked. */
export interface Refusal {
  readonly refused: string;
}

export interface Taken {
  readonly decision: Decision;
  readonly steps: readonly Step[];
  /** Whether the effect is to be carried out now: once in the life of a decision. */
  readonly takesEffect: boolean;
}

/** A text that was not tabled yet. */
export const draftDecision = (at: number): Decision => ({
  state: 'draft',
  purpose: 'agree',
  version: 0,
  digest: '',
  electors: [],
  informed: [],
  period: undefined,
  reminded: [],
  objectors: [],
  notedBy: [],
  lastAt: at,
});
