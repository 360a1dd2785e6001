/**
 * Sealed cursors: what a caller gets to ask for the next page tells it nothing and cannot be changed. The
 * same position sealed twice gives the same text, so that answers can be compared.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Json } from '@entente/core/stix/types';

export interface CursorSeal {
  /** @param bound what the cursor is good for: reader, route and query */
  seal(position: Json, bound: string): string;
  /** The position; `undefined` for a text that was not sealed for just this. */
  open(text: string, bound: string): Json | undefined;
}

/** @param key 32 bytes */
export function makeCursorSeal(key: Uint8Array): CursorSeal {
  const nonceOf = (plain: string, bound: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([plain, bound]))
      .digest()
      .subarray(0, 12);
  return {
    seal(position, bound) {
      const plain = JSON.stringify(position);
      const nonce = nonceOf(plain, bound);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(text, bound) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length < 29 || bytes.toString('base64url') !== text) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
        return JSON.parse(plain.toString('utf8')) as Json;
      } catch {
        return undefined; // sealed for something else, or never by us: the caller answers 400
      }
    },
  };
}
