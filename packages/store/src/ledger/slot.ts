/** The slots of a tick, made from a key: salts and chance need not be kept, and can be made again for the last one. */
import { createHmac } from 'node:crypto';
import { slotCommitment } from '@entente/core/ledger/commitment';
import type { Hash } from '@entente/core/ledger/hash';
import { slotCount } from '@entente/core/ledger/slots';
import type { ToldLog } from './reader.ts';

const made = (key: Uint8Array, ...parts: readonly (string | number)[]): Uint8Array =>
  createHmac('sha256', key).update(parts.join('\n')).digest();

/** The salt of a slot at a tick. @param tick size of the top log with it */
export const slotSalt = (key: Uint8Array, tick: number, slot: number): Uint8Array =>
  made(key, 'salt', tick, slot);

/** Where a log wishes to stand: nobody without the key knows which slot is whose. */
export const wishedSlot = (key: Uint8Array, log: string): number =>
  Buffer.from(made(key, 'slot', log)).readUInt32BE();

/** A place that is free, the wished one or one after it. */
export function freeSlot(wished: number, taken: ReadonlySet<number>): number {
  const count = slotCount(taken.size + 1);
  let slot = wished % count;
  while (taken.has(slot)) slot = (slot + 1) % count;
  return slot;
}

/** What all slots of a tick hold, in their order; those without a log hold chance. */
export function slotCommitments(
  key: Uint8Array,
  tick: number,
  slots: number,
  logs: readonly ToldLog[],
): Hash[] {
  const held = new Map(logs.map((log) => [log.slot, log]));
  return Array.from({ length: slots }, (_, slot) => {
    const own = held.get(slot);
    if (own === undefined) return made(key, 'empty', tick, slot);
    return slotCommitment(slotSalt(key, tick, slot), { member: own.log, size: own.size, root: own.root });
  });
}
