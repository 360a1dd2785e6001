/** Whoever comes back from the identity provider: their account is made or brought up to date, and a session begins. */
import { Failure } from '@entente/core/failure';
import type { Change } from '@entente/store/change/change';
import { forgetAttempts } from '@entente/store/account/attempt-writer';
import { readRealm } from '@entente/store/account/link-reader';
import { readAccountOfSubject, readProvider, type ProviderRow } from '@entente/store/account/provider-reader';
import { bindSubject } from '@entente/store/account/provider-writer';
import { readAccount, type AccountRow } from '@entente/store/account/reader';
import { addAccount, changeAccount } from '@entente/store/account/writer';
import type { Role } from '../../caller.ts';
import { beginSession } from '../begin-session.ts';
import { callerFor } from '../login.ts';
import { attemptKey, requireAttempt } from '../proof/confirm.ts';
import { networkOf } from '../proof/network.ts';
import { unseal } from '../proof/secret.ts';
import { requireSomeAdministrator } from '../people.ts';
import { rolesIn } from '../rights.ts';
import type { Scene } from '../scene.ts';
import type { SignedIn } from '../sign-in.ts';
import { knownConfiguration, personOf, type Client, type Person, type Secrets } from './flow.ts';

export interface Arrival {
  /** The query that the provider came back with. */
  query: string;
  /** What the browser kept since it left; absent where it kept nothing. */
  sealed: string | undefined;
  address: string;
  agent: string | undefined;
}

interface Kept extends Secrets {
  member: string;
  at: number;
  purpose: string | null;
  caseReference: string | null;
}

/** Microseconds that one may stay at the provider. */
const patience = 15 * 60 * 1_000_000;

const refused = (cause?: unknown): Failure =>
  new Failure(
    'unauthenticated',
    'Signing in through the identity provider did not succeed: begin again.',
    cause,
  );

/** @throws Failure `unauthenticated`, whatever is wrong */
export async function enterThrough(
  scene: Scene,
  { query, sealed, address, agent = '' }: Arrival,
  clientOf: (scene: Scene, provider: ProviderRow) => Client,
): Promise<SignedIn> {
  const { cell } = scene;
  const kept = keptIn(scene, sealed);
  const provider = await readProvider(cell.database.writer, kept.member);
  if (provider === undefined) throw refused();
  const client = clientOf(scene, provider);
  const key = attemptKey(scene, 'provider', networkOf(address));
  await requireAttempt(scene, key);
  const configuration = await knownConfiguration(scene.outbound, client, cell.world.now());
  const person = await personOf(configuration, client, query, kept, provider.groupsClaim);
  const roles = rolesOf(person, provider);
  if (roles.length === 0 || person.subject === '') throw refused();
  const account = await accountFor(scene, provider, person, roles);
  const entrant = {
    purpose: kept.purpose,
    caseReference: kept.caseReference,
    agent,
    device: undefined,
    network: networkOf(address),
  };
  const begun = await beginSession(scene, account, entrant, {
    says: { provider: provider.issuer },
    mayEnter: async (change) => {
      const now = await readAccount(change.client, account.member, account.id);
      return now !== undefined && now.disabledAt === null;
    },
    after: ({ client: database, at }) => forgetAttempts(database, [key], at),
  });
  if (begun === undefined) throw refused();
  return { outcome: 'signed-in', ...begun, failedBefore: 0 };
}

function keptIn({ cell }: Scene, sealed: string | undefined): Kept {
  if (sealed === undefined) throw refused();
  let kept: Kept;
  try {
    kept = JSON.parse(unseal(cell.keys, sealed, 'provider')) as Kept;
  } catch (error) {
    throw refused(error);
  }
  if (cell.world.now() - kept.at > patience) throw refused();
  return kept;
}

function rolesOf({ groups }: Person, { roles }: ProviderRow): Role[] {
  const given = JSON.parse(roles) as Record<string, string[]>;
  return rolesIn(groups.flatMap((group) => (Object.hasOwn(given, group) ? (given[group] ?? []) : [])));
}

/** The account of the person, made at their first coming; its name and roles are the provider's at each. */
async function accountFor(
  scene: Scene,
  provider: ProviderRow,
  person: Person,
  roles: readonly Role[],
): Promise<AccountRow> {
  const { cell, known } = scene;
  const { member, issuer } = provider;
  const { writer } = cell.database;
  const subject = `${issuer} ${person.subject}`;
  const found = await readAccountOfSubject(writer, member, subject);
  const before = found === undefined ? undefined : await readAccount(writer, member, found);
  const name = (person.name ?? person.login ?? person.subject).normalize('NFC').trim().slice(0, 100);
  const isSame = before?.name === name && before.roles.join() === roles.join();
  if (before !== undefined && (isSame || before.disabledAt !== null)) return before;
  const id = before?.id ?? cell.world.uuid();
  const caller = callerFor({ id, member, reader: provider.reader, roles: [...roles] } as AccountRow);
  const kind = before === undefined ? 'account-create' : 'account-change';
  const account = await cell.act(
    caller,
    kind,
    { account: id, roles: [...roles], provider: issuer },
    async (change) => {
      if (before === undefined) await make(change, provider, person, { id, name, roles, subject });
      else {
        await changeAccount(change.client, id, { name, roles });
        // One that was given a password may be the last administrator: its groups do not take that away.
        if (before.password !== null) await requireSomeAdministrator(change, member);
      }
      return readAccount(change.client, member, id);
    },
  );
  known.forget();
  return account as AccountRow;
}

async function make(
  { client, at }: Change,
  { member, reader }: ProviderRow,
  { login, subject: own }: Person,
  { id, name, roles, subject }: { id: string; name: string; roles: readonly Role[]; subject: string },
): Promise<void> {
  const realm = await readRealm(client, member);
  if (realm === undefined) throw refused();
  const wanted = plainName(login ?? own);
  const given = {
    id,
    member,
    name,
    kind: 'person',
    roles,
    reader,
    language: null,
    password: null,
    at,
  } as const;
  // An account that somebody else has under this login stays theirs.
  for (const suffix of ['', `-${id.slice(0, 8)}`]) {
    if (await addAccount(client, { ...given, login: `${wanted}${suffix}@${realm.name}` })) {
      await bindSubject(client, id, subject);
      return;
    }
  }
  throw refused();
}

/** What stands before the @, of the letters that logins have. */
function plainName(text: string): string {
  const plain = (text.split('@')[0] ?? '').normalize('NFKD').toLowerCase();
  const name = plain
    .replaceAll(/[^a-z0-9._-]/g, '')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
    .slice(0, 40);
  return name === '' ? 'person' : name;
}
