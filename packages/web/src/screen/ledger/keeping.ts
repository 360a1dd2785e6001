/** What this device keeps of the ledger between two checks, by member: the key, the last checkpoint, receipts. */
import { nothingKept, type Kept } from '@entente/core/ledger/audit';
import { home } from '../../app/home.ts';
import { keptReceipts } from '../../app/receipts.ts';

const placeOf = (member: string): string => `entente.ledger.${home.pathname}.${member}`;

interface Checked extends Kept {
  /** When the last check found all well, as an ISO time. */
  at?: string;
}

/** What was kept, with the receipts that came since. */
export function readKept(member: string): Checked {
  const text = localStorage.getItem(placeOf(member));
  const kept = text === null ? nothingKept : (JSON.parse(text) as Checked);
  const known = new Set(kept.receipts.map(({ note }) => note));
  const news = keptReceipts().filter((note) => !known.has(note));
  return { ...kept, receipts: [...kept.receipts, ...news.map((note) => ({ note, place: null }))] };
}

/** Keeps what a check found good. */
export function writeKept(member: string, kept: Kept): void {
  localStorage.setItem(
    placeOf(member),
    JSON.stringify({ ...kept, at: new Date().toISOString() } satisfies Checked),
  );
}

/** When the last check of the member's found all well. */
export const lastCheck = (member: string): string | undefined => readKept(member).at;
