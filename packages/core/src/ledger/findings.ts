/** What a check of the ledger can find wrong, each with the names of what its sentence tells (words.ts). */
export const findingKinds = {
  /** The hub gives another public key than the one that was kept. */
  'key-changed': ['kept', 'given'],
  /** The checkpoint is not signed by the key. */
  'unsigned-checkpoint': [],
  /** The top log is shorter than it was. */
  shrunk: ['kept', 'given'],
  /** The top log does not hold what it held. */
  rewritten: ['kept', 'given'],
  /** Two checkpoints that the hub signed cannot both be true. */
  'two-histories': ['first', 'second'],
  /** A checkpoint of another member is not signed by the key. */
  'unsigned-other': [],
  /** One's own log is not in the checkpoint as the hub tells it. */
  'not-in-checkpoint': [],
  'log-shrunk': ['kept', 'given'],
  /** One's own log does not hold what it held. */
  'log-rewritten': ['kept'],
  /** The leaves that the hub gives do not make the root that it signed. */
  'wrong-leaves': ['size'],
  /** A leaf is of something else than the hub says. */
  'wrong-opening': ['place'],
  /** The hub does not know any more what a leaf is of, and names no erasure. */
  'lost-opening': ['place'],
  /** The hub says that a leaf was erased, and no act of erasure names it. */
  'unbacked-erasure': ['place', 'act'],
  /** An act that the hub promised to hold is not there. */
  'broken-receipt': ['act', 'by'],
  /** A receipt is not signed by the key. */
  'unsigned-receipt': ['act'],
  /** A page that a reader kept has no record. */
  'unrecorded-page': ['page'],
  /** No checkpoint for a long time. */
  stale: ['since'],
  /** The hub does not give what it has to prove. */
  'no-proof': ['what'],
} as const satisfies Record<string, readonly string[]>;

export type FindingKind = keyof typeof findingKinds;

export interface LedgerFinding {
  readonly kind: FindingKind;
  readonly told: Readonly<Record<string, string>>;
}

/** Makes a finding, with what its sentence tells in the order of the list. */
export const finding = (kind: FindingKind, ...told: readonly (string | number)[]): LedgerFinding => ({
  kind,
  told: Object.fromEntries(findingKinds[kind].map((name, index) => [name, String(told[index] ?? '')])),
});
