/** What one's member brought in, newest first. */
import { Anchor, Badge, Button, Center, Group, Paper, Table, Text, Title } from '@mantine/core';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
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
      {batches.length > 0 && <BatchTable batches={batches} />}
      {found.hasNextPage && (
        <Center pt="md">
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('batches.more')}
          </Button>
        </Center>
      )}
    </Paper>
  );
}

function BatchTable({ batches }: { batches: readonly Batch[] }): ReactNode {
  const { t } = useTranslation('bring-in');
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('batch.source')}</Table.Th>
            <Table.Th>{t('batch.at')}</Table.Th>
            <Table.Th>{t('batch.state')}</Table.Th>
            <Table.Th ta="end">{t('outcome.added')}</Table.Th>
            <Table.Th ta="end">{t('outcome.changed')}</Table.Th>
            <Table.Th ta="end">{t('outcome.unchanged')}</Table.Th>
            <Table.Th ta="end">{t('outcome.rejected')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map((batch) => (
            <BatchLine key={batch.id} batch={batch} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function BatchLine({ batch }: { batch: Batch }): ReactNode {
  const times = useTimes();
  const counts = countsOf(batch.counts);
  const number = (value: number | undefined): string => (value === undefined ? '—' : times.number(value));
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => <Link {...props} to="/bring-in" search={{ batch: batch.id }} />}
        >
          <Foreign text={batch.source} />
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm" component="time" dateTime={batch.at} className="nowrap">
          {times.moment(batch.at)}
        </Text>
      </Table.Td>
      <Table.Td>
        <BatchState state={batch.state} />
      </Table.Td>
      {(['added', 'changed', 'unchanged', 'rejected'] as const).map((name) => (
        <Table.Td key={name} ta="end">
          {number(counts[name])}
        </Table.Td>
      ))}
    </Table.Tr>
  );
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
