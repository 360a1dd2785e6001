/** What every room of accounts works with. */
import type { Cell } from '../cell.ts';
import type { KnownCallers } from './known-callers.ts';
import type { Hashing } from './proof/hashing.ts';
import type { Outbound } from './provider/outbound.ts';

export interface Scene {
  readonly cell: Cell;
  /** Forgotten after each change of who may call. */
  readonly known: KnownCallers;
  readonly hashing: Hashing;
  /** How the cell is reached from outside, without a slash at the end; links are made from it. */
  readonly publicUrl: string;
  /** Name of the cell, as authenticator applications show it. */
  readonly name: string;
  /** How identity providers are called. */
  readonly outbound: Outbound;
  /** Waits, in milliseconds: for the slow-down of sign-ins. */
  readonly pause: (milliseconds: number) => Promise<void>;
}
