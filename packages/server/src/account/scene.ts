/** What every room of accounts works with. */
import type { Cell } from '../cell.ts';
import type { KnownCallers } from './known-callers.ts';

export interface Scene {
  readonly cell: Cell;
  /** Forgotten after each change of who may call. */
  readonly known: KnownCallers;
  /** How the cell is reached from outside, without a slash at the end; links are made from it. */
  readonly publicUrl: string;
  /** Waits, in milliseconds: for the slow-down of sign-ins. */
  pause(milliseconds: number): Promise<void>;
}
