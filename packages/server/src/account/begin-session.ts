/** The session that begins once somebody has proved who they are, by whatever means. */
import type { JsonObject } from '@entente/core/stix/types';
import type { Change } from '@entente/store/change/change';
import { hasDevice, type AccountRow } from '@entente/store/account/reader';
import { addSession, noteDevice } from '@entente/store/account/writer';
import { notify } from '@entente/store/message/writer';
import { accountInfo, callerFor, type AccountInfo } from './login.ts';
import { digestOf, makeSecret } from './proof/secret.ts';
import type { Scene } from './scene.ts';

/** What is known of the browser, and what the session is for. */
export interface Entrant {
  purpose: string | null;
  caseReference: string | null;
  agent: string;
  /** The browser's secret, where the account signed in in it before. */
  device: string | undefined;
  network: string;
}

export interface Begun {
  account: AccountInfo;
  /** For the session cookie; never shown again. `expiresAt` in microseconds. */
  session: { id: string; secret: string; expiresAt: number };
  /** For the cookie of known browsers, to keep for a year. */
  device: string;
}

/** What belongs to one way of proving. */
interface Proof {
  /** Said in the record of the act. */
  says: JsonObject;
  /** Asked again in the transaction: whether the account is still the one that proved. */
  mayEnter: (change: Change) => Promise<boolean>;
  after?: (change: Change) => Promise<void>;
}

/** How long a session lasts at most, in microseconds. */
const sessionLength = 12 * 3_600_000_000;

/** Begins a session; `undefined` where the account may not enter any more. */
export async function beginSession(
  { cell }: Scene,
  account: AccountRow,
  entrant: Entrant,
  { says, mayEnter, after }: Proof,
): Promise<Begun | undefined> {
  const { purpose, caseReference, network: address } = entrant;
  const at = cell.world.now();
  const [id, secret] = [cell.world.uuid(), makeSecret(cell.world, '')];
  const device = entrant.device ?? makeSecret(cell.world, '');
  const expiresAt = at + sessionLength;
  const agent = entrant.agent.replace(/[^\x20-\x7e]/g, '').slice(0, 120);
  const session = {
    id,
    account: account.id,
    digest: digestOf(secret),
    purpose,
    caseReference,
    at,
    expiresAt,
  };
  const caller = { ...callerFor(account, purpose), caseReference: caseReference ?? undefined };
  const body = { session: id, ...says, 'known-browser': entrant.device !== undefined };
  const work = async (change: Change): Promise<void> => {
    const { client } = change;
    if (!(await mayEnter(change))) throw new Overtaken();
    await addSession(client, { ...session, address, agent });
    if (entrant.device === undefined) await tellOfStranger(change, account, id);
    await noteDevice(client, account.id, digestOf(device), at);
    await after?.(change);
  };
  try {
    await cell.act(caller, 'sign-in', body, work, { at });
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
  return { account: accountInfo(account), session: { id, secret, expiresAt }, device };
}

/** The account is told where it signs in in a strange browser; not of the first one, or after all were forgotten. */
async function tellOfStranger(change: Change, { id, member }: AccountRow, session: string): Promise<void> {
  if (!(await hasDevice(change.client, id))) return;
  const to = { member, account: id, roles: [] };
  await notify(change, [{ ...to, kind: 'device-new', about: id, params: {}, waits: false, step: session }]);
}

/** Undoes the act of a sign-in that came too late. */
class Overtaken extends Error {}
