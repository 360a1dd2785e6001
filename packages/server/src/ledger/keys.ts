/**
 * The hub's keys of the ledger, derived from those of the cell: so a cell of an earlier release has them at once, and a
 * backup holds them.
 */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';
import type { NoteSigner } from '@entente/core/ledger/note';
import type { Keys } from '../keys.ts';

export interface LedgerKeys {
  /** Signs checkpoints and receipts (Ed25519). */
  readonly signer: NoteSigner;
  /** For the salts of slots. */
  readonly slots: Uint8Array;
}

/** The name under which the hub signs is made from the key, so it is the same wherever the cell is reached. */
export function ledgerKeysOf({ standIn, cursor, account }: Keys): LedgerKeys {
  const all = Buffer.concat([standIn, cursor, account]);
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', all, '', `entente ledger ${purpose}`, 32));
  return { signer: signerOf(derived('signature')), slots: derived('slots') };
}

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410 §7), and how long the public key is. */
const [privateHead, publicLength] = [Buffer.from('302e020100300506032b657004220420', 'hex'), 32];

/** Signs with the machine's own library, which takes a twentieth of the time of the core's. */
function signerOf(seed: Buffer): NoteSigner {
  const own = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const whole = createPublicKey(own).export({ format: 'der', type: 'spki' });
  const key = new Uint8Array(whole.subarray(-publicLength));
  const name = `entente/ledger/${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  return { name, key, sign: (message) => new Uint8Array(sign(null, message, own)) };
}
