/** What waits for people, or is told them: a closed list of kinds, each with the words that it is told in. */

/** Each kind with the names of its parameters, in the order in which its sentence is usually read. */
export const messageKinds = {
  /** A label wider than one person may give waits for a second one. `about`: the proposal. */
  'label-waits': [],
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
} as const satisfies Record<string, readonly string[]>;

export type MessageKind = keyof typeof messageKinds;

/** The parameters of a kind, as texts; what others wrote among them is shown as text of others. */
export type MessageParams<Kind extends MessageKind = MessageKind> = Readonly<
  Record<(typeof messageKinds)[Kind][number], string>
>;

export type Language = 'en' | 'fr';

/** Sentences of one language; `{name}` stands for a parameter. */
export type MessageWords = Readonly<Record<MessageKind, string>>;
