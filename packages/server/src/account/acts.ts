/** All that is done with accounts, for the routes and the command line. */
import type { Authenticate } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { makeAuthenticate } from './authenticate.ts';
import { KnownCallers } from './known-callers.ts';
import { RateLimiter, type RateLimit } from './rate.ts';
import type { Scene } from './scene.ts';
import { tokenActs, type TokenActs } from './tokens.ts';

export interface AccountActs extends TokenActs {}

export interface AccountOptions {
  /** How the cell is reached from outside; links are made from it. */
  publicUrl: string;
  /** How fast one account may call; no limit where it is left out. */
  rate?: RateLimit | undefined;
  /** Waits, in milliseconds; for tests that would not. */
  pause?: (milliseconds: number) => Promise<void>;
}

export interface Accounts {
  authenticate: Authenticate;
  acts: AccountActs;
}

/** The accounts of a cell: who calls, and what is done with accounts. */
export function makeAccounts(cell: Cell, { publicUrl, rate, pause = wait }: AccountOptions): Accounts {
  const known = new KnownCallers();
  const scene: Scene = { cell, known, publicUrl: publicUrl.replace(/\/+$/, ''), pause };
  return {
    authenticate: makeAuthenticate(cell, known, new RateLimiter(rate)),
    acts: { ...tokenActs(scene) },
  };
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
