/**
 * Who calls: a Bearer token, a Basic login with a token in place of the password (TAXII 2.1 §3.1.1), or the
 * cookie of a session. Unknown, wrong, revoked and expired are answered alike, after the same statement.
 */
import { readSession, readToken, type CredentialRow } from '@entente/store/account/reader';
import { noteUse } from '@entente/store/account/writer';
import type { Authenticate, Caller } from '../caller.ts';
import type { Cell } from '../cell.ts';
import type { KnownCaller, KnownCallers } from './known-callers.ts';
import type { RateLimiter } from './rate.ts';
import { rolesIn, scopesIn, scopesOf } from './rights.ts';
import { digestOf } from './proof/secret.ts';

/** The cookie that holds a session's secret. */
const sessionCookie = 'entente_session';

/** A session that is not used for this long has ended, in microseconds. */
export const sessionIdle = 2 * 3_600_000_000;
const minute = 60_000_000;

interface Presented {
  kind: 'token' | 'session';
  secret: string;
  /** The login that came with it; whose token it is must agree. */
  login?: string;
}

/** Finds callers by their credentials; throws Failure('too-many') where an account calls too often. */
export function makeAuthenticate(cell: Cell, known: KnownCallers, limiter: RateLimiter): Authenticate {
  return async ({ authorization, cookie, isRepeated = false }) => {
    const presented = authorization === undefined ? fromCookie(cookie) : fromHeader(authorization);
    if (presented === undefined) return undefined;
    const at = cell.world.now();
    const found = await find(cell, known, presented, at);
    if (found === undefined || found.kind !== presented.kind || !isAlive(found, at)) return undefined;
    if (presented.login !== undefined && presented.login !== found.login) return undefined;
    if (isRepeated) return found.caller;
    limiter.count(found.caller.account, at);
    if (at - found.lastUsedAt >= minute) {
      found.lastUsedAt = at;
      await noteUse(cell.database.writer, found.kind, found.caller.credential?.id ?? '', at);
    }
    return found.caller;
  };
}

const isAlive = ({ kind, expiresAt, lastUsedAt }: KnownCaller, at: number): boolean =>
  at < expiresAt && (kind === 'token' || at < lastUsedAt + sessionIdle);

async function find(
  cell: Cell,
  known: KnownCallers,
  { kind, secret }: Presented,
  at: number,
): Promise<KnownCaller | undefined> {
  const digest = digestOf(secret);
  const lately = known.get(digest, at);
  if (lately !== undefined) return lately;
  const read = kind === 'token' ? readToken : readSession;
  return known.find(digest, async () => {
    const row = await read(cell.database.writer, digest);
    return row && knownCaller(kind, row, at);
  });
}

function knownCaller(kind: 'token' | 'session', row: CredentialRow, foundAt: number): KnownCaller {
  const { login, createdAt, expiresAt, lastUsedAt } = row;
  const since = kind === 'session' ? createdAt : 0;
  return { caller: callerOf(kind, row), login, kind, expiresAt, lastUsedAt: lastUsedAt ?? since, foundAt };
}

function callerOf(kind: 'token' | 'session', row: CredentialRow): Caller {
  const roles = rolesIn(row.roles);
  const given = scopesOf(roles);
  const asked = row.scopes === null ? given : scopesIn(row.scopes);
  return {
    account: row.account,
    member: row.member,
    reader: row.reader,
    roles: new Set(roles),
    scopes: new Set(asked.filter((scope) => given.includes(scope))),
    purpose: row.purpose ?? undefined,
    caseReference: row.caseReference ?? undefined,
    isService: row.isService,
    credential: { kind, id: row.id },
  };
}

function fromHeader(header: string): Presented | undefined {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+) *$/.exec(header) ?? [];
  if (/^bearer$/i.test(scheme)) return { kind: 'token', secret: value };
  if (!/^basic$/i.test(scheme)) return undefined;
  const plain = Buffer.from(value, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  if (colon < 1) return undefined;
  return { kind: 'token', secret: plain.slice(colon + 1), login: plain.slice(0, colon).toLowerCase() };
}

function fromCookie(header: string | undefined): Presented | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const pair = pairs.find((text) => text.startsWith(`${sessionCookie}=`));
  return pair === undefined ? undefined : { kind: 'session', secret: pair.slice(sessionCookie.length + 1) };
}
