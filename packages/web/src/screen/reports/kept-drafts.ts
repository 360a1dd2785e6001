/** Drafts of reports, kept on this device for the account that writes them. */
import type { Draft } from './draft.ts';

export interface KeptDraft {
  draft: Draft;
  /** When it was kept. */
  at: string;
}

/** Where texts are kept by name: the browser's local shelf. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

/** Whose draft, of which report: `new`, or its id. */
export interface DraftPlace {
  account: string;
  report: string;
}

const prefix = 'entente.report.';
const keyOf = ({ account, report }: DraftPlace): string => `${prefix}${account}.${report}`;

/** Keeps a draft. @returns whether this device had room for it */
export function keepDraft(place: DraftPlace, draft: Draft, at: string, shelf: Shelf): boolean {
  try {
    shelf.setItem(keyOf(place), JSON.stringify({ draft, at }));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** The draft that was kept; nothing where there is none that can be read. */
export function keptDraft(place: DraftPlace, shelf: Shelf): KeptDraft | undefined {
  return readKept(shelf.getItem(keyOf(place)));
}

export const forgetDraft = (place: DraftPlace, shelf: Shelf): void => shelf.removeItem(keyOf(place));

/** Every draft of an account, the last one first. */
export function keptDrafts(account: string, shelf: Shelf): (KeptDraft & { report: string })[] {
  const mine = keyOf({ account, report: '' });
  return Array.from({ length: shelf.length }, (_none, index) => shelf.key(index) ?? '')
    .filter((key) => key.startsWith(mine))
    .flatMap((key) => {
      const kept = readKept(shelf.getItem(key));
      return kept === undefined ? [] : [{ ...kept, report: key.slice(mine.length) }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function readKept(text: string | null): KeptDraft | undefined {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<KeptDraft> | null;
    const isWhole = Array.isArray(kept?.draft?.paragraphs) && Array.isArray(kept.draft.objects);
    return isWhole ? (kept as KeptDraft) : undefined;
  } catch (error) {
    // Another release of the interface, or another page of this host, wrote something else there.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
