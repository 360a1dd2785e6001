/** Receipts that the cell answered acts with, kept on this device: what the server lists later it could leave out. */
import { home } from './home.ts';

const place = `entente.receipts.${home.pathname}`;

/** Receipts that are kept at most: the oldest go. */
const most = 500;

/** Signed notes, the oldest first. */
export function keptReceipts(): string[] {
  const notes: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
  return Array.isArray(notes) ? notes.filter((note) => typeof note === 'string') : [];
}

/** A fetch that keeps the receipts in answers. */
export const fetchKeeping: typeof fetch = async (...asked) => {
  const response = await fetch(...asked);
  const header = response.headers.get('entente-receipt');
  if (header !== null) keep(header.split(', ').map((coded) => atob(coded)));
  return response;
};

/** Notes are written in UTF-8, of which the signs beside ASCII are dashes before signatures. */
const textOf = (bytes: string): string =>
  new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));

function keep(notes: readonly string[]): void {
  const all = [...new Set([...keptReceipts(), ...notes.map(textOf)])];
  localStorage.setItem(place, JSON.stringify(all.slice(-most)));
}
