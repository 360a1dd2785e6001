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
import { useGoOn } from '../../part/use-go-on.ts';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import { Narrowed } from './narrowed.tsx';
import type { SituationKey } from './use-since.ts';
import { steadyList } from './steady.ts';

const atOnce = 12;
/** Once more is asked for, the list goes on by itself. */
const further = 50;

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
        ...(pageParam === undefined ? { limit: atOnce } : { limit: further, cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const goOn = useGoOn(found);
  if (found.isPending) return <Loading />;
  if (found.isError && !found.isFetchNextPageError)
    return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const pages = found.data.pages.map(({ items }) => items);
  const isBegun = pages.length > 1;
  return (
    <>
      <SteadyRows
        key={JSON.stringify([asked, found.isPlaceholderData])}
        pages={pages}
        onEnd={isBegun ? goOn : undefined}
      />
      {pages.flat().length === 0 && <Nothing />}
      {(!isBegun || found.isFetchNextPageError) && <More of={found} isSmall />}
    </>
  );
}

function SteadyRows({
  pages,
  onEnd,
}: {
  pages: readonly (readonly Entry[])[];
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('situation');
  const entries = pages.flat();
  const [kept, setKept] = useState(() => idsOf(entries));
  const [keptPages, setKeptPages] = useState(pages.length);
  // What was asked for comes below what stands there.
  if (pages.length > keptPages) {
    setKeptPages(pages.length);
    setKept([...new Set([...kept, ...idsOf(pages.slice(keptPages).flat())])]);
  }
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
        onEnd={onEnd}
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
