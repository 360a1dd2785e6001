/** What commands of a gateway have in common: where it is, and where what it makes goes. */
import { Failure } from '@entente/core/failure';
import { bytesOf, textOf } from '../files.ts';
import { hasCode, openHub, type Hub } from '../gateway/hub.ts';
import { readProfile } from '../profile.ts';

const longest = 256 * 1024 * 1024;
export const folderArgument = ['<folder>', 'the folder of the gateway'] as const;
export const agreementArgument = ['<agreement>', 'id of the agreement in its policy'] as const;
export const hubOption = ['--hub', 'send it to the hub instead'] as const;

/** A file that the other side wrote. */
export const readWhole = (file: string): Promise<string> => textOf(bytesOf(file), longest);

/** Where what is made goes: one of the two. */
export interface Target {
  out?: string;
  hub?: boolean;
}

/** The hub, where things go there, and not into a file. */
export async function hubFor({ out, hub = false }: Target): Promise<Hub | undefined> {
  if (hub === (out !== undefined)) throw new Failure('invalid', 'One is wanted: --out FILE, or --hub.');
  return hub ? openHub(await readProfile()) : undefined;
}

/** Says what to do where the hub could not take it. */
export async function withRemedy<Answer>(remedy: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!hasCode(error, 'unavailable', 'too-many', 'unauthenticated')) throw error;
    throw new Failure(error.code, `${error.message} ${remedy}`, error);
  }
}
