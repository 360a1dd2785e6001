/** What there is to choose in the box that opens from anywhere: pasted lines, what is found, or recent searches. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Candidate } from '@entente/contract/screening';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import type { Entry } from '../../record/object.ts';
import type { Lines } from './pasted-lines.ts';
import { forgetSearches, recentOf } from './recent.ts';
import { useNamesLike } from './use-names-like.ts';

/** A line of the list, and where it leads. */
export type Choice =
  | { kind: 'words'; words: string }
  | { kind: 'recent'; words: string }
  /** `like` where its name is like the words, and the words themselves did not find it. */
  | { kind: 'entry'; entry: Entry; like?: Candidate }
  | { kind: 'lines'; lines: Lines };

interface Choices {
  choices: readonly Choice[];
  /** How many of them, the last, have names like the words. They come behind, so that what is found stays in place. */
  like: number;
  /** Whether the words find nothing. */
  isNothing: boolean;
  error: Error | null;
  /** Where the choices are what was searched before. */
  forget?: () => void;
}

/** Milliseconds until what is typed is asked. */
const pause = 80;
const [most, mostLike] = [8, 5];

export function useChoices(typed: string, lines: Lines | undefined): Choices {
  const words = typed.trim();
  const found = useFound(lines === undefined ? words : '');
  const recent = useRecent();
  if (lines !== undefined) return { ...none, choices: [{ kind: 'lines', lines }] };
  return words === '' ? recent : found;
}

const none = { like: 0, isNothing: false, error: null };

function useFound(words: string): Choices {
  const [q] = useDebouncedValue(words, pause);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [ofView, 'anywhere', q],
    queryFn: () => cell.search({ q, limit: most }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const entries = q === '' ? [] : (data?.items ?? []);
  const isKnown = q === words && data !== undefined && !isPlaceholderData;
  const names = useNamesLike(words, isKnown ? new Set(entries.map(({ object }) => object.id)) : undefined);
  const like = names.like.slice(0, mostLike);
  return {
    choices: [
      { kind: 'words', words },
      ...entries.map((entry): Choice => ({ kind: 'entry', entry })),
      ...like.map((candidate): Choice => ({ kind: 'entry', entry: candidate.entry, like: candidate })),
    ],
    like: like.length,
    isNothing: data?.items.length === 0,
    error: error ?? names.error,
  };
}

function useRecent(): Choices {
  const { data: me } = useQuery(meQuery);
  const [, setForgotten] = useState(0);
  const account = me?.account;
  const recent = account === undefined ? [] : recentOf(account);
  const choices = recent.map((words): Choice => ({ kind: 'recent', words }));
  if (account === undefined || recent.length === 0) return { ...none, choices };
  const forget = (): void => {
    forgetSearches(account);
    setForgotten((before) => before + 1);
  };
  return { ...none, choices, forget };
}
