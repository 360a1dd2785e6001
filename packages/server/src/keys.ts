/** The cell's own keys: made at the first start, kept in one file of the data folder, part of a backup. */
import { createHash, randomBytes } from 'node:crypto';
import { access, chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '@entente/core/failure';
import { readKeyDigest, settleKeyDigest } from '@entente/store/cell-keys/writer';
import type { Queryable } from '@entente/store/database/queryable';

export interface Keys {
  /** For stand-in ids (ADR 5, rule 4). */
  readonly standIn: Uint8Array;
  /** For sealed cursors. */
  readonly cursor: Uint8Array;
  /** For secrets of accounts that must be read again (TOTP). */
  readonly account: Uint8Array;
}

const names = ['standIn', 'cursor', 'account'] as const;

/** The file of a data folder that holds the keys. */
export const keyFile = (dataFolder: string): string => join(dataFolder, 'keys.json');

/**
 * The keys that belong to the cell of a database. They are made at its first start alone: with others, second
 * factors would be lost, and cursors and stand-in ids would change.
 * @throws Failure `incompatible` where the folder has none or others, and as `loadKeys`
 */
export async function keysOf(client: Queryable, dataFolder: string): Promise<Keys> {
  const file = keyFile(dataFolder);
  const wrong = (): Failure =>
    new Failure(
      'incompatible',
      `The keys of this cell are not in ${file}. Put the key file of the cell there, or restore a backup.`,
    );
  const isNew = (await readKeyDigest(client)) === null;
  if (!isNew && !(await isThere(file))) throw wrong();
  const keys = await loadKeys(dataFolder);
  const hash = createHash('sha256');
  for (const name of names) hash.update(keys[name]);
  const digest = hash.digest('hex');
  if ((await settleKeyDigest(client, digest)) !== digest) throw wrong();
  return keys;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false, // told by the caller
  );

/** Reads the keys, or makes them where the folder has none. */
async function loadKeys(dataFolder: string): Promise<Keys> {
  const file = keyFile(dataFolder);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Failure('unavailable', `The key file ${file} cannot be read.`, error);
  });
  if (text !== undefined) return parseKeys(text, file);
  await makeKeys(file);
  return parseKeys(await readFile(file, 'utf8'), file);
}

/** Two processes that start at once agree on the first file that stands. */
async function makeKeys(file: string): Promise<void> {
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')]));
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

function parseKeys(text: string, file: string): Keys {
  const key = (value: unknown): Uint8Array | undefined =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? Buffer.from(value, 'hex') : undefined;
  try {
    const values = JSON.parse(text) as Record<string, unknown>;
    const found = names.map((name) => [name, key(values[name])] as const);
    if (found.every(([, value]) => value !== undefined)) return Object.fromEntries(found) as unknown as Keys;
  } catch (error) {
    throw new Failure('incompatible', `The key file ${file} is no JSON. Restore it from a backup.`, error);
  }
  throw new Failure('incompatible', `The key file ${file} lacks a key. Restore it from a backup.`);
}
