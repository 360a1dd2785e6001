/** Receipts that a member kept, against the log that it was shown. */
import { toBase64 } from './base64.ts';
import { finding, type LedgerFinding } from './findings.ts';
import type { NoteKey } from './note.ts';
import { openReceipt, receiptAct } from './receipt.ts';
import { formatTimestamp } from '../stix/timestamp.ts';

export interface KeptReceipt {
  /** The signed note. */
  note: string;
  /** Where its leaf was found; null as long as it was not. */
  place: number | null;
}

export interface ReceiptCounts {
  /** Found in the log. */
  held: number;
  /** Promised, and the time has not come. */
  waiting: number;
}

interface Shown {
  member: string;
  /** When the log was as it is shown, microseconds. */
  at: number;
  size: number;
  /** Where a leaf (base 64) stands among those that were looked at. */
  placeOf: (leaf: string) => number | undefined;
}

/** Looks for each receipt's leaf; receipts of other members are left alone. */
export function checkReceipts(
  kept: readonly KeptReceipt[],
  key: NoteKey,
  { member, at, size, placeOf }: Shown,
): { findings: LedgerFinding[]; counts: ReceiptCounts; receipts: KeptReceipt[] } {
  const findings: LedgerFinding[] = [];
  const counts: ReceiptCounts = { held: 0, waiting: 0 };
  const receipts = kept.map((one) => {
    const receipt = openReceipt(one.note, key);
    if (receipt === undefined) {
      findings.push(finding('unsigned-receipt', receiptAct(one.note) ?? '?'));
      return one;
    }
    if (receipt.member !== member) return one;
    const wasSeen = one.place !== null && one.place < size;
    const place = placeOf(toBase64(receipt.leaf)) ?? (wasSeen ? one.place : undefined);
    if (place !== undefined) counts.held += 1;
    else if (at < receipt.by) counts.waiting += 1;
    else findings.push(finding('broken-receipt', receipt.act, formatTimestamp(receipt.by)));
    return { ...one, place: place ?? null };
  });
  return { findings, counts, receipts };
}
