/**
 * What roles allow. What an account sees is its reader class; roles say what it may do, and a token may be
 * for less than that.
 */
import { Failure } from '@entente/core/failure';
import type { Queryable } from '@entente/store/database/queryable';
import type { HostReader } from './first-start.ts';
import { roles, scopes, type Caller, type Role, type Scope } from '../caller.ts';

const reach: Record<Role, readonly Scope[]> = {
  analyst: ['read', 'write', 'label'],
  'release-officer': ['read', 'write', 'label'],
  integrator: ['read', 'write'],
  secretary: ['read', 'admin'],
  administrator: ['read', 'admin'],
  auditor: ['read'],
};

/** All that the roles together give, in the order of the list of scopes. */
export function scopesOf(held: Iterable<Role>): Scope[] {
  const given = new Set([...held].flatMap((role) => reach[role]));
  return scopes.filter((scope) => given.has(scope));
}

/** The roles among texts, in the order of the list; what is no role is left out, so it gives nothing. */
export const rolesIn = (texts: readonly string[]): Role[] => roles.filter((role) => texts.includes(role));

/** The scopes among texts, in the order of the list. */
export const scopesIn = (texts: readonly string[]): Scope[] =>
  scopes.filter((scope) => texts.includes(scope));

/** Whether the caller acts in this role, with credentials that reach it. */
export const actsAs = (caller: Caller, role: Role, scope: Scope = 'admin'): boolean =>
  caller.roles.has(role) && caller.scopes.has(scope);

/** @throws Failure `forbidden` unless the caller administers its member's accounts */
export function requireAdministrator(caller: Caller): void {
  if (!actsAs(caller, 'administrator')) {
    throw new Failure('forbidden', 'An administrator of the member does this.');
  }
}

/** Whether the account sees all that its member sees. */
export const isWhole = ({ reader, member }: Pick<Caller, 'reader' | 'member'>): boolean => reader === member;

/**
 * What a narrower account put in would be compared with what its member has above it, and grounded on that: so it
 * reads, and an account that sees all puts in. What is kept of the member as a whole, such as batches, labels that wait
 * and default labels by source, is for such accounts alone too.
 * @throws Failure `forbidden` where the account sees less than its member, whatever there is to be seen
 */
export function requireWhole(caller: Caller): void {
  if (isWhole(caller)) return;
  throw new Failure('forbidden', 'An account that sees all that its member sees does this.');
}

/**
 * What a member says to others, and what wants a second look, is a person's word: that nothing is held, that copies are
 * removed, that it consents or breaks silence. A script that holds the token of a service says none of it.
 * @throws Failure `forbidden` where the account is a service, whatever there is to be said
 */
export function requireWord(caller: Caller): void {
  if (caller.isService === true)
    throw new Failure('forbidden', 'A person does this: a service says nothing for its member.');
}

/**
 * Who speaks for its member to others, and releases for it.
 * @throws Failure `forbidden` unless the caller is a release officer, a person, whose account sees all that its member
 * sees
 */
export function requireReleaseOfficer(caller: Caller, scope: Scope = 'label'): void {
  requireWhole(caller);
  requireWord(caller);
  if (actsAs(caller, 'release-officer', scope)) return;
  throw new Failure('forbidden', 'A release officer of the member does this.');
}

/**
 * @param isHost whether a member hosts the cell
 * @param client the act's own connection, within one
 * @throws Failure `forbidden` unless the caller acts as the secretary of the cell
 */
export async function requireSecretary(
  caller: Caller,
  isHost: HostReader,
  client?: Queryable,
): Promise<void> {
  if (actsAs(caller, 'secretary') && (await isHost(caller.member, client))) return;
  throw new Failure('forbidden', 'The secretary of the cell does this.');
}

/** Whether the caller may look into what its member did and read. */
export const isAuditor = (caller: Caller): boolean => isWhole(caller) && actsAs(caller, 'auditor', 'read');

/** @throws Failure `forbidden` unless the caller is an auditor whose account sees all that its member sees */
export function requireAuditor(caller: Caller): void {
  requireWhole(caller);
  if (!isAuditor(caller)) throw new Failure('forbidden', 'An auditor of the member does this.');
}

/** @throws Failure `forbidden` where the caller came with a token: a person signed in does this */
export function requirePerson(caller: Caller): void {
  if (caller.credential?.kind === 'token') {
    throw new Failure('forbidden', 'Sign in to do this: a token does not reach it.');
  }
}
