/** A member's own log, followed leaf by leaf from what was kept of it. */
import { fromBase64, toBase64 } from './base64.ts';
import { append, emptyFrontier, peaksOf, rootOf, type Frontier } from './frontier.ts';
import { hashLength, isSameHash, type Hash } from './hash.ts';

/** The right edge of a log, as it is kept. */
export interface KeptLog {
  size: number;
  /** Base 64. */
  peaks: string[];
}

export const writeLog = ({ size, peaks }: Frontier): KeptLog => ({ size, peaks: peaks.map(toBase64) });

/** What was kept; nothing where that is damaged. */
export function readLog({ size, peaks }: KeptLog): Frontier {
  const hashes = peaks.flatMap((peak) => fromBase64(peak) ?? []);
  const isWhole = Number.isSafeInteger(size) && size >= 0 && peaksOf(size).length === peaks.length;
  return isWhole && hashes.every(({ length }) => length === hashLength)
    ? { size, peaks: hashes }
    : emptyFrontier;
}

export class Follower {
  private frontier: Frontier;
  private readonly kept: Frontier;
  /** Whether the leaves did not begin as those that were kept. */
  isRewritten = false;

  /** @param from the kept edge, or the empty one where all leaves are looked at again */
  constructor(kept: Frontier, from: Frontier) {
    this.kept = kept;
    this.frontier = from;
  }

  get size(): number {
    return this.frontier.size;
  }

  get edge(): Frontier {
    return this.frontier;
  }

  add(leaves: readonly Hash[]): void {
    const untilKept = this.kept.size - this.size;
    if (untilKept > 0 && untilKept <= leaves.length) {
      this.append(leaves.slice(0, untilKept));
      this.isRewritten = !isSameHash(rootOf(this.frontier), rootOf(this.kept));
      this.append(leaves.slice(untilKept));
    } else {
      this.append(leaves);
    }
  }

  /** Whether the leaves make this root. */
  makes(root: Hash): boolean {
    return isSameHash(rootOf(this.frontier), root);
  }

  private append(leaves: readonly Hash[]): void {
    this.frontier = append(this.frontier, leaves).frontier;
  }
}
