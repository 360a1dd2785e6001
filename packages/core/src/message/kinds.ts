/** What waits for people, or is told them: a closed list of kinds, each with the words that it is told in. */

/** Each kind with the names of its parameters, in the order in which its sentence is usually read. */
export const messageKinds = {
  /** A label wider than one person may give waits for a second one. `about`: the proposal. */
  'label-waits': [],
  /** A request is in the view of a member that it is addressed to. `about`: the request, here and below. */
  'request-asked': [],
  /** Its date comes near, and the member has not answered. */
  'request-reminder': [],
  /** Its date has passed without an answer: told to whoever asked, and to whoever was asked. */
  'request-expired': [],
  /** To whoever asked: a member has acknowledged it, has answered, or has said that it will not or cannot. */
  'request-acknowledged': [],
  'request-answered': [],
  'request-refused': [],
  /** To an account alone: it signed in in a browser in which it had not before. `about`: the account. */
  'device-new': [],
  /** The recovery code of the member was used. `about`: the account that came in by it. */
  'recovery-used': [],
  /** E-mail to an account was given up. `about`: the account. */
  'mail-stopped': [],
  /** A webhook was given up. `about`: the webhook. */
  'webhook-stopped': [],
  /** A text is under silence until the expiry. `about` of these: the decision. */
  'decision-tabled': ['expiry'],
  /** A text is put for note until the expiry. */
  'decision-for-note': ['expiry'],
  /** The next version of a text is under silence. */
  'decision-revised': ['expiry'],
  'decision-reminder': ['expiry'],
  /** The expiry is later now. */
  'decision-extended': ['expiry'],
  'decision-broken': [],
  'decision-adopted': [],
  'decision-noted': [],
  'decision-issued': [],
  /** It was withdrawn, referred to another body, or has lapsed. */
  'decision-ended': [],
  /** A request for the owners' consent that waits for a second person of the asker's. `about`, here and below: it. */
  'consent-waits': [],
  'consent-asked': ['member'],
  'consent-expiring': ['member'],
  'consent-taken-back': ['member'],
  'consent-given': ['member'],
  'consent-refused': ['member'],
  'consent-withdrawn': ['member'],
  'consent-in-force': [],
  'consent-expired': [],
  /** Hit/no-hit: what another member proposes, accepted, declined or ended. `about` of these: the agreement. */
  'matching-proposed': ['member'],
  'matching-accepted': ['member'],
  'matching-ended': ['member'],
  /** Its other member has left the cell, was suspended, or is back. */
  'matching-departed': ['member'],
  'matching-rests': ['member'],
  'matching-resumed': ['member'],
  /** A run of the member's gateway was answered, or refused. */
  'matching-answered': ['member'],
  'matching-refused': ['member'],
  /** What another member had given was taken back. `about`: the recall. */
  'recall-told': [],
  /** Nobody acknowledged it since. `about`: the recall. */
  'recall-reminder': [],
  /** Records of the member's own are to be reviewed on a day, which is what it is about. */
  'review-due': ['day'],
  'review-overdue': ['day'],
  /** The answer to a data subject is due soon, or overdue. `about`: the request. */
  'subject-deadline': ['day'],
} as const satisfies Record<string, readonly string[]>;

export type MessageKind = keyof typeof messageKinds;

/**
 * Kinds that tell nothing of what a member has: they are for accounts that see less than their member, too. To these
 * all others are not there, but for what is addressed to the account itself.
 */
export const kindsForAll: readonly MessageKind[] = [];

/** Kinds about the safety of the account itself: told at once and by e-mail even where they have been read. */
export const securityKinds: readonly MessageKind[] = ['device-new', 'recovery-used'];

/** The parameters of a kind, as texts; what others wrote among them is shown as text of others. */
export type MessageParams<Kind extends MessageKind = MessageKind> = Readonly<
  Record<(typeof messageKinds)[Kind][number], string>
>;

export type Language = 'en' | 'fr';

/** Sentences of one language; `{name}` stands for a parameter. */
export type MessageWords = Readonly<Record<MessageKind, string>>;
