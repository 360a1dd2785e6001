/** What waits for people, or is told them: a closed list of kinds, each with the words that it is told in. */

/** Each kind with the names of its parameters, in the order in which its sentence is usually read. */
export const messageKinds = {
  /** A label wider than one person may give waits for a second one. `about`: the proposal. */
  'label-waits': [],
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

/** The parameters of a kind, as texts; what others wrote among them is shown as text of others. */
export type MessageParams<Kind extends MessageKind = MessageKind> = Readonly<
  Record<(typeof messageKinds)[Kind][number], string>
>;

export type Language = 'en' | 'fr';

/** Sentences of one language; `{name}` stands for a parameter. */
export type MessageWords = Readonly<Record<MessageKind, string>>;
