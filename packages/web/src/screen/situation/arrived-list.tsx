/** The objects that came, the last first. What comes while one reads waits for a word. */
import { Anchor, Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { ofView } from '../../app/questions.ts';
import { EntryRow } from '../../part/entry.tsx';
import { LongList } from '../../part/long-list.tsx';
import { More } from '../../part/more.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import { Narrowed } from './narrowed.tsx';
import type { SituationKey } from './use-since.ts';
import { steadyList } from './steady.ts';

const atOnce = 12;

export function ArrivedList({ since }: { since: string }): ReactNode {
  const { contributor, type, before } = useAsked<SituationKey>();
  const asked = {
    since,
    ...(before === undefined ? {} : { before }),
    ...(contributor === undefined ? {} : { contributor }),
    ...(type === undefined ? {} : { type }),
  };
  const found = useInfiniteQuery({
    queryKey: [ofView, 'arrived', asked],
    queryFn: ({ pageParam }) =>
      cell.arrivedObjects({
        ...asked,
        limit: atOnce,
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const entries = found.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <SteadyRows
        key={JSON.stringify([asked, found.data.pages.length, found.isPlaceholderData])}
        entries={entries}
      />
      {entries.length === 0 && <Nothing />}
      <More of={found} isSmall />
    </>
  );
}

function SteadyRows({ entries }: { entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('situation');
  const [kept, setKept] = useState(() => idsOf(entries));
  const { shown, waiting } = steadyList(kept, entries, entries.length);
  return (
    <>
      <div className="arrivals-news" aria-live="polite">
        <Narrowed />
        {waiting > 0 && (
          <Button size="compact-sm" variant="light" onClick={() => setKept(idsOf(entries))}>
            {t('arrivals.news', { count: waiting })}
          </Button>
        )}
      </div>
      <LongList
        label={t('arrivals')}
        items={shown}
        keyOf={({ object }) => object.id}
        height={66}
        row={(entry) => <EntryRow entry={entry} />}
      />
    </>
  );
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ object }) => object.id);

function Nothing(): ReactNode {
  const { t } = useTranslation('situation');
  const next = (
    <Anchor renderRoot={(props) => <Link {...props} to="/search" search={{}} />}>
      {t('arrivals.none.all')}
    </Anchor>
  );
  return <Empty title={t('arrivals.none')} next={next} />;
}
