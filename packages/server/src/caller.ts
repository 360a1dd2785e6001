/** Who calls: an account of a member, with what it may do here and the purpose that it declared. */

export const roles = [
  'analyst',
  'release-officer',
  'secretary',
  'integrator',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** What a session or token may be used for. */
export const scopes = ['read', 'write', 'label', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export interface Caller {
  readonly account: string;
  readonly member: string;
  /** The reader class whose view the account has; usually the member's own. */
  readonly reader: string;
  readonly roles: ReadonlySet<Role>;
  readonly scopes: ReadonlySet<Scope>;
  readonly purpose: string | undefined;
  readonly caseReference: string | undefined;
  /** Whether it is a system of its member's, and no person. */
  readonly isService?: boolean;
  /** What proved who calls; absent where the hub's own code acts for an account. */
  readonly credential?: { readonly kind: 'session' | 'token'; readonly id: string };
}

/** What a request shows of who sends it. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** The Cookie header, whole. */
  readonly cookie: string | undefined;
  /** Address of the client, for rate limits. */
  readonly address: string;
}

/**
 * Finds the caller behind a request's credentials; `undefined` where they are absent or wrong. `isRepeated`: it is asked
 * in the middle of a request, which is no call and no use of its own.
 */
export type Authenticate = (
  credentials: Credentials & { readonly isRepeated?: boolean },
) => Promise<Caller | undefined>;
