/** The accounts of the demonstration: one person of each member, who comes by a one-time link as in earnest. */
import type { Caller, Role } from '@entente/server/caller';
import { firstStart } from '@entente/server/account/first-start';
import type { OpenCell } from '@entente/server/open-cell';

/** An account with its token, as the demonstration hands it out. */
export interface DemonstrationAccount {
  id: string;
  name: string;
  /** The login; also the user of Basic authentication, with the token as password. */
  user: string;
  token: string;
}

const address = '127.0.0.1';
const own: readonly Role[] = ['analyst', 'release-officer', 'integrator', 'administrator'];

/** What stands behind the @ in the logins of a member. */
export const realmOf = (user: string): string => `${user}.example`;

export class DemonstrationPeople {
  /** By member id: who acts for it. */
  readonly callers = new Map<string, Caller>();
  readonly accounts: DemonstrationAccount[] = [];
  private readonly open: OpenCell;
  private readonly password: string;
  private secretary: Caller | undefined;

  /** @param password of every account */
  constructor(open: OpenCell, password: string) {
    this.open = open;
    this.password = password;
  }

  /** The host's first person, who is the secretary of the cell too. */
  async comeFirst(member: { id: string; name: string; user: string }): Promise<void> {
    const made = await firstStart(this.open.cell, 'http://localhost');
    this.secretary = await this.come(member, made?.link ?? '', [...own, 'secretary']);
  }

  /** The first person of a member that the secretary invites. */
  async comeInvited(member: { id: string; name: string; user: string }): Promise<void> {
    if (this.secretary === undefined) throw new Error('Nobody is there yet to invite.');
    const { acts } = this.open.accounts;
    const { link } = await acts.inviteMember(this.secretary, {
      member: member.id,
      realm: realmOf(member.user),
    });
    await this.come(member, link, own);
  }

  private async come(
    { id, name, user }: { id: string; name: string; user: string },
    link: string,
    roles: readonly Role[],
  ): Promise<Caller> {
    const { acts } = this.open.accounts;
    const { password } = this;
    const secret = new URL(link).hash.slice(1);
    const login = `desk@${realmOf(user)}`;
    await acts.redeemLink({ secret, login, name: `Desk of ${name}`, password, address });
    const first = await this.signIn(login);
    await acts.changeAccount(first, first.account, { roles });
    const caller = await this.signIn(login);
    const { secret: token } = await acts.createToken(caller, {
      name: 'demonstration',
      scopes: ['read', 'write', 'label', 'admin'],
      purpose: 'Demonstration',
      days: 366,
    });
    this.callers.set(id, caller);
    this.accounts.push({ id, name, user: login, token });
    return caller;
  }

  private async signIn(login: string): Promise<Caller> {
    const { acts, authenticate } = this.open.accounts;
    const purpose = 'Demonstration';
    const answer = await acts.signIn({ login, password: this.password, purpose, address });
    if (answer.outcome !== 'signed-in') throw new Error(`${login} could not sign in: ${answer.outcome}.`);
    const cookie = `entente_session=${answer.session.secret}`;
    const caller = await authenticate({ authorization: undefined, cookie, address });
    if (caller === undefined) throw new Error(`${login} signed in and is not known.`);
    return caller;
  }
}
