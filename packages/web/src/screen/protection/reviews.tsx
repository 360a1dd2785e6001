/** Own records that are to be looked at again: chosen and confirmed together. */
import { Checkbox, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueRecord } from '@entente/contract/review';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { Listed } from '../../part/listed.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Empty } from '../../part/states.tsx';
import { useTimes, type Times } from '../../part/time.ts';
import { ConfirmReviews } from './confirm-reviews.tsx';
import { reviewsQuery } from './questions.ts';
import { Rules } from './rules.tsx';

const spans = ['0', '30', '365'] as const;

export function Reviews(): ReactNode {
  const { t } = useTranslation('protection');
  const [within, setWithin] = useState<(typeof spans)[number]>('30');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useInfiniteQuery(reviewsQuery(Number(within)));
  return (
    <Stack className="in-order">
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
      <Listed list={list} none={<Empty title={t('reviews.none')} next={t('reviews.none.next')} />}>
        {(items, onEnd) => <DueTable items={items} chosen={chosen} onChoose={setChosen} onEnd={onEnd} />}
      </Listed>
      <Rules />
    </Stack>
  );
}

interface Chosen {
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

function DueTable({
  items,
  chosen,
  onChoose,
  onEnd,
}: Chosen & { items: readonly DueRecord[]; onEnd: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation('protection');
  const times = useTimes();
  const areAll = items.every(({ object }) => chosen.has(object));
  const all = (
    <Checkbox
      size="xs"
      aria-label={t('reviews.all')}
      checked={areAll}
      indeterminate={!areAll && items.some(({ object }) => chosen.has(object))}
      onChange={() => onChoose(new Set(areAll ? [] : items.map(({ object }) => object)))}
    />
  );
  return (
    <LongTable
      label={t('tab.reviews')}
      minWidth={736}
      columns={[
        { key: 'chosen', head: all, track: '24px' },
        { key: 'record', head: t('reviews.record'), track: 'minmax(14rem, 1fr)' },
        { key: 'review', head: t('reviews.review'), track: '8.5rem' },
        { key: 'until', head: t('reviews.until'), track: '8.5rem' },
        { key: 'state', head: t('reviews.state'), track: 'minmax(8rem, 0.4fr)' },
      ]}
      count={items.length}
      keyOf={(index) => (items[index] as DueRecord).object}
      row={(index) => {
        const one = items[index] as DueRecord;
        return [
          <Choose key="chosen" one={one} chosen={chosen} onChoose={onChoose} />,
          ...cellsOf(one, t, times),
        ];
      }}
      onEnd={onEnd}
    />
  );
}

function Choose({ one: { object }, chosen, onChoose }: Chosen & { one: DueRecord }): ReactNode {
  const { t } = useTranslation('protection');
  const choose = (): void => {
    const next = new Set(chosen);
    if (!next.delete(object)) next.add(object);
    onChoose(next);
  };
  return (
    <Checkbox
      size="xs"
      aria-label={t('reviews.choose', { record: object })}
      checked={chosen.has(object)}
      onChange={choose}
    />
  );
}

function cellsOf(one: DueRecord, t: TFunction<'protection'>, times: Times): ReactNode[] {
  const { object, review, until } = one;
  const state = one.withheld ? 'withheld' : one.overdue ? 'overdue' : 'due';
  return [
    <RecordLink key="record" id={object} size="sm">
      <TitleOf id={object} />
    </RecordLink>,
    times.day(review),
    until === null ? t('reviews.never') : times.day(until),
    <Text key="state" size="sm" {...(state === 'due' ? {} : { fw: 600 })}>
      {t(`reviews.${state}`)}
    </Text>,
  ];
}
