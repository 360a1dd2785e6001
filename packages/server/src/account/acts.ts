/** All that is done with accounts, for the routes and the command line. */
import type { Authenticate } from '../caller.ts';
import type { Cell } from '../cell.ts';
import { makeAuthenticate } from './authenticate.ts';
import { mailActs, type MailActs } from '../message/mail.ts';
import { noPost, type Post } from '../message/post.ts';
import { KnownCallers } from './known-callers.ts';
import { linkActs, type LinkActs } from './links.ts';
import { ownActs, type OwnActs } from './own.ts';
import { peopleActs, type PeopleActs } from './people.ts';
import { Hashing } from './proof/hashing.ts';
import { RateLimiter, type RateLimit } from './rate.ts';
import { providerActs, type ProviderActs } from './provider/acts.ts';
import { openOutbound, type Outbound } from './provider/outbound.ts';
import { recoveryActs, type RecoveryActs } from './recovery.ts';
import type { Scene } from './scene.ts';
import { sessionActs, type SessionActs } from './sessions.ts';
import { signInActs, type SignInActs } from './sign-in.ts';
import { tokenActs, type TokenActs } from './tokens.ts';

export interface AccountActs
  extends
    SignInActs,
    SessionActs,
    OwnActs,
    TokenActs,
    PeopleActs,
    LinkActs,
    RecoveryActs,
    ProviderActs,
    MailActs {}

export interface AccountOptions {
  /** How the cell is reached from outside; links are made from it. */
  publicUrl: string;
  /** Name of the cell, as authenticator applications show it. */
  name?: string;
  /** How fast one account may call; no limit where it is left out. */
  rate?: RateLimit | undefined;
  /** How identity providers are called; none is where it is left out. */
  outbound?: Outbound | undefined;
  /** How e-mail leaves; none does where it is left out. */
  post?: Post | undefined;
  /** Waits, in milliseconds; for tests that would not. */
  pause?: (milliseconds: number) => Promise<void>;
}

export interface Accounts {
  authenticate: Authenticate;
  acts: AccountActs;
}

/** The accounts of a cell: who calls, and what is done with accounts. */
export function makeAccounts(cell: Cell, options: AccountOptions): Accounts {
  const { publicUrl, name = 'Entente', rate, outbound = nowhere(), post = noPost, pause = wait } = options;
  const known = new KnownCallers();
  const plainUrl = publicUrl.replace(/\/+$/, '');
  const scene: Scene = { cell, known, hashing: new Hashing(), publicUrl: plainUrl, name, outbound, pause };
  return {
    authenticate: makeAuthenticate(cell, known, new RateLimiter(rate)),
    acts: {
      ...signInActs(scene),
      ...sessionActs(scene),
      ...ownActs(scene),
      ...tokenActs(scene),
      ...peopleActs(scene),
      ...linkActs(scene),
      ...recoveryActs(scene),
      ...providerActs(scene),
      ...mailActs(scene, post),
    },
  };
}

const nowhere = (): Outbound => openOutbound({ issuers: [], proxy: undefined, extraAuthorities: undefined });

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
