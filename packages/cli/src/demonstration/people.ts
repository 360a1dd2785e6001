/** The accounts of the demonstration: one desk of each member, with a password and a token. */
import { hashPassword, type Founding } from '@entente/server/acts/founding';
import type { Caller, Role } from '@entente/server/caller';
import type { OpenCell } from '@entente/server/open-cell';
import type { DemonstrationAct } from './acts.ts';
import { memberOf, type MemberKey } from './members.ts';

/** An account with its token, as the demonstration hands it out. */
export interface DemonstrationAccount {
  id: string;
  name: string;
  /** The login; also the user of Basic authentication, with the token as password. */
  user: string;
  token: string;
}

export type Admission = Extract<DemonstrationAct, { kind: 'member' }>;

const roles: readonly Role[] = ['analyst', 'release-officer', 'integrator', 'administrator', 'auditor'];

/** The caller that an account's token gives. */
export async function callerOf(open: OpenCell, { token, user }: DemonstrationAccount): Promise<Caller> {
  const authorization = `Bearer ${token}`;
  const caller = await open.ports.authenticate({ authorization, cookie: undefined, address: '127.0.0.1' });
  if (caller === undefined) throw new Error(`The token of ${user} is good no more.`);
  return caller;
}

/** Who acts for a member once the story is played. */
export async function actorOf(
  open: OpenCell,
  accounts: readonly DemonstrationAccount[],
  key: MemberKey,
): Promise<Caller> {
  const account = accounts.find(({ id }) => id === memberOf(key).id);
  if (account === undefined) throw new Error(`${key} has not come.`);
  return callerOf(open, account);
}

export class DemonstrationPeople {
  readonly accounts: DemonstrationAccount[] = [];
  private readonly callers = new Map<string, Caller>();
  private readonly open: OpenCell;
  private readonly host: string;
  private readonly password: Promise<string>;

  /**
   * @param host the member that hosts the cell: its desk is the secretary
   * @param password of every account
   */
  constructor(open: OpenCell, host: string, password: string) {
    this.open = open;
    this.host = host;
    this.password = hashPassword(open.cell, password);
  }

  /** A member comes with its desk. */
  async come(founding: Founding, { id, name, memberKind: kind, identity, user }: Admission): Promise<void> {
    const host = id === this.host;
    const realm = `${user}.example`;
    const login = `desk@${realm}`;
    const { token } = await founding.admitMember(
      { id, name, kind, identity, host },
      {
        realm,
        login,
        name: `Desk of ${name}`,
        roles: host ? [...roles, 'secretary'] : roles,
        password: await this.password,
      },
    );
    this.accounts.push({ id, name, user: login, token });
  }

  /** Who acts for a member. */
  async of(member: string): Promise<Caller> {
    const account = this.accounts.find(({ id }) => id === member);
    if (account === undefined) throw new Error(`${member} acts before it has come.`);
    const caller = this.callers.get(member) ?? (await callerOf(this.open, account));
    this.callers.set(member, caller);
    return caller;
  }
}
