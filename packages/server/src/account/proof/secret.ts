/** Secrets: made from the cell's randomness, kept as digests, or sealed where they must be read again. */
import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { Failure } from '@entente/core/failure';
import type { Keys } from '../../keys.ts';
import type { World } from '../../cell.ts';

/** 256 bits as 43 characters that are safe in addresses and headers, behind a prefix that tells what it is. */
export const makeSecret = (world: World, prefix: string): string =>
  `${prefix}${Buffer.from(world.random(32)).toString('base64url')}`;

/** SHA-256, hexadecimal: enough for secrets of full entropy, never for passwords. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares two digests in constant time. */
export const sameDigest = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Seals a text under the key for accounts (AES-256-GCM), bound to its owner. */
export function seal(keys: Keys, world: World, plain: string, owner: string): string {
  const nonce = world.random(12);
  const cipher = createCipheriv('aes-256-gcm', keys.account, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens what `seal` made for this owner; throws Failure('incompatible') under another key. */
export function unseal(keys: Keys, sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keys.account, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new Failure(
      'incompatible',
      'A secret of an account was sealed under another key. Restore the key file.',
      error,
    );
  }
}
