/**
 * Signing in. Unknown and wrong are one answer, after the same work. Who guesses waits longer and longer,
 * counted by login and network, so that nobody else is kept out: a browser in which the account signed in
 * before is counted by itself, and guesses from everywhere at once only make strange browsers slower.
 */
import type { Change } from '@entente/store/change/change';
import {
  countFailure,
  forgetAttempts,
  readFailures,
  returnAttempt,
  takeAttempt,
} from '@entente/store/account/attempt-writer';
import { readHostRealm } from '@entente/store/account/link-reader';
import {
  isKnownDevice,
  readAccount,
  readAccountByLogin,
  type AccountRow,
} from '@entente/store/account/reader';
import { takeTotpStep } from '@entente/store/account/writer';
import { beginSession, type Begun } from './begin-session.ts';
import { typedLogin } from './login.ts';
import { attemptKey } from './proof/confirm.ts';
import { networkOf } from './proof/network.ts';
import { digestOf, unseal } from './proof/secret.ts';
import { stepOf } from './proof/totp.ts';
import type { Scene } from './scene.ts';
import { optionalText } from './text.ts';

export interface SignInCommand {
  login: string;
  password: string;
  /** The one-time code, where the account has one. */
  code?: string | undefined;
  /** What the session is for; may be declared later. */
  purpose?: string | undefined;
  caseReference?: string | undefined;
  address: string;
  /** The User-Agent header. */
  agent?: string | undefined;
  /** What the cookie of known browsers, entente_device, holds. */
  device?: string | undefined;
}

export interface SignedIn extends Begun {
  outcome: 'signed-in';
  /** Failed attempts since the last sign-in, from wherever. */
  failedBefore: number;
}

export type SignInAnswer =
  | SignedIn
  | { outcome: 'refused' }
  /** The password was right; the code is wanted as well. */
  | { outcome: 'code-required' }
  | { outcome: 'wait'; seconds: number };

export interface SignInActs {
  signIn(command: SignInCommand): Promise<SignInAnswer>;
}

const hour = 3_600_000_000;

/** Guesses from everywhere that make nobody slower. */
const calm = 10;

type Given = Omit<SignInCommand, 'purpose' | 'caseReference'> & {
  purpose: string | null;
  caseReference: string | null;
};

interface Door {
  login: string;
  account: AccountRow | undefined;
  /** The browser's secret, where the account signed in in it before. */
  device: string | undefined;
  /** Counts who guesses here; makes wait. */
  here: string;
  /** Counts guesses from everywhere; makes slower. */
  everywhere: string;
  network: string;
}

export function signInActs(scene: Scene): SignInActs {
  const { cell } = scene;
  const { writer } = cell.database;
  return {
    async signIn({ purpose, caseReference, ...given }) {
      const command: Given = {
        ...given,
        purpose: optionalText(purpose, 'purpose', 500),
        caseReference: optionalText(caseReference, 'caseReference', 200),
      };
      const door = await arrive(scene, command);
      const left = await takeAttempt(writer, door.here, cell.world.now());
      if (left > 0) return { outcome: 'wait', seconds: Math.ceil(left / 1_000_000) };
      const guesses = await slowDown(scene, door);
      const account = await passwordHolder(scene, door, command.password);
      const code = account && checkCode(scene, account, command.code);
      if (account !== undefined && code === 'wanted') {
        await returnAttempt(writer, door.here);
        return { outcome: 'code-required' };
      }
      const entered =
        account && typeof code === 'number' ? await enter(scene, command, door, account, code) : undefined;
      if (entered === undefined) {
        await countFailure(writer, door.everywhere, cell.world.now());
        return { outcome: 'refused' };
      }
      return { outcome: 'signed-in', ...entered, failedBefore: guesses };
    },
  };
}

/** The account at the door, if the password is its own and it may enter. */
async function passwordHolder(
  { hashing }: Scene,
  { account, network, device, login }: Door,
  password: string,
): Promise<AccountRow | undefined> {
  const source = device === undefined ? network : `device ${login}`;
  const isRight = await hashing.verify(account?.password, password, source);
  return isRight && account?.kind === 'person' && account.disabledAt === null ? account : undefined;
}

async function arrive(scene: Scene, { login: typed, address, device }: Given): Promise<Door> {
  const { writer } = scene.cell.database;
  const login = typedLogin(typed, (await readHostRealm(writer))?.name);
  const account = await readAccountByLogin(writer, login);
  const network = networkOf(address);
  const isKnown = device !== undefined && (await isKnownDevice(writer, account?.id ?? '', digestOf(device)));
  return {
    login,
    account,
    device: isKnown ? device : undefined,
    here: attemptKey(scene, login, isKnown ? `device ${digestOf(device)}` : `network ${network}`),
    everywhere: attemptKey(scene, login, 'everywhere'),
    network,
  };
}

/** Waits a little where many guess at this login, unless the browser is known; returns how many guessed. */
async function slowDown({ cell, pause }: Scene, door: Door): Promise<number> {
  const now = cell.world.now();
  const { failures, lastAt } = await readFailures(cell.database.writer, door.everywhere, now);
  const isUnderWay = failures > calm && now - lastAt < hour;
  if (isUnderWay && door.device === undefined) {
    await pause(Math.min(5000, 100 * 2 ** Math.min(failures - calm, 10)));
  }
  return failures;
}

/** The step of a right code, 0 where none is needed, `wanted` where it lacks, `wrong` where it is. */
function checkCode(
  { cell }: Scene,
  account: AccountRow,
  code: string | undefined,
): number | 'wanted' | 'wrong' {
  if (account.totp === null) return 0;
  if (code === undefined || code.trim() === '') return 'wanted';
  const step = stepOf(unseal(cell.keys, account.totp, account.id), code, cell.world.now());
  return step === undefined || step <= account.totpStep ? 'wrong' : step;
}

/** Begins the session; `undefined` where the code was taken, or the account changed, meanwhile. */
async function enter(
  scene: Scene,
  { purpose, caseReference, agent = '' }: Given,
  door: Door,
  account: AccountRow,
  step: number,
): Promise<Begun | undefined> {
  const isSame = async ({ client }: Change): Promise<boolean> => {
    const now = await readAccount(client, account.member, account.id);
    const isUnchanged =
      now?.password === account.password && now.disabledAt === null && now.totp === account.totp;
    return isUnchanged && (step === 0 || (await takeTotpStep(client, account.id, step)));
  };
  const { device, network } = door;
  return beginSession(
    scene,
    account,
    { purpose, caseReference, agent, device, network },
    {
      says: { 'second-factor': step > 0 },
      mayEnter: isSame,
      after: ({ client, at }) => forgetAttempts(client, [door.here, door.everywhere], at),
    },
  );
}
