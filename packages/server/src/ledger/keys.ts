/**
 * The hub's keys of the ledger, derived from those of the cell: so a cell of an earlier release has them at once, and a
 * backup holds them.
 */
import { createHash, hkdfSync } from 'node:crypto';
import { keyOf, type NoteSigner } from '@entente/core/ledger/note';
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
  const derived = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', all, '', `entente ledger ${purpose}`, 32));
  const seed = derived('signature');
  const { key } = keyOf({ name: '', seed });
  const name = `entente/ledger/${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  return { signer: { name, seed }, slots: derived('slots') };
}
