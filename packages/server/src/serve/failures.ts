/** The one table from failure codes to HTTP statuses, for TAXII's error messages and the API's problem details. */
import { Failure, type FailureCode } from '@entente/core/failure';

export const statusOfFailure: Readonly<Record<FailureCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'not-acceptable': 406,
  'unsupported-media-type': 415,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  locked: 423,
  'storage-full': 507,
  unavailable: 503,
  incompatible: 500,
  incident: 500,
  internal: 500,
};

/** What a caller is told of something thrown. */
export interface Refusal {
  status: number;
  code: FailureCode;
  /** One sentence; absent for a 500, which carries an id and nothing else. */
  detail: string | undefined;
}

/** Refusals that fastify makes by itself, by their status. */
const codeOfStatus: ReadonlyMap<number, FailureCode> = new Map([
  [404, 'not-found'],
  [413, 'too-large'],
  [414, 'not-found'],
  [415, 'unsupported-media-type'],
  [429, 'too-many'],
]);

/** What a caller is told of anything thrown: a Failure, a refusal of fastify, or an error of ours. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Failure) {
    const status = statusOfFailure[error.code];
    return { status, code: error.code, detail: status === 500 ? undefined : error.message };
  }
  const status = statusCodeOf(error);
  if (status === undefined) return { status: 500, code: 'internal', detail: undefined };
  const code = codeOfStatus.get(status) ?? 'invalid';
  return { status: statusOfFailure[code], code, detail: (error as Error).message };
}

/** The status between 400 and 499 that fastify gave an error. */
function statusCodeOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
