/** Which cell a command speaks to, and as whom: the environment, else the profile that `entente login` keeps. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { makeClient, type Client } from '@entente/contract/client';
import { fetchKeeping } from './ledger/keeping.ts';
import { settingsFolder } from './settings-folder.ts';

export interface Profile {
  url: string;
  token: string;
  /** Whose token it is, for the person who looks into the file. */
  login?: string;
}

/** Where the profile is kept. */
export const profileFile = (environment: NodeJS.ProcessEnv = process.env): string =>
  join(settingsFolder(environment), 'profile.json');

/** @throws Failure `unauthenticated` saying what to do, where neither environment nor profile say */
export async function readProfile(environment: NodeJS.ProcessEnv = process.env): Promise<Profile> {
  const { ENTENTE_URL: url, ENTENTE_TOKEN: token } = environment;
  const kept =
    url !== undefined && token !== undefined ? undefined : await keptProfile(profileFile(environment));
  // A token goes to the cell that it is of, and to no other.
  if (url !== undefined && token === undefined && kept !== undefined && kept.url !== plain(url)) {
    throw new Failure(
      'unauthenticated',
      `Set ENTENTE_TOKEN too: the profile is of ${kept.url}, not of ${url}.`,
    );
  }
  const found = { url: url ?? kept?.url, token: token ?? kept?.token };
  if (found.url === undefined || found.token === undefined) {
    throw new Failure('unauthenticated', 'Set ENTENTE_URL and ENTENTE_TOKEN, or sign in with entente login.');
  }
  if (!URL.canParse(found.url)) throw new Failure('invalid', `${found.url} is no address of a cell.`);
  return { url: plain(found.url), token: found.token };
}

const plain = (url: string): string => url.replace(/\/+$/, '');

async function keptProfile(file: string): Promise<Profile | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Profile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure('invalid', `The profile ${file} cannot be read; sign in again.`, error);
  }
}

/** Keeps a profile, readable by its owner alone; gives the path of the file. */
export async function keepProfile({ url, ...rest }: Profile): Promise<string> {
  const file = profileFile();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify({ url: plain(url), ...rest }, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/** A client of the cell, as the account of the profile. */
export const connect = async (): Promise<Client> => clientOf(await readProfile());

/** The same of a profile that is known. */
export const clientOf = (profile: Profile): Client =>
  makeClient({ ...profile, fetch: fetchKeeping(profile.url) });
