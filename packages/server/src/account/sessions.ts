/** Sessions: what they are for, which there are, and their end. */
import { Failure } from '@entente/core/failure';
import { readAccount, readSessions } from '@entente/store/account/reader';
import { declarePurpose, revokeSession, revokeSessions } from '@entente/store/account/writer';
import type { Caller } from '../caller.ts';
import { accountInfo, type AccountInfo } from './login.ts';
import { requireAdministrator } from './rights.ts';
import type { Scene } from './scene.ts';
import { optionalText } from './text.ts';
import { administered } from './width.ts';

/** A session under way. Times are microseconds. */
export interface SessionInfo {
  id: string;
  /** The network that it was begun from. */
  address: string;
  agent: string;
  purpose: string | undefined;
  caseReference: string | undefined;
  createdAt: number;
  expiresAt: number;
  /** To the minute. */
  lastUsedAt: number | undefined;
  /** Whether the caller came with it. */
  current: boolean;
}

export interface SessionActs {
  /** The caller's own account. */
  me(caller: Caller): Promise<AccountInfo>;
  /** The caller's own sessions, newest first. */
  listSessions(caller: Caller): Promise<SessionInfo[]>;
  /** Ends the session that the caller came with; nothing where it came with a token. */
  signOut(caller: Caller): Promise<void>;
  revokeSession(caller: Caller, session: string): Promise<void>;
  /** Ends every session of the caller but the one that it came with; how many. */
  revokeOtherSessions(caller: Caller): Promise<number>;
  /** Ends every session of an account that the caller administers; how many. */
  revokeSessionsOf(caller: Caller, account: string): Promise<number>;
  /** What the session is used for from now on. */
  declarePurpose(
    caller: Caller,
    declared: { purpose?: string | undefined; caseReference?: string | undefined },
  ): Promise<void>;
}

export function sessionActs({ cell, known }: Scene): SessionActs {
  const { writer } = cell.database;
  const end = async (caller: Caller, kind: string, id: string): Promise<void> => {
    await cell.act(caller, kind, { session: id }, async ({ client, at }) => {
      const ended = await revokeSession(client, caller.account, id, at);
      if (!ended) throw new Failure('not-found', 'There is no such session.');
    });
    known.forget();
  };
  const endAll = async (caller: Caller, account: string, staying?: string): Promise<number> => {
    const count = await cell.act(caller, 'sessions-revoke', { account }, ({ client, at }) =>
      revokeSessions(client, account, at, staying),
    );
    known.forget();
    return count;
  };
  return {
    async me(caller) {
      const account = await readAccount(writer, caller.member, caller.account);
      if (account === undefined) throw new Failure('not-found', 'There is no such account.');
      return accountInfo(account);
    },

    async listSessions(caller) {
      const rows = await readSessions(writer, caller.account, cell.world.now());
      return rows.map(({ account: _own, ...row }) => ({
        ...row,
        purpose: row.purpose ?? undefined,
        caseReference: row.caseReference ?? undefined,
        lastUsedAt: row.lastUsedAt ?? undefined,
        current: row.id === caller.credential?.id,
      }));
    },

    async signOut(caller) {
      if (caller.credential?.kind === 'session') await end(caller, 'sign-out', caller.credential.id);
    },

    revokeSession: (caller, session) => end(caller, 'session-revoke', session),

    revokeOtherSessions: (caller) => endAll(caller, caller.account, caller.credential?.id),

    async revokeSessionsOf(caller, account) {
      requireAdministrator(caller);
      if ((await administered(writer, caller, account)) === undefined) {
        throw new Failure('not-found', 'There is no such account.');
      }
      return endAll(caller, account);
    },

    async declarePurpose(caller, declared) {
      if (caller.credential?.kind !== 'session') {
        throw new Failure('forbidden', 'The purpose of a token is fixed when it is made.');
      }
      const { id } = caller.credential;
      const purpose = optionalText(declared.purpose, 'purpose', 500);
      const caseReference = optionalText(declared.caseReference, 'caseReference', 200);
      const body = { session: id, purpose, case: caseReference };
      await cell.act(caller, 'purpose', body, ({ client }) =>
        declarePurpose(client, id, purpose, caseReference),
      );
      known.forget();
    },
  };
}
