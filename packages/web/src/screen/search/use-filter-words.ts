/** What filters are called: each value by itself, and all that a question is narrowed by. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { useNames } from '../../part/names.ts';
import { useTimes } from '../../part/time.ts';
import { wordForType } from '../../record/kind.ts';
import { listIn, type Question } from './question.ts';

/** Filters whose values are listed. */
type Listed = 'type' | 'contributor' | 'marking';

export function useFilterWords(): {
  wordFor: Readonly<Record<Listed, (value: string) => string>>;
  /** A line for each filter. */
  said: (question: Question) => string[];
} {
  const { t } = useTranslation('search');
  const { t: stix } = useTranslation('stix');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const { data: me } = useQuery(meQuery);
  const wordFor = {
    type: (value: string) => wordForType(value, stix),
    contributor: (id: string) =>
      id === me?.member.id ? common('own-contribution') : (names(id) ?? common('members.unknown')),
    marking: (value: string) => value,
  };
  const line = (filter: Listed, values: readonly string[]): string[] =>
    values.length === 0
      ? []
      : [t('filter.said', { filter: t(`filter.${filter}`), values: values.map(wordFor[filter]).join(', ') })];
  const day = (filter: 'since' | 'before', time: string | undefined): string[] =>
    time === undefined ? [] : [`${t(`filter.${filter}`)} ${times.day(time)}`];
  return {
    wordFor,
    said: ({ type, contributor, marking, since, before }) => [
      ...line('type', listIn(type)),
      ...line('contributor', listIn(contributor)),
      ...line('marking', listIn(marking)),
      ...day('since', since),
      ...day('before', before),
    ],
  };
}
