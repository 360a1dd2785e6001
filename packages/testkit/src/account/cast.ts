/** Accounts for tests: a cell with members, and persons of theirs who are let in without a link. */
import { admitMember } from '@entente/store/coalition/writer';
import { addAccount } from '@entente/store/account/writer';
import { makeAccounts, type Accounts } from '@entente/server/account/acts';
import { scopesOf } from '@entente/server/account/rights';
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

/** A cell with two members and no account. */
export async function startCast(seed?: string): Promise<Cast> {
  const test = await startTestCell(seed);
  for (const [id, name] of [
    [norland, 'Norland'],
    [sundland, 'Sundland'],
  ] as const) {
    await test.cell.act(callerOf('hub'), 'member', {}, (change) =>
      admitMember(change, { id, name, kind: 'nation', identity: `identity--${id}` }),
    );
  }
  const pauses: number[] = [];
  const accounts = makeAccounts(test.cell, {
    publicUrl: 'https://cell.example.org',
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { ...test, ...accounts, pauses };
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
