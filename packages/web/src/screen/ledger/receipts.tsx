/** Receipts of one's own acts: what the hub promised to hold, and whether it does. */
import { Button, CopyButton, Paper, Text, Title, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Listed } from '../../part/listed.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Empty } from '../../part/states.tsx';
import { useTimes, type Times } from '../../part/time.ts';
import { actWord } from './act-words.ts';

type Receipt = AnswerOf<Operations['ledgerReceipts']>['items'][number];

export function Receipts(): ReactNode {
  const { t } = useTranslation('ledger');
  const found = useInfiniteQuery({
    queryKey: ['ledger', 'receipts'],
    queryFn: ({ pageParam }) =>
      cell.ledgerReceipts({ limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="receipts">
      <Title order={2} id="receipts">
        {t('receipts')}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="xs">
        {t('receipts.what')}
      </Text>
      <Listed list={found} none={<Empty title={t('receipts.none')} next={t('receipts.none.next')} />}>
        {(receipts, onEnd) => <ReceiptTable receipts={receipts} onEnd={onEnd} />}
      </Listed>
    </Paper>
  );
}

function ReceiptTable({
  receipts,
  onEnd,
}: {
  receipts: readonly Receipt[];
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const times = useTimes();
  return (
    <LongTable
      label={t('receipts')}
      minWidth={528}
      columns={[
        { key: 'time', head: t('receipts.time'), track: '9.5rem' },
        { key: 'act', head: t('receipts.act'), track: 'minmax(8rem, 1fr)' },
        { key: 'leaf', head: t('receipts.leaf'), track: '5.5rem' },
        { key: 'copy', head: <VisuallyHidden>{t('receipts.copy')}</VisuallyHidden>, track: '5.5rem' },
      ]}
      count={receipts.length}
      keyOf={(index) => (receipts[index] as Receipt).act}
      row={(index) => cellsOf(receipts[index] as Receipt, t, times)}
      onEnd={onEnd}
    />
  );
}

function cellsOf(
  { act, kind, at, place, receipt }: Receipt,
  t: TFunction<'ledger'>,
  times: Times,
): ReactNode[] {
  const word = actWord(kind);
  return [
    <time key="time" dateTime={at}>
      {times.moment(at)}
    </time>,
    word === undefined ? kind : t(word),
    place === null ? t('receipts.promised') : times.number(place),
    <CopyReceipt key="copy" act={act} receipt={receipt} />,
  ];
}

function CopyReceipt({ act, receipt }: Pick<Receipt, 'act' | 'receipt'>): ReactNode {
  const { t } = useTranslation('ledger');
  const { t: common } = useTranslation();
  return (
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
  );
}
