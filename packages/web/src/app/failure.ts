/** What the cell refused, as the screens tell it. */
import type { Failure, FailureCode } from '@entente/core/failure';

/** Whether it is a Failure of the contract's client. */
export const isFailure = (error: unknown): error is Failure => error instanceof Error && 'code' in error;

export const codeOf = (error: unknown): FailureCode | undefined =>
  isFailure(error) ? error.code : undefined;
