/** What one's member brought in, newest first. */
import { Anchor, Badge, Group, Paper, Title } from '@mantine/core';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useTimes, type Times } from '../../part/time.ts';
import { useGoOn } from '../../part/use-go-on.ts';
import { batchesQuery } from './queries.ts';
import { countsOf } from './report.ts';

type Batch = AnswerOf<Operations['batches']>['items'][number];

const whileRunning = 2500;

export function Batches(): ReactNode {
  const { t } = useTranslation('bring-in');
  const found = useInfiniteQuery({
    ...batchesQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((batch) => batch.state === 'running')) === true
        ? whileRunning
        : false,
  });
  const goOn = useGoOn(found);
  const batches = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="batches">
      <Title order={2} id="batches" mb="sm">
        {t('batches')}
      </Title>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && batches.length === 0 && (
        <Empty title={t('batches.none')} next={t('batches.none.next')} />
      )}
      {batches.length > 0 && <BatchTable batches={batches} onEnd={goOn} />}
    </Paper>
  );
}

const numbers = ['added', 'changed', 'unchanged', 'rejected'] as const;

function BatchTable({
  batches,
  onEnd,
}: {
  batches: readonly Batch[];
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  return (
    <LongTable
      label={t('batches')}
      minWidth={820}
      columns={[
        { key: 'source', head: t('batch.source'), track: 'minmax(12rem, 1fr)' },
        { key: 'at', head: t('batch.at'), track: '10.5rem' },
        { key: 'state', head: t('batch.state'), track: '9rem' },
        ...numbers.map((name) => ({ key: name, head: t(`outcome.${name}`), track: '6rem', isNumber: true })),
      ]}
      count={batches.length}
      keyOf={(index) => (batches[index] as Batch).id}
      row={(index) => cellsOf(batches[index] as Batch, times)}
      onEnd={onEnd}
    />
  );
}

function cellsOf({ id, source, at, state, counts: found }: Batch, times: Times): ReactNode[] {
  const counts = countsOf(found);
  return [
    <Anchor
      key="source"
      size="sm"
      fw={600}
      renderRoot={(props) => <Link {...props} to="/bring-in" search={{ batch: id }} />}
    >
      <Foreign text={source} />
    </Anchor>,
    <time key="at" dateTime={at}>
      {times.moment(at)}
    </time>,
    <BatchState key="state" state={state} />,
    ...numbers.map((name) => {
      const count = counts[name];
      return count === undefined ? '—' : times.number(count);
    }),
  ];
}

const colours = { running: 'blue', complete: 'teal', failed: 'orange', undone: 'gray' } as const;

export function BatchState({ state }: { state: Batch['state'] }): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <Group gap={6} wrap="nowrap">
      <Badge variant="dot" tt="none" color={colours[state]} c="var(--mantine-color-text)">
        {t(`state.${state}`)}
      </Badge>
    </Group>
  );
}
