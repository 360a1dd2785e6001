/** Acts that have words of their own here. */
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
  'sign-out',
  'sessions-revoke',
  'token-revoke',
  'link-redeem',
  'recover',
  'refused',
  'purpose',
  'profile',
  'password',
] as const;

/** What other acts are about, which is how their kinds begin. */
const subjects = [
  'account',
  'attribute',
  'clearance',
  'community',
  'consent',
  'decision',
  'identity-provider',
  'mail',
  'matching',
  'member',
  'policy',
  'public-offer',
  'reader',
  'recall',
  'recovery',
  'request',
  'review',
  'roster',
  'session',
  'subject',
  'token',
  'totp',
  'webhook',
] as const;

export type ActWord = `act.${(typeof known)[number]}` | `about.${(typeof subjects)[number]}`;

/** The words for an act; `undefined` where it is named as the ledger names it. */
export function actWord(kind: string): ActWord | undefined {
  const act = known.find((one) => one === kind);
  if (act !== undefined) return `act.${act}`;
  const subject = subjects.find((one) => kind === one || kind.startsWith(`${one}-`));
  return subject === undefined ? undefined : `about.${subject}`;
}
