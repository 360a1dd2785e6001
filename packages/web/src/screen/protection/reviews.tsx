/** Own records that are to be looked at again: chosen and confirmed together. */
import { Checkbox, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueRecord } from '@entente/contract/review';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { useTimes } from '../../part/time.ts';
import { ConfirmReviews } from './confirm-reviews.tsx';
import { Listed } from './listed.tsx';
import { reviewsQuery } from './questions.ts';
import { Rules } from './rules.tsx';

const spans = ['0', '30', '365'] as const;

export function Reviews(): ReactNode {
  const { t } = useTranslation('protection');
  const [within, setWithin] = useState<(typeof spans)[number]>('30');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery(reviewsQuery(Number(within)));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('reviews.lead')}
      </Text>
      <div className="care-row">
        <SegmentedControl
          aria-label={t('reviews.within')}
          value={within}
          onChange={(value) => {
            setWithin(value);
            setChosen(new Set());
          }}
          data={spans.map((value) => ({ value, label: t(`reviews.within.${value}`) }))}
        />
        <ConfirmReviews objects={[...chosen]} onConfirmed={() => setChosen(new Set())} />
      </div>
      <Listed list={list} none={{ title: t('reviews.none'), next: t('reviews.none.next') }}>
        {(items) => <DueTable items={items} chosen={chosen} onChoose={setChosen} />}
      </Listed>
      <Rules />
    </Stack>
  );
}

interface Chosen {
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

function DueTable({ items, chosen, onChoose }: { items: readonly DueRecord[] } & Chosen): ReactNode {
  const { t } = useTranslation('protection');
  const areAll = items.every(({ object }) => chosen.has(object));
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table className="care-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label={t('reviews.all')}
                checked={areAll}
                indeterminate={!areAll && items.some(({ object }) => chosen.has(object))}
                onChange={() => onChoose(new Set(areAll ? [] : items.map(({ object }) => object)))}
              />
            </Table.Th>
            <Table.Th>{t('reviews.record')}</Table.Th>
            <Table.Th>{t('reviews.review')}</Table.Th>
            <Table.Th>{t('reviews.until')}</Table.Th>
            <Table.Th>{t('reviews.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <DueRow key={one.object} one={one} chosen={chosen} onChoose={onChoose} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function DueRow({ one, chosen, onChoose }: { one: DueRecord } & Chosen): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  const { object, review, until } = one;
  const choose = (): void => {
    const next = new Set(chosen);
    if (!next.delete(object)) next.add(object);
    onChoose(next);
  };
  const state = one.withheld ? 'withheld' : one.overdue ? 'overdue' : 'due';
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('reviews.choose', { record: object })}
          checked={chosen.has(object)}
          onChange={choose}
        />
      </Table.Td>
      <Table.Td>
        <RecordLink id={object} size="sm">
          <TitleOf id={object} />
        </RecordLink>
      </Table.Td>
      <Table.Td className="nowrap">{times.day(review)}</Table.Td>
      <Table.Td className="nowrap">{until === null ? t('reviews.never') : times.day(until)}</Table.Td>
      <Table.Td>
        <Text size="sm" {...(state === 'due' ? {} : { fw: 600 })}>
          {t(`reviews.${state}`)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
