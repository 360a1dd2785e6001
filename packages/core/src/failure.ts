/** The closed list of failure codes. One table in the server maps each code to an HTTP status. */
export const failureCodes = [
  'invalid', // the input breaks a rule; the detail names the place and the remedy
  'unauthenticated', // no valid credentials
  'forbidden', // signed in, but the role or scope does not reach
  'not-found', // missing or withheld: never told apart
  'not-acceptable', // no representation that the caller accepts
  'unsupported-media-type',
  'conflict', // contradicts the caller's own earlier act
  'too-large',
  'too-many', // rate or quota of the caller's own account
  'locked', // another process holds the data folder, or an account is held
  'storage-full', // the disk refuses writes; nothing was written
  'unavailable', // the database or the process is starting, stopping or out of reach
  'incompatible', // a data folder, backup or peer of another release
  'incident', // the two walls of release disagree: withheld, counted, logged
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * What is thrown when something that should not happen, or a refusal that ends a request, happens.
 * Expected outcomes of the domain are values, not failures.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;

  /** @param detail one sentence for the person who must act on it; never tells of what is withheld */
  constructor(code: FailureCode, detail: string, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
