/** What the cell refused, as the screens tell it. */
import type { Failure, FailureCode } from '@entente/core/failure';

/** Whether it is a Failure of the contract's client. */
export const isFailure = (error: unknown): error is Failure => error instanceof Error && 'code' in error;

export const codeOf = (error: unknown): FailureCode | undefined =>
  isFailure(error) ? error.code : undefined;

/** That something could not be fetched, said as the client of the contract says it of the cell. */
export const outOfReach = (what: string, cause: unknown): Error =>
  Object.assign(new Error(what, { cause }), { code: 'unavailable' satisfies FailureCode });
