/**
 * Logins: a name and, behind the @, the realm of the member. So no member can learn from a refusal which
 * names another has given.
 */
import { Failure } from '@entente/core/failure';
import type { AccountRow } from '@entente/store/account/reader';
import type { Caller, Role } from '../caller.ts';
import { rolesIn } from './rights.ts';

const name = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;
const realmName = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;

/** An account as its member sees it. Times are microseconds. */
export interface AccountInfo {
  id: string;
  member: string;
  login: string;
  name: string;
  kind: 'person' | 'service';
  roles: Role[];
  /** Its reader class: the member's own id, or a narrower one of it. */
  reader: string;
  /** Absent where nobody has chosen one. */
  language: string | undefined;
  hasPassword: boolean;
  hasTotp: boolean;
  createdAt: number;
  disabledAt: number | undefined;
}

export const accountInfo = (row: AccountRow): AccountInfo => ({
  id: row.id,
  member: row.member,
  login: row.login,
  name: row.name,
  kind: row.kind,
  roles: rolesIn(row.roles),
  reader: row.reader,
  language: row.language ?? undefined,
  hasPassword: row.password !== null,
  hasTotp: row.totp !== null,
  createdAt: row.createdAt,
  disabledAt: row.disabledAt ?? undefined,
});

/** The caller that an account is when it acts by its own password or link. */
export const callerFor = ({ id, member, reader, roles }: AccountRow, purpose?: string | null): Caller => ({
  account: id,
  member,
  reader,
  roles: new Set(rolesIn(roles)),
  scopes: new Set(),
  purpose: purpose ?? undefined,
  caseReference: undefined,
});

/** The caller that stands for the hub itself, before there is any account. */
export const hub: Caller = {
  account: 'hub',
  member: 'hub',
  reader: 'hub',
  roles: new Set(),
  scopes: new Set(),
  purpose: undefined,
  caseReference: undefined,
};

/** A login of this realm, from its name alone or whole; throws Failure('invalid'). */
export function requireLogin(text: string, realm: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [own = '', ...more] = plain.split('@');
  if (!name.test(own) || more.length > 1 || (more[0] ?? realm) !== realm) {
    throw new Failure(
      'invalid',
      `login: must be letters a to z, digits, dots, dashes and underscores, and end with @${realm}.`,
    );
  }
  return `${own}@${realm}`;
}

/** What may stand behind the @; throws Failure('invalid'). */
export function requireRealm(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (realmName.test(plain)) return plain;
  throw new Failure('invalid', 'realm: must be letters a to z, digits, dots and dashes, as norland.example.');
}

/** What was typed at the door, in the form in which logins are kept; without a realm, the host's. */
export function typedLogin(text: string, hostRealm: string | undefined): string {
  const plain = text.normalize('NFKC').trim().toLowerCase().slice(0, 200);
  return plain.includes('@') || hostRealm === undefined ? plain : `${plain}@${hostRealm}`;
}

/** @throws Failure `invalid` unless it is a language of the catalogues, or none was chosen */
export function requireLanguage<Text extends string | undefined>(text: Text): Text {
  if (text === undefined || text === 'en' || text === 'fr') return text;
  throw new Failure('invalid', 'language: must be en or fr.');
}
