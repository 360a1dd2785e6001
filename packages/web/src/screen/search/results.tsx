/** What the search finds: how much, the table, and what is done with it. */
import { Button, Group, Loader, Text } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { RowSelectionState } from '@tanstack/react-table';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { screenOf } from '../../app/files.ts';
import { ofView } from '../../app/questions.ts';
import { Fetched } from '../../part/fetched.tsx';
import { Empty, Failed, Loading, NoView } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import type { Entry } from '../../record/object.ts';
import { ColumnChoice } from './column-choice.tsx';
import { firstColumns, type ColumnName } from './columns.tsx';
import { ExportMenu } from './export-menu.tsx';
import { NamesLike } from './names-like.tsx';
import { facetsQuery, isNarrowed, unnarrowed, useQuestion, type Question } from './question.ts';
import { ResultTable } from './result-table.tsx';
import { useFilterWords } from './use-filter-words.ts';

const SelectionPanel = screenOf(() => import('../release/selection/selection-panel.tsx'), 'SelectionPanel');

const pageLength = 100;
/** Results that are loaded at most at one go, so that they can be sorted. */
const mostLoaded = 5000;

export function Results({ freshSince }: { freshSince: string | undefined }): ReactNode {
  const { t } = useTranslation('search');
  const { question } = useQuestion();
  const found = useFound(question);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const entries = found.data;
  if (entries.length === 0)
    return (
      <>
        <Nothing />
        <NamesLike found={new Set()} />
      </>
    );
  return (
    <>
      <FoundEntries
        // Another question has another selection.
        key={JSON.stringify(question)}
        entries={entries}
        found={found}
        freshSince={freshSince}
      />
      <Text id="results-keys" size="xs" c="dimmed" mt={6}>
        {t('keys')}
      </Text>
      <NamesLike found={new Set(entries.map(({ object }) => object.id))} />
    </>
  );
}

const useFound = (question: Question) =>
  useInfiniteQuery({
    queryKey: [ofView, 'search', question],
    queryFn: ({ pageParam }) =>
      cell.search({
        ...question,
        limit: pageLength,
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    select: entriesIn,
  });

/** Each object once: what moved in the feed between two pages may come twice. */
function entriesIn({ pages }: { pages: { items: Entry[] }[] }): Entry[] {
  return [
    ...new Map(
      pages.flatMap(({ items }) => items.map((entry) => [entry.object.id, entry] as const)),
    ).values(),
  ];
}

function FoundEntries({
  entries,
  found,
  freshSince,
}: {
  entries: Entry[];
  found: ReturnType<typeof useFound>;
  freshSince: string | undefined;
}): ReactNode {
  const [selection, setSelection] = useState<RowSelectionState>({});
  const [shown, setShown] = useLocalStorage<ColumnName[]>({
    key: 'entente.search.columns',
    defaultValue: [...firstColumns],
    getInitialValueInEffect: false,
  });
  const [isAsking, { toggle }] = useDisclosure(false);
  const selected = entries.filter(({ object }) => selection[object.id] === true);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const more = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return (
    <>
      <Group justify="space-between" gap="xs" mb="xs" className="results-acts">
        <HowMany loaded={entries.length} isWhole={!hasNextPage} />
        <Group gap="xs">
          <SelectedSign count={selected.length} onClear={() => setSelection({})} />
          {selected.length > 0 && <WhoSeesButton isOpen={isAsking} onToggle={toggle} />}
          {hasNextPage && <LoadAll loaded={entries.length} found={found} />}
          <ColumnChoice shown={shown} onChange={setShown} />
          <ExportMenu selected={selected} loaded={hasNextPage ? undefined : entries} />
        </Group>
      </Group>
      {isAsking && selected.length > 0 && (
        <Fetched>
          <SelectionPanel selection={selected} />
        </Fetched>
      )}
      <ResultTable
        entries={entries}
        shown={shown}
        isWhole={!hasNextPage}
        onEnd={more}
        selection={selection}
        onSelect={setSelection}
        freshSince={freshSince}
      />
    </>
  );
}

function HowMany({ loaded, isWhole }: { loaded: number; isWhole: boolean }): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  const { question } = useQuestion();
  const { data } = useQuery({ ...facetsQuery(question), placeholderData: keepPreviousData });
  const count = isWhole ? loaded : (data?.total ?? loaded);
  const number = times.number(count);
  return (
    <Text size="sm" fw={600} role="status">
      {!isWhole && data?.more !== false ? t('found.more', { number }) : t('found', { count, number })}
    </Text>
  );
}

function SelectedSign({ count, onClear }: { count: number; onClear: () => void }): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  if (count === 0) return null;
  return (
    <Button size="xs" variant="subtle" onClick={onClear}>
      {t('selected', { count, number: times.number(count) })}
    </Button>
  );
}

function WhoSeesButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }): ReactNode {
  const { t } = useTranslation('search');
  return (
    <Button
      size="xs"
      variant={isOpen ? 'light' : 'default'}
      leftSection={<IconEye size={15} aria-hidden />}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      {t('who-sees')}
    </Button>
  );
}

/** Loads what is behind, so that it can be sorted and selected whole. */
function LoadAll({ loaded, found }: { loaded: number; found: ReturnType<typeof useFound> }): ReactNode {
  const { t } = useTranslation('search');
  const times = useTimes();
  const [isLoading, setLoading] = useState(false);
  const load = async (): Promise<void> => {
    setLoading(true);
    try {
      let answer = await found.fetchNextPage();
      while (answer.hasNextPage && (answer.data?.length ?? 0) < loaded + mostLoaded && !answer.isError)
        answer = await answer.fetchNextPage();
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      disabled={isLoading}
      leftSection={isLoading ? <Loader size={12} /> : undefined}
      onClick={() => void load()}
    >
      {isLoading ? t('loaded', { number: times.number(loaded) }) : t('load-all')}
    </Button>
  );
}

/** Where filters narrow the search, they are named, as they may be out of sight. */
function Nothing(): ReactNode {
  const { t } = useTranslation('search');
  const { question, ask } = useQuestion();
  const { said } = useFilterWords();
  const isForWords = question.q !== undefined;
  if (!isNarrowed(question))
    return isForWords ? <Empty title={t('none')} next={t('none.next')} /> : <NoView title={t('none.yet')} />;
  return (
    <Empty
      title={t(isForWords ? 'none.both' : 'none.filtered')}
      next={said(question).map((line) => (
        <div key={line}>{line}</div>
      ))}
    >
      <Button size="xs" variant="default" onClick={() => ask(unnarrowed)}>
        {t('filter.clear')}
      </Button>
    </Empty>
  );
}
