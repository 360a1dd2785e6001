/** A draft while it is written; each change is kept on this device. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { Draft } from './draft.ts';
import { forgetDraft, keepDraft, type DraftPlace } from './kept-drafts.ts';

export interface WrittenDraft {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  forget: () => void;
  /** Whether this device has it; not where it has no room. */
  isKept: boolean;
}

export function useKeptDraft(place: DraftPlace, start: Draft): WrittenDraft {
  const [draft, setDraft] = useState(start);
  const [isKept, setKept] = useState(true);
  const keep = useDebouncedCallback(
    (next: Draft) => setKept(keepDraft(place, next, new Date().toISOString(), localStorage)),
    { delay: 400, flushOnUnmount: true },
  );
  return {
    draft,
    isKept,
    change: (part) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        keep(next);
        return next;
      }),
    forget: () => {
      keep.cancel();
      forgetDraft(place, localStorage);
    },
  };
}
