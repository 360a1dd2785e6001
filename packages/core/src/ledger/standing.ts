/** Where a member's log stands in the top log, and whether a checkpoint holds that. */
import { fromBase64 } from './base64.ts';
import type { Checkpoint } from './checkpoint.ts';
import { slotCommitment } from './commitment.ts';
import { leafHash, type Hash } from './hash.ts';
import { readPath, tickLeaf } from './slots.ts';
import { inclusionRoot, verifyInclusion } from './verify.ts';

/** Where one's own log stands, as the hub tells it. */
export interface Standing {
  checkpoint: string;
  tick: { at: number; slots: number };
  slot: { place: number; salt: string; path: readonly string[] };
  path: readonly string[];
  member: string;
  size: number;
  root: string;
}

/** Whether the log, of this root, is in the last leaf of the checkpoint. */
export function isInCheckpoint(standing: Standing, root: Hash, checkpoint: Checkpoint): boolean {
  const { member, size, slot, tick } = standing;
  const salt = fromBase64(slot.salt);
  const [own, path] = [readPath(slot.path), readPath(standing.path)];
  if (salt === undefined || own === undefined || path === undefined) return false;
  const commitment = leafHash(slotCommitment(salt, { member, size, root }));
  const slots = inclusionRoot(commitment, slot.place, tick.slots, own);
  if (slots === undefined) return false;
  const leaf = tickLeaf({ ...tick, root: slots });
  return verifyInclusion(leaf, checkpoint.size - 1, checkpoint.size, path, checkpoint.root);
}
