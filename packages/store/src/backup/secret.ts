import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Failure } from '@entente/core/failure';

/** What opens a backup: words that a person knows, or a file that is kept apart from it. */
export type BackupSecret = { readonly passphrase: string } | { readonly keyFile: string };

/** The first lines of a backup, in clear; every byte of them goes into the key. */
export interface Header {
  readonly cipher: 'aes-256-gcm, chunks of 65536';
  readonly secret: 'passphrase' | 'key file';
  /** of scrypt (RFC 7914), where there is a passphrase */
  readonly cost?: { readonly N: number; readonly r: number; readonly p: number };
  readonly salt: string;
  /** tells a wrong secret from a damaged file */
  readonly check: string;
}

/** 128 MB of memory and some 0.3 s for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1 };
const magic = 'entente-backup/1\n';
const longestHeader = 4096;
const shortestPassphrase = 12;
const shortestKey = 32;

/** A new key for one backup, and the header that lets the same secret find it again. */
export async function sealingKey(secret: BackupSecret): Promise<{ header: Buffer; key: Buffer }> {
  if ('passphrase' in secret && secret.passphrase.length < shortestPassphrase) {
    throw new Failure('invalid', `A passphrase has at least ${shortestPassphrase} characters.`);
  }
  const salt = randomBytes(32);
  const withCost = 'passphrase' in secret ? { cost } : {};
  const root = await rootOf(secret, salt, cost);
  const lines: Header = {
    cipher: 'aes-256-gcm, chunks of 65536',
    secret: 'passphrase' in secret ? 'passphrase' : 'key file',
    ...withCost,
    salt: salt.toString('base64'),
    check: checkOf(root).toString('base64'),
  };
  const header = Buffer.from(`${magic}${JSON.stringify(lines)}\n`);
  return { header, key: keyOf(root, header) };
}

/**
 * The key that this secret and the header of a file give.
 * @param start the first bytes of the file, 8 KB or all
 * @throws Failure `invalid` (not a backup), `incompatible` (another format), `unauthenticated` (wrong secret)
 */
export async function openingKey(
  start: Buffer,
  secret: BackupSecret,
): Promise<{ headerLength: number; key: Buffer }> {
  const { lines, length } = parseHeader(start);
  const given = 'passphrase' in secret ? 'passphrase' : 'key file';
  if (lines.secret !== given) {
    throw new Failure('unauthenticated', `This backup opens with a ${lines.secret}, not with a ${given}.`);
  }
  const root = await rootOf(secret, Buffer.from(lines.salt, 'base64'), lines.cost ?? cost);
  const check = Buffer.from(lines.check, 'base64');
  const expected = checkOf(root);
  if (check.length !== expected.length || !timingSafeEqual(check, expected)) {
    throw new Failure('unauthenticated', `The ${given} is not that of this backup.`);
  }
  return { headerLength: length, key: keyOf(root, start.subarray(0, length)) };
}

/** Writes a new key file, 256 bits of chance; never over another file. */
export async function createKeyFile(path: string): Promise<void> {
  await writeFile(path, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
}

function parseHeader(start: Buffer): { lines: Header; length: number } {
  const end = start.subarray(0, longestHeader).indexOf('\n', magic.length);
  const first = start.subarray(0, magic.length).toString('latin1');
  if (first !== magic) {
    const other = /^entente-backup\/\d/.test(first);
    if (other) throw new Failure('incompatible', 'This backup has a format that another release reads.');
    throw new Failure('invalid', 'This file is not a backup of Entente.');
  }
  const lines = end < 0 ? undefined : parseLines(start.subarray(magic.length, end).toString('utf8'));
  if (!lines) throw new Failure('invalid', 'The head of this backup is damaged; nothing was restored.');
  return { lines, length: end + 1 };
}

function parseLines(text: string): Header | undefined {
  try {
    const { secret, salt, check, cost: told = cost, ...rest } = JSON.parse(text) as Header;
    const affordable = told.N <= 2 ** 20 && told.r <= 16 && told.p <= 4; // a forged head must not cost us the memory
    if (!affordable || typeof salt !== 'string' || typeof check !== 'string') return undefined;
    return { ...rest, secret, salt, check, cost: told };
  } catch {
    return undefined; // the caller says what is wrong
  }
}

async function rootOf(secret: BackupSecret, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  if ('keyFile' in secret) {
    const key = await readFile(secret.keyFile).catch((error: NodeJS.ErrnoException) => {
      throw new Failure('invalid', `The key file ${secret.keyFile} cannot be read.`, error);
    });
    if (key.length < shortestKey)
      throw new Failure('invalid', `A key file holds at least ${shortestKey} bytes.`);
    return createHmac('sha256', salt).update(key).digest();
  }
  // The same words typed on another keyboard are the same passphrase.
  const words = secret.passphrase.normalize('NFKC');
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(words, salt, 32, options, (error, root) => (error ? reject(error) : resolve(root)));
  });
}

const checkOf = (root: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', root, '', 'entente backup check', 16));

const keyOf = (root: Buffer, header: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', root, header, 'entente backup key', 32));
