/** Keeping that two are not the same: a relationship for one's own member alone, which can be taken back (ADR 22). */
import { useState } from 'react';
import { pairWriting } from '../../../record/writing.ts';
import { useContribute, useRecall } from '../../record/contribute.ts';
import type { Pair } from './likely.ts';

interface Kept {
  pair: Pair;
  /** Of the relationship. */
  id: string;
}

export function useNotSame(member: string, settle: (pair: Pair, isSettled: boolean) => void) {
  const contribute = useContribute();
  const recall = useRecall();
  const [kept, setKept] = useState<Kept>();
  const keep = (pair: Pair): void => {
    const [one, other] = [pair.own.object.id, pair.candidate.entry.object.id];
    // Said outright, as a default of the source would otherwise release it.
    const writing = pairWriting('different-from', one, other, { any: [[`member:${member}`]] });
    contribute.mutate(writing, {
      onSuccess: ({ outcome }) => {
        if (outcome === 'rejected') return;
        setKept({ pair, id: writing.object.id });
        settle(pair, true);
      },
    });
  };
  const takeBack = (): void => {
    if (kept === undefined) return;
    recall.mutate([{ object: kept.id }], {
      onSuccess: () => {
        settle(kept.pair, false);
        setKept(undefined);
      },
    });
  };
  return {
    keep,
    kept,
    takeBack,
    isPending: contribute.isPending || recall.isPending,
    error: contribute.error ?? recall.error,
  };
}
