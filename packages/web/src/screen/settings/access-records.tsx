/** For auditors: what accounts of the own member were given, when and for which purpose. */
import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery } from '../../app/questions.ts';
import { Listed } from '../../part/listed.tsx';
import { Empty, Loading } from '../../part/states.tsx';
import { noFilter, queryOf } from './access-filter.ts';
import { FilterFields } from './access-fields.tsx';
import { NoRecords, RecordTable } from './access-table.tsx';

export function AccessRecords(): ReactNode {
  const { t } = useTranslation('settings');
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  if (me.narrow || !me.roles.includes('auditor')) {
    return <Empty title={t('access.no-right')} next={t('access.no-right.next')} />;
  }
  return <Records />;
}

function Records(): ReactNode {
  const { t } = useTranslation('settings');
  const [filter, setFilter] = useState(noFilter);
  const [settled] = useDebouncedValue(filter, 300);
  const asked = queryOf(settled);
  const found = useInfiniteQuery({
    queryKey: ['access-records', asked],
    queryFn: ({ pageParam }) =>
      cell.accessRecords({ ...asked, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('access.what')}
      </Text>
      <FilterFields filter={filter} onChange={setFilter} />
      <Listed list={found} none={<NoRecords asked={asked} />}>
        {(records, onEnd) => (
          <RecordTable
            records={records}
            onNarrow={(part) => setFilter({ ...filter, ...part })}
            onEnd={onEnd}
          />
        )}
      </Listed>
    </Stack>
  );
}
