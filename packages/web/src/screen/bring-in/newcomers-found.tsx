/** Whom of the view the newcomers of a file may be: asked for piece by piece, and shown as a list that is screened. */
import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { resultsOf, type Result } from '../screening/found.ts';
import { ListResults } from '../screening/list-results.tsx';
import { listQuery } from '../screening/questions.ts';
import type { ToScreen } from './report.ts';

export function NewcomersFound({
  items,
  hasLines,
}: {
  items: ToScreen['items'];
  hasLines: boolean;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const [done, setDone] = useState(0);
  const persons = useMemo(() => items.flatMap((one) => one.persons), [items]);
  // Whoever asks again wants to know what is in the view by then.
  const found = useQuery({ ...listQuery(persons, setDone), gcTime: 0 });
  if (found.isError && !found.isFetching)
    return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined)
    return (
      <>
        <Text size="sm" role="status">
          {t('newcomers.progress', { done: times.number(done), number: times.number(persons.length) })}
        </Text>
        <Progress value={(done / persons.length) * 100} aria-label={t('newcomers.bar')} />
      </>
    );
  // Of a file that is one line, lines tell nothing.
  const tells = hasLines && items.some(({ line = 1 }) => line > 1);
  const newcomers = tells ? items : items.map(({ id, persons: names }) => ({ id, persons: names }));
  return <Results results={resultsOf(newcomers, found.data)} />;
}

function Results({ results }: { results: readonly Result[] }): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const count = results.filter(({ found }) => found.length > 0).length;
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {count === 0 ? t('newcomers.none') : t('newcomers.found', { number: times.number(count) })}
      </Text>
      {count > 0 && (
        <>
          <Text size="sm">{t('newcomers.apart')}</Text>
          <ListResults results={results} isApart />
        </>
      )}
    </>
  );
}
