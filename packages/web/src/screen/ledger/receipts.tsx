/** Receipts of one's own acts: what the hub promised to hold, and whether it does. */
import { Button, CopyButton, Paper, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { More } from '../../part/more.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { actWord } from './act-words.ts';

type Receipt = AnswerOf<Operations['ledgerReceipts']>['items'][number];

export function Receipts(): ReactNode {
  const { t } = useTranslation('ledger');
  const found = useInfiniteQuery({
    queryKey: ['ledger', 'receipts'],
    queryFn: ({ pageParam }) =>
      cell.ledgerReceipts({ limit: 10, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const receipts = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="receipts">
      <Title order={2} id="receipts">
        {t('receipts')}
      </Title>
      <Text size="sm" c="dimmed" mt={4}>
        {t('receipts.what')}
      </Text>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && receipts.length === 0 && (
        <Empty title={t('receipts.none')} next={t('receipts.none.next')} />
      )}
      {receipts.length > 0 && <ReceiptTable receipts={receipts} />}
      <More of={found} word={t('receipts.older')} isSmall />
    </Paper>
  );
}

function ReceiptTable({ receipts }: { receipts: readonly Receipt[] }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <div className="ledger-table">
      <Table mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('receipts.time')}</Table.Th>
            <Table.Th scope="col">{t('receipts.act')}</Table.Th>
            <Table.Th scope="col">{t('receipts.leaf')}</Table.Th>
            <Table.Th scope="col">
              <VisuallyHidden>{t('receipts.copy')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {receipts.map((receipt) => (
            <Row key={receipt.act} receipt={receipt} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ receipt: { act, kind, at, place, receipt } }: { receipt: Receipt }): ReactNode {
  const { t } = useTranslation('ledger');
  const { t: common } = useTranslation();
  const times = useTimes();
  const word = actWord(kind);
  return (
    <Table.Tr>
      <Table.Td className="nowrap">
        <time dateTime={at}>{times.moment(at)}</time>
      </Table.Td>
      <Table.Td>{word === undefined ? kind : t(word)}</Table.Td>
      <Table.Td>{place === null ? t('receipts.promised') : times.number(place)}</Table.Td>
      <Table.Td ta="right">
        <CopyButton value={receipt}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="default"
              onClick={copy}
              aria-label={t('receipts.copy-of', { act })}
            >
              {copied ? common('copied') : common('copy')}
            </Button>
          )}
        </CopyButton>
      </Table.Td>
    </Table.Tr>
  );
}
