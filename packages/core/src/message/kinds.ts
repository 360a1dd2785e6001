/** What waits for people, or is told them: a closed list of kinds, each with the words that it is told in. */

/** Each kind with the names of its parameters, in the order in which its sentence is usually read. */
export const messageKinds = {
  /** A label wider than one person may give waits for a second one. `about`: the proposal. */
  'label-waits': [],
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
} as const satisfies Record<string, readonly string[]>;

export type MessageKind = keyof typeof messageKinds;

/** The parameters of a kind, as texts; what others wrote among them is shown as text of others. */
export type MessageParams<Kind extends MessageKind = MessageKind> = Readonly<
  Record<(typeof messageKinds)[Kind][number], string>
>;

export type Language = 'en' | 'fr';

/** Sentences of one language; `{name}` stands for a parameter. */
export type MessageWords = Readonly<Record<MessageKind, string>>;
