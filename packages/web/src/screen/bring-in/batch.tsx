/** One batch: what it put in and is still there, its report, and what can be done with it. */
import { Alert, Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KindOf, RecordLink, TitleOf } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { useGoOn } from '../../part/use-go-on.ts';
import { BatchActs } from './batch-acts.tsx';
import { BatchState } from './batches.tsx';
import { Numbers } from './numbers.tsx';
import { Problems } from './problems.tsx';
import { batchContributionsQuery, batchQuery } from './queries.ts';
import { countsOf, reportOf } from './report.ts';

type Batch = AnswerOf<Operations['batch']>;

export function BatchScreen({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('bring-in');
  const found = useQuery({
    ...batchQuery(id),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2000 : false),
  });
  return (
    <>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/bring-in" search={{}} />}>
        {t('batch.back')}
      </Anchor>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && <Inspected batch={found.data} />}
    </>
  );
}

function Inspected({ batch }: { batch: Batch }): ReactNode {
  const { t } = useTranslation('bring-in');
  const report = reportOf(batch.report);
  return (
    <>
      <Head title={t('batch.title', { source: batch.source })}>
        <BatchActs batch={batch} />
      </Head>
      <Stack gap="md">
        <Facts batch={batch} />
        {batch.state === 'failed' && (
          <Alert color="orange" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('state.failed')}>
            {report.failure !== undefined && <Foreign text={report.failure} language="en" />}
            <Text size="sm">{t('broken.stands')}</Text>
          </Alert>
        )}
        <Paper withBorder p="md" component="section" aria-labelledby="contributions">
          <Title order={2} id="contributions" mb="sm">
            {t('contributions')}
          </Title>
          <Contributions id={batch.id} isUndone={batch.state === 'undone'} />
        </Paper>
        <Problems problems={report.problems ?? []} rejected={report.rejected ?? 0} source={batch.source} />
      </Stack>
    </>
  );
}

function Facts({ batch }: { batch: Batch }): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  return (
    <Paper withBorder p="md">
      <Group gap="md" mb="sm">
        <BatchState state={batch.state} />
        <Text size="sm" c="dimmed">
          {t('batch.put-in-at', { moment: times.moment(batch.at) })}
        </Text>
        {batch.edition !== null && (
          <Text size="sm" c="dimmed">
            {t('batch.edition', { day: times.day(publishedOn(batch.edition)) })}
          </Text>
        )}
      </Group>
      <Numbers counts={countsOf(batch.counts)} />
    </Paper>
  );
}

/** The day as the list writes it, which in another zone may be the next. */
const publishedOn = (edition: string): string => edition.slice(0, 10);

function Contributions({ id, isUndone }: { id: string; isUndone: boolean }): ReactNode {
  const { t } = useTranslation('bring-in');
  const found = useInfiniteQuery(batchContributionsQuery(id));
  const goOn = useGoOn(found);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Empty
        title={isUndone ? t('contributions.undone') : t('contributions.none')}
        next={t('contributions.none.next')}
      />
    );
  }
  return (
    <LongTable
      label={t('contributions')}
      columns={[
        { key: 'kind', head: t('contribution.kind'), track: 'minmax(9rem, 14rem)' },
        { key: 'object', head: t('contribution.object'), track: 'minmax(12rem, 1fr)' },
      ]}
      count={items.length}
      onEnd={goOn}
      row={(index) => {
        const { object } = items[index] ?? { object: '' };
        return [
          <KindOf key="kind" id={object} />,
          <RecordLink key="record" id={object}>
            <TitleOf id={object} />
          </RecordLink>,
        ];
      }}
    />
  );
}
