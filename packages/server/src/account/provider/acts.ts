/**
 * Identity providers. Each member has its own, set by its own administrators: one that the host could set would let
 * the host in as the member. The host says only which issuers the cell may call, and by what way.
 */
import { Failure } from '@entente/core/failure';
import { readProvider, readProviderOfRealm, type ProviderRow } from '@entente/store/account/provider-reader';
import { dropProvider, setProvider } from '@entente/store/account/provider-writer';
import { readHostRealm, readRealm } from '@entente/store/account/link-reader';
import type { Caller, Role } from '../../caller.ts';
import { requireAdministrator, requirePerson, requireWhole, rolesIn } from '../rights.ts';
import { seal, unseal } from '../proof/secret.ts';
import type { Scene } from '../scene.ts';
import { optionalText, requireText } from '../text.ts';
import { addressOf, configurationOf, knownConfiguration, type Client, type Secrets } from './flow.ts';
import { enterThrough, type Arrival } from './enter.ts';
import type { SignedIn } from '../sign-in.ts';

export interface ProviderInfo {
  issuer: string;
  clientId: string;
  hasSecret: boolean;
  groupsClaim: string;
  roles: Record<string, Role[]>;
  redirect: string;
}

export interface ProviderCommand {
  issuer: string;
  clientId: string;
  clientSecret?: string | undefined;
  groupsClaim: string;
  roles: Readonly<Record<string, readonly string[]>>;
}

export interface ProviderActs {
  identityProvider(caller: Caller): Promise<{
    provider: ProviderInfo | undefined;
    allowed: readonly string[];
    redirect: string;
  }>;
  setIdentityProvider(caller: Caller, command: ProviderCommand): Promise<void>;
  removeIdentityProvider(caller: Caller): Promise<void>;
  /**
   * Begins a sign-in.
   * @returns where the browser goes, and what it keeps sealed until it comes back
   * @throws Failure `not-found` where there is no provider for this realm
   */
  beginProviderSignIn(command: {
    realm: string;
    purpose?: string | undefined;
    caseReference?: string | undefined;
  }): Promise<{ url: string; sealed: string }>;
  /** @throws Failure `unauthenticated`, whatever is wrong */
  endProviderSignIn(arrival: Arrival): Promise<SignedIn>;
}

export function providerActs(scene: Scene): ProviderActs {
  const { cell, outbound } = scene;
  const { writer } = cell.database;
  const requireOwner = (caller: Caller): void => {
    requireAdministrator(caller);
    requirePerson(caller);
    requireWhole(caller);
  };
  return {
    async identityProvider(caller) {
      requireAdministrator(caller);
      const found = await readProvider(writer, caller.member);
      const redirect = redirectOf(scene);
      return { provider: found && infoOf(found, redirect), allowed: outbound.issuers, redirect };
    },

    async setIdentityProvider(caller, command) {
      requireOwner(caller);
      const provider = await checked(scene, caller, command);
      await configurationOf(outbound, clientOf(scene, provider));
      const { issuer, clientId } = provider;
      await cell.act(caller, 'identity-provider', { issuer, client: clientId }, ({ client }) =>
        setProvider(client, provider),
      );
    },

    async removeIdentityProvider(caller) {
      requireOwner(caller);
      await cell.act(caller, 'identity-provider-remove', {}, async ({ client }) => {
        if (!(await dropProvider(client, caller.member))) {
          throw new Failure('not-found', 'Your member has no identity provider.');
        }
      });
    },

    async beginProviderSignIn({ realm, purpose, caseReference }) {
      const name = realm.trim().toLowerCase() || ((await readHostRealm(writer))?.name ?? '');
      const provider = await readProviderOfRealm(writer, name);
      if (provider === undefined) {
        throw new Failure('not-found', 'There is no identity provider behind this login.');
      }
      const random = (): string => Buffer.from(cell.world.random(32)).toString('base64url');
      const secrets: Secrets = { verifier: random(), state: random(), nonce: random() };
      const client = clientOf(scene, provider);
      const url = await addressOf(
        await knownConfiguration(outbound, client, cell.world.now()),
        client,
        secrets,
      );
      const kept = {
        ...secrets,
        member: provider.member,
        at: cell.world.now(),
        purpose: optionalText(purpose, 'purpose', 500),
        caseReference: optionalText(caseReference, 'caseReference', 200),
      };
      return { url: url.href, sealed: seal(cell.keys, cell.world, JSON.stringify(kept), 'provider') };
    },

    endProviderSignIn: (arrival) => enterThrough(scene, arrival, clientOf),
  };
}

const redirectOf = ({ publicUrl }: Scene): string => `${publicUrl}/sign-in/return`;

export function clientOf(scene: Scene, { issuer, clientId, clientSecret, member }: ProviderRow): Client {
  return {
    issuer,
    clientId,
    clientSecret:
      clientSecret === null ? undefined : unseal(scene.cell.keys, clientSecret, `provider ${member}`),
    redirect: redirectOf(scene),
  };
}

const infoOf = ({ issuer, clientId, clientSecret, groupsClaim, roles }: ProviderRow, redirect: string) => ({
  issuer,
  clientId,
  hasSecret: clientSecret !== null,
  groupsClaim,
  roles: JSON.parse(roles) as Record<string, Role[]>,
  redirect,
});

async function checked(scene: Scene, caller: Caller, command: ProviderCommand): Promise<ProviderRow> {
  const { cell } = scene;
  const { member } = caller;
  const before = await readProvider(cell.database.writer, member);
  const realm = await readRealm(cell.database.writer, member);
  const issuer = requireText(command.issuer, 'issuer', 500);
  const clientId = requireText(command.clientId, 'clientId', 500);
  const roles = Object.fromEntries(
    Object.entries(command.roles).map(([group, named]) => [
      requireText(group, 'roles', 500),
      rolesFor(named, realm?.host === true),
    ]),
  );
  const isSame = before?.issuer === issuer && before.clientId === clientId;
  const kept = isSame ? before.clientSecret : null;
  const given = command.clientSecret;
  const clientSecret = given === undefined ? kept : seal(cell.keys, cell.world, given, `provider ${member}`);
  const groupsClaim = requireText(command.groupsClaim, 'groupsClaim', 500);
  return {
    member,
    issuer,
    clientId,
    clientSecret,
    groupsClaim,
    roles: JSON.stringify(roles),
    reader: caller.reader,
  };
}

function rolesFor(named: readonly string[], isHost: boolean): Role[] {
  const roles = rolesIn(named);
  if (roles.includes('secretary') && !isHost) {
    throw new Failure('invalid', 'roles: the secretary of the cell is of the host.');
  }
  return roles;
}
