/** What of the view a text names, as a question that is asked once for each text. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Mention } from '@entente/contract/mention';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';

/** Characters of a paragraph at most; the cell asks no more of a text. */
export const mostCharacters = 10_000;

export const mentionsQuery = (text: string) =>
  queryOptions({
    queryKey: [ofView, 'mentions', text],
    queryFn: async (): Promise<{ text: string; mentions: Mention[] }> =>
      /\S/.test(text)
        ? { text, ...(await cell.mentions({ text: text.slice(0, mostCharacters) })) }
        : { text, mentions: [] },
    placeholderData: keepPreviousData,
  });
