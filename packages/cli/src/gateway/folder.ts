/**
 * The folder of a gateway, readable by its owner alone: secrets, the policy, and for each agreement the own epoch, what
 * was answered, and the runs that were asked.
 */
import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { signerOf, type NoteSigner } from '@entente/core/ledger/note';
import type { RunRecord } from '@entente/core/matching/answer';
import type { Random } from '@entente/core/matching/output-set';
import { readPolicy, type Policy } from './policy.ts';
import { textIfThere } from '../files.ts';

/** What a gateway acts with. */
export interface Gateway {
  readonly folder: string;
  readonly policy: Policy;
  readonly signer: NoteSigner;
  /** 32 secret bytes, of which the keys of all epochs are derived. */
  readonly epochs: Uint8Array;
  readonly random: Random;
}

/** The own epoch of an agreement, as it is kept. */
export interface KeptEpoch {
  number: number;
  announcement: string;
}

export const random: Random = (length) => new Uint8Array(randomBytes(length));

const secretsFile = (folder: string): string => join(folder, 'secrets.json');
const policyFile = (folder: string): string => join(folder, 'policy.json');

/** Makes the folder with new secrets and an empty policy. @throws Failure `conflict` where there is one */
export async function makeFolder(folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secrets = { signing: randomBytes(32).toString('hex'), epochs: randomBytes(32).toString('hex') };
  try {
    await writeFile(secretsFile(folder), inJson(secrets), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Failure('conflict', `${folder} is a gateway already. Its secrets are kept.`, error);
  }
  const policy = { name, list: 'list.csv', agreements: [] };
  await writeFile(policyFile(folder), inJson(policy), { mode: 0o600 });
}

/** @throws Failure `invalid` where it is no folder of a gateway, or its policy cannot be understood */
export async function openGateway(folder: string): Promise<Gateway> {
  const secrets = (await readJson(secretsFile(folder))) as { signing: string; epochs: string } | undefined;
  const policy = await readJson(policyFile(folder));
  if (secrets === undefined || policy === undefined) {
    throw new Failure('invalid', `${folder} is no gateway: \`entente gateway init\` makes one.`);
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

const agreementFile = ({ folder }: Gateway, agreement: string, file: string): string =>
  join(folder, agreement, file);

/** The own epoch; `undefined` before the first. */
export const readEpoch = async (gateway: Gateway, agreement: string): Promise<KeptEpoch | undefined> =>
  (await readJson(agreementFile(gateway, agreement, 'epoch.json'))) as KeptEpoch | undefined;

export const keepEpoch = (gateway: Gateway, agreement: string, epoch: KeptEpoch): Promise<void> =>
  keep(agreementFile(gateway, agreement, 'epoch.json'), epoch);

const runFile = (id: string): string => `run-${id}.json`;

/** Keeps a run that was asked, with its blinds: needed for the answer, and for an audit. */
export const keepRun = (gateway: Gateway, agreement: string, id: string, run: unknown): Promise<void> =>
  keep(agreementFile(gateway, agreement, runFile(id)), run);

export const readRun = (gateway: Gateway, agreement: string, id: string): Promise<unknown> =>
  readJson(agreementFile(gateway, agreement, runFile(id)));

/** What was answered or refused in an agreement. */
export async function readRecords(gateway: Gateway, agreement: string): Promise<RunRecord[]> {
  const text = (await textIfThere(agreementFile(gateway, agreement, 'answered.ndjson'))) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunRecord);
}

/** Keeps a run of the other side as it came, for an audit, and its record; both are on disk when this is done. */
export async function keepRecord(
  gateway: Gateway,
  agreement: string,
  record: RunRecord,
  note: string,
): Promise<void> {
  await keep(agreementFile(gateway, agreement, `answered-${record.run}.json`), { note });
  const path = agreementFile(gateway, agreement, 'answered.ndjson');
  await appendFile(path, `${JSON.stringify(record)}\n`, { mode: 0o600, flush: true });
}

/** Does what no other process may do meanwhile in an agreement: two answers at once could pass the quota. */
export async function alone<Result>(
  gateway: Gateway,
  agreement: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = agreementFile(gateway, agreement, 'answering');
  await mkdir(join(gateway.folder, agreement), { recursive: true, mode: 0o700 });
  const lock = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Failure('locked', `Another process answers. If there is none, remove ${path}.`, error);
  });
  try {
    return await work();
  } finally {
    await lock.close();
    await rm(path);
  }
}

/** Replaces a file as a whole. */
async function keep(path: string, value: unknown): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, inJson(value), { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}

const inJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function readJson(path: string): Promise<unknown> {
  const text = await textIfThere(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('invalid', `${path} is not JSON: ${(error as Error).message}.`, error);
  }
}
