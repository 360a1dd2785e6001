/** Home: what came into the view, what waits, what was given and read. */
import { Anchor, Group, Paper, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { EntryRow } from '../../part/entry.tsx';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';

const recentQuery = queryOptions({
  queryKey: [ofView, 'recent'],
  queryFn: () => cell.search({ limit: 12 }),
});

export function Situation(): ReactNode {
  const { t } = useTranslation('situation');
  return (
    <>
      <Head title={t('title')} />
      <Recent />
    </>
  );
}

function Recent(): ReactNode {
  const { t } = useTranslation('situation');
  const recent = useQuery(recentQuery);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="recent">
      <Group justify="space-between">
        <Title order={2} id="recent">
          {t('recent')}
        </Title>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/search" search={{}} />}>
          {t('recent.all')}
        </Anchor>
      </Group>
      {recent.isPending && <Loading />}
      {recent.isError && <Failed error={recent.error} onRetry={() => void recent.refetch()} />}
      {recent.data?.items.length === 0 && <Empty title={t('recent.none')} next={t('recent.none.next')} />}
      {recent.data?.items.map((entry) => (
        <EntryRow key={entry.object.id} entry={entry} />
      ))}
    </Paper>
  );
}
