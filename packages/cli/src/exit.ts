/** How commands end. The codes are part of the command line: scripts count on them (docs/commands.md). */
import { Failure, type FailureCode } from '@entente/core/failure';

export const exitCodes = {
  /** Done; of `validate`: all is valid. */
  done: 0,
  /** Input or settings are not accepted: something is invalid, refused or contradictory. */
  refused: 1,
  /** The command was not understood: an unknown option, a missing argument. */
  usage: 2,
  /** Not signed in, or not allowed. */
  forbidden: 3,
  /** What was asked for is missing, or withheld. */
  missing: 4,
  /** The cell, its database or its disk cannot do it now; trying again later may help. */
  unavailable: 5,
  /** Another process holds the data folder. */
  locked: 6,
  /** Of `verify`: what the cell shows of the ledger is not true; of `gateway check`: the opened key is not. */
  untrue: 7,
  /** A fault of Entente. */
  internal: 70,
} as const;

const ofFailure: Readonly<Record<FailureCode, number>> = {
  invalid: exitCodes.refused,
  conflict: exitCodes.refused,
  'too-large': exitCodes.refused,
  incompatible: exitCodes.refused,
  'not-acceptable': exitCodes.refused,
  'unsupported-media-type': exitCodes.refused,
  unauthenticated: exitCodes.forbidden,
  forbidden: exitCodes.forbidden,
  'not-found': exitCodes.missing,
  'too-many': exitCodes.unavailable,
  'storage-full': exitCodes.unavailable,
  unavailable: exitCodes.unavailable,
  locked: exitCodes.locked,
  incident: exitCodes.internal,
  internal: exitCodes.internal,
};

/** The code for what a cell tells of a failure. */
export const exitCodeOfFailure = (code: FailureCode): number => ofFailure[code];

/** The code with which a command ends that threw this. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Failure) return exitCodeOfFailure(error.code);
  const { code } = error as { code?: unknown };
  return code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' ? exitCodes.refused : exitCodes.internal;
}
