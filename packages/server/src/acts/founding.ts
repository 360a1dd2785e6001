/**
 * A coalition that is founded as a whole, with ids that are known before and each member's first account: for
 * the demonstration. In a cell at work the secretary and the members do this one by one (acts/coalition.ts,
 * account/links.ts), and the cell draws the ids.
 */
import { setRealm } from '@entente/store/account/link-writer';
import { addAccount, addToken } from '@entente/store/account/writer';
import type { Change } from '@entente/store/change/change';
import * as writer from '@entente/store/coalition/writer';
import { hub } from '../account/login.ts';
import { Hashing } from '../account/proof/hashing.ts';
import { digestOf, makeSecret } from '../account/proof/secret.ts';
import { scopesOf } from '../account/rights.ts';
import type { Role } from '../caller.ts';
import type { Cell } from '../cell.ts';

/** The first account of a member. */
export interface FirstAccount {
  /** What stands behind the @ in the member's logins. */
  realm: string;
  login: string;
  name: string;
  roles: readonly Role[];
  /** As `hashPassword` gives it. */
  password: string;
}

/** What is founded within one act. */
export interface Founding {
  /** Admits a member with its first account; gives a token of that for all that its roles allow. */
  admitMember(
    member: writer.NewMember & { host: boolean },
    account: FirstAccount,
  ): Promise<{ token: string }>;
  createCommunity(id: string, name: string): Promise<void>;
  enterRoster(community: string, entry: string): Promise<void>;
  createPolicy(id: string, owner: string, name: string): Promise<void>;
  grantClearance(policy: string, member: string, rank: number): Promise<void>;
  createAttribute(id: string, owner: string, name: string): Promise<void>;
  grantAttribute(attribute: string, member: string, held: boolean): Promise<void>;
}

/** A password as accounts keep it. */
export const hashPassword = (cell: Cell, password: string): Promise<string> =>
  new Hashing().hash(password, cell.world.random(16), 'founding');

/** Founds whatever the work says, in one act of the hub. */
export function found(cell: Cell, work: (founding: Founding) => Promise<void>): Promise<void> {
  return cell.act(hub, 'founding', {}, (change) =>
    work({
      async admitMember({ host, ...member }, account) {
        await writer.admitMember(change, member);
        await setRealm(change.client, member.id, account.realm, host);
        return { token: await seat(cell, change, member.id, account) };
      },
      createCommunity: (id, name) => writer.createCommunity(change, id, name),
      enterRoster: (community, entry) => writer.enterRoster(change, community, entry),
      createPolicy: (id, owner, name) => writer.createPolicy(change, id, owner, name),
      grantClearance: (policy, member, rank) => writer.grantClearance(change, policy, member, rank),
      createAttribute: (id, owner, name) => writer.createAttribute(change, id, owner, name),
      grantAttribute: (attribute, member, held) => writer.grantAttribute(change, attribute, member, held),
    }),
  );
}

const year = 365 * 86_400_000_000;

async function seat(
  { world }: Cell,
  { client, at }: Change,
  member: string,
  { login, name, roles, password }: FirstAccount,
): Promise<string> {
  const [id, secret] = [world.uuid(), makeSecret(world, 'ent_')];
  const own = { member, reader: member, language: null, kind: 'person' } as const;
  await addAccount(client, { id, login, name, roles, password, at, ...own });
  await addToken(client, {
    id: world.uuid(),
    account: id,
    digest: digestOf(secret),
    prefix: secret.slice(0, 12),
    name: 'founding',
    scopes: scopesOf(roles),
    purpose: 'Founding of the coalition',
    caseReference: null,
    at,
    expiresAt: at + year,
  });
  return secret;
}
