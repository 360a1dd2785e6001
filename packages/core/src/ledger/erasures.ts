/**
 * Leaves whose content was destroyed: each has to be named by the record of an act of erasure that is itself in the log.
 * So what was dropped cannot be called erased, nor an erasure be made to cover more than it did.
 */
import { finding, type LedgerFinding } from './findings.ts';
import { longestDelay } from './receipt.ts';

/** The act by which data subjects' data are erased. */
export const erasureKind = 'subject-erase';

/** What the hub says of a leaf that it cannot open. */
export interface ErasureClaim {
  place: number;
  /** Base 64. */
  leaf: string;
  act: string;
}

/** An act in the log. */
export interface ActInWalk {
  place: number;
  /** The leaves whose content it destroyed, base 64. */
  erased: readonly string[];
}

/** A leaf that is said to be erased by an act that is not in the log yet. */
export interface KeptErasure {
  place: number;
  /** When that was said first, microseconds. */
  since: number;
}

interface Shown {
  /** When the log was as it is shown, microseconds. */
  at: number;
  size: number;
  claims: readonly ErasureClaim[];
  /** Acts that were opened, by their ids. */
  acts: ReadonlyMap<string, ActInWalk>;
}

/** Looks for the act of each erasure; one that is under way has the time that every act has to come into the log. */
export function checkErasures(
  kept: readonly KeptErasure[],
  { at, size, claims, acts }: Shown,
): { findings: LedgerFinding[]; waiting: KeptErasure[] } {
  const findings: LedgerFinding[] = [];
  const waiting: KeptErasure[] = [];
  const since = new Map(kept.map((one) => [one.place, one.since]));
  for (const { place, leaf, act } of claims) {
    const found = acts.get(act);
    const isThere = found !== undefined && found.place < size;
    const first = since.get(place) ?? at;
    if (isThere && found.erased.includes(leaf)) continue;
    if (!isThere && at < first + longestDelay) waiting.push({ place, since: first });
    else findings.push(finding('unbacked-erasure', place, act));
  }
  return { findings, waiting };
}

/** The leaves that the content of an act names as erased. */
export function erasedBy({ kind, body }: { kind: string; body?: { erased?: unknown } }): string[] {
  const erased = kind === erasureKind ? body?.erased : undefined;
  return Array.isArray(erased) ? erased.filter((leaf) => typeof leaf === 'string') : [];
}
