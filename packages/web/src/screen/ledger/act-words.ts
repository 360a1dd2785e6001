/** Acts that have a word of their own here; others are named as the ledger names them. */
const known = [
  'contribute',
  'import',
  'undo',
  'relabel',
  'recall',
  'label-approve',
  'label-refuse',
  'policy-default',
  'policy-set',
  'account-create',
  'account-change',
  'sign-in',
  'sessions-revoke',
  'token-revoke',
  'purpose',
  'profile',
  'password',
] as const;

export type KnownAct = (typeof known)[number];

export const knownAct = (kind: string): KnownAct | undefined => known.find((one) => one === kind);
