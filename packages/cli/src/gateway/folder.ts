/** The folder of a gateway, readable by its owner alone: secrets and the policy (what is kept of agreements: kept.ts). */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { signerOf, type NoteSigner } from '@entente/core/ledger/note';
import type { Random } from '@entente/core/matching/output-set';
import { z } from 'zod';
import { bytesOf } from '../files.ts';
import { readJson, readShaped } from './json-file.ts';
import { readList, type ListEntry } from './list.ts';
import { readPolicy, type Policy } from './policy.ts';

/** What a gateway acts with. */
export interface Gateway {
  readonly folder: string;
  readonly policy: Policy;
  readonly signer: NoteSigner;
  /** 32 secret bytes, of which the keys of all epochs are derived. */
  readonly epochs: Uint8Array;
  readonly random: Random;
}

const random: Random = (length) => new Uint8Array(randomBytes(length));

const secretShape = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const secretsShape = z.object({ signing: secretShape, epochs: secretShape });

const secretsFile = (folder: string): string => join(folder, 'secrets.json');
const policyFile = (folder: string): string => join(folder, 'policy.json');

/**
 * Makes what is missing: new secrets, an empty policy. What is there stays as it is, as do the rights of the folder.
 * @throws Failure `conflict` where nothing is missing, or the policy has another name
 */
export async function makeFolder(folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const policy = await readJson(policyFile(folder));
  if (policy !== undefined) {
    const { name: stated } = readPolicy(policy, policyFile(folder));
    if (stated !== name) {
      throw new Failure('conflict', `${policyFile(folder)} names the gateway “${stated}”, not “${name}”.`);
    }
  }
  const secret = (): string => randomBytes(32).toString('hex');
  const made = [
    await isMade(secretsFile(folder), { signing: secret(), epochs: secret() }),
    await isMade(policyFile(folder), { name, list: 'list.csv', agreements: [] }),
  ];
  if (!made.includes(true)) {
    throw new Failure('conflict', `${folder} is a gateway already. Its secrets are kept.`);
  }
}

async function isMade(path: string, value: unknown): Promise<boolean> {
  try {
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** @throws Failure `invalid`, with the file and what to do, where it is no folder of a gateway, or not whole */
export async function openGateway(folder: string): Promise<Gateway> {
  const secrets = await readShaped(
    secretsFile(folder),
    secretsShape,
    'Put it back from a copy; without one, make another gateway in another folder, whose key is given anew.',
  );
  const policy = await readJson(policyFile(folder));
  if (secrets === undefined || policy === undefined) {
    const missing = secrets === undefined ? secretsFile(folder) : policyFile(folder);
    throw new Failure(
      'invalid',
      `${folder} is no gateway: ${missing} is missing. \`entente gateway init\` makes it.`,
    );
  }
  const read = readPolicy(policy, policyFile(folder));
  return {
    folder,
    policy: read,
    signer: signerOf(read.name, Buffer.from(secrets.signing, 'hex')),
    epochs: Buffer.from(secrets.epochs, 'hex'),
    random,
  };
}

const listFile = ({ folder, policy }: Gateway): string =>
  isAbsolute(policy.list) ? policy.list : join(folder, policy.list);

/** The list that the policy names. */
export const ownList = (gateway: Gateway): Promise<ListEntry[]> => readList(listFile(gateway));

/** SHA-256 of its file, in hexadecimal digits. */
export async function ownListDigest(gateway: Gateway): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of bytesOf(listFile(gateway))) hash.update(bytes);
  return hash.digest('hex');
}
