/** Accounts for tests: a cell with members, and persons of theirs who are let in without a link. */
import { admitMember } from '@entente/store/coalition/writer';
import { addAccount } from '@entente/store/account/writer';
import { makeAccounts, type Accounts } from '@entente/server/account/acts';
import { firstStart, foundHost } from '@entente/server/account/first-start';
import type { MadeLink } from '@entente/server/account/links';
import type { AccountInfo } from '@entente/server/account/login';
import { scopesOf } from '@entente/server/account/rights';
import type { Post } from '@entente/server/message/post';
import type { Caller, Role } from '@entente/server/caller';
import { callerOf } from '../world/play.ts';
import { startTestCell, type TestCell } from '../cell.ts';

export const [norland, sundland] = ['a', 'b'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`,
) as [string, string];

export interface Cast extends TestCell, Accounts {
  /** How long sign-ins were made to wait, in milliseconds. */
  pauses: number[];
}

/** A cell without member or account. @param post how e-mail leaves; none does where it is left out */
export async function startCast(seed?: string, post?: Post): Promise<Cast> {
  const test = await startTestCell(seed);
  const pauses: number[] = [];
  const accounts = makeAccounts(test.cell, {
    publicUrl: 'https://cell.example.org',
    post,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { ...test, ...accounts, pauses };
}

const memberOf = (id: string, name: string) => ({ id, name, kind: 'nation', identity: `identity--${id}` });

/** Admits Norland, which hosts, and Sundland. */
export async function admitBoth(cast: Cast): Promise<void> {
  await foundHost(cast.cell, { ...memberOf(norland, 'Norland'), realm: 'norland' });
  await cast.cell.act(callerOf('hub'), 'member', {}, (change) =>
    admitMember(change, memberOf(sundland, 'Sundland')),
  );
}

export interface Founded {
  /** Secretary of the cell and administrator of Norland. */
  chief: Caller;
  /** Administrator of Sundland. */
  other: Caller;
  codes: { norland: string; sundland: string };
}

const password = 'seven grey herons';
const address = '192.0.2.1';
const cells = new WeakMap<Cast, Promise<Founded>>();

/** What stands behind the # of a link. */
export const secretOf = (made: MadeLink | undefined): string => new URL(made?.link ?? '').hash.slice(1);

/** Both members with their first administrators, who came by their links; the same at each call. */
export function founded(cast: Cast, { invite = true } = {}): Promise<Founded> {
  const there = cells.get(cast) ?? found(cast, invite);
  cells.set(cast, there);
  return there;
}

async function found(cast: Cast, invite: boolean): Promise<Founded> {
  await admitBoth(cast);
  const first = await redeem(cast, await firstStart(cast.cell, 'https://cell.example.org'), 'chief');
  if (!invite)
    return { chief: first.caller, other: first.caller, codes: { norland: first.code, sundland: '' } };
  const link = await cast.acts.inviteMember(first.caller, { member: sundland, realm: 'sundland' });
  const second = await redeem(cast, link, 'ivo');
  return {
    chief: first.caller,
    other: second.caller,
    codes: { norland: first.code, sundland: second.code },
  };
}

async function redeem(
  cast: Cast,
  link: MadeLink | undefined,
  login: string,
): Promise<{ caller: Caller; code: string }> {
  const person = { login, name: login, password, address };
  const { account, recoveryCode = '' } = await cast.acts.redeemLink({ secret: secretOf(link), ...person });
  return { caller: await enter(cast, account.login), code: recoveryCode };
}

async function enter(cast: Cast, login: string): Promise<Caller> {
  const answer = await cast.acts.signIn({ login, password, address });
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  const cookie = `entente_session=${answer.session.secret}`;
  return (await cast.authenticate({ authorization: undefined, cookie, address })) as Caller;
}

/** An analyst of Norland who has set a password. */
export async function welcome(cast: Cast, login: string, chosen: string): Promise<AccountInfo> {
  const { chief } = await founded(cast);
  const person = { login, name: login, kind: 'person', roles: ['analyst'] } as const;
  const { link } = await cast.acts.createAccount(chief, person);
  const redeemed = await cast.acts.redeemLink({ secret: secretOf(link), password: chosen, address });
  return redeemed.account;
}

export interface Person {
  login: string;
  member?: string;
  roles?: Role[];
  kind?: 'person' | 'service';
}

/** Lets an account in, without a password, and gives its caller. */
export async function letIn(cast: Cast, person: Person): Promise<Caller> {
  const { login, member = norland, roles = ['analyst'], kind = 'person' } = person;
  const id = cast.world.uuid();
  const at = cast.world.now();
  const account = {
    id,
    member,
    login,
    name: login,
    kind,
    roles,
    reader: member,
    language: 'en',
    password: null,
    at,
  };
  await cast.cell.act(callerOf('hub'), 'account', {}, ({ client }) => addAccount(client, account));
  const scopes = new Set(scopesOf(roles));
  const rest = { purpose: undefined, caseReference: undefined };
  return { account: id, member, reader: member, roles: new Set(roles), scopes, ...rest };
}
