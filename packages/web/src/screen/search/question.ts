/** What is asked of the view: as it stands in the address, and as the cell is asked. */
import { queryOptions } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SearchAsked } from '@entente/contract/search';
import { useAsked, type Asked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';

export type Question = Asked<'q' | 'type' | 'contributor' | 'marking' | 'since' | 'before'>;

/** The question in the address, and how another is asked. */
export function useQuestion(): { question: Question; ask: (changed: Question) => void } {
  const asked = useAsked<keyof Question>();
  const navigate = useNavigate();
  return {
    question: questionIn(asked),
    ask: (changed) => {
      void navigate({ to: '/search', search: questionIn({ ...asked, ...changed }), replace: true });
    },
  };
}

/** The question alone, without what is empty. */
export function questionIn({ q, type, contributor, marking, since, before }: Question): Question {
  const all = { q, type, contributor, marking, since, before };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
}

/** Whatever narrows a question, left out. */
export const unnarrowed = { type: '', contributor: '', marking: '', since: '', before: '' };

/** Whether more is asked for than words. */
export const isNarrowed = ({ type, contributor, marking, since, before }: Question): boolean =>
  [type, contributor, marking, since, before].some((one) => one !== undefined);

export const isSameQuestion = (one: SearchAsked, other: SearchAsked): boolean =>
  JSON.stringify(questionIn(one as Question)) === JSON.stringify(questionIn(other as Question));

/** Values that stand in one text, separated by commas. */
export const listIn = (text: string | undefined): string[] =>
  text === undefined || text === '' ? [] : text.split(',');

/** The same with a value more or less. */
export function toggledIn(text: string | undefined, value: string): string {
  const list = listIn(text);
  return (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]).join(',');
}

export const facetsQuery = (question: Question) =>
  queryOptions({ queryKey: [ofView, 'facets', question], queryFn: () => cell.facets(question) });

export const savedQuery = queryOptions({
  queryKey: [ofView, 'saved-searches'],
  queryFn: () => Array.fromAsync(cell.every('savedSearches', { limit: 100 })),
});
