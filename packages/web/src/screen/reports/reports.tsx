/** Reports, groupings and notes of the view, and what one is writing. */
import { Anchor, Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { meQuery, ofView } from '../../app/questions.ts';
import { Foreign } from '../../part/foreign.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { useGoOn } from '../../part/use-go-on.ts';
import { isNotice } from '../../record/object.ts';
import { keptDrafts } from './kept-drafts.ts';
import { ReportRow } from './report-row.tsx';
import { reportTypes } from './report-text.ts';
import './reports.css';

export function Reports(): ReactNode {
  const { t } = useTranslation('reports');
  const { data: me } = useQuery(meQuery);
  const mayWrite = me?.scopes.includes('write') === true;
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        {mayWrite && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/reports/new" />}
          >
            {t('new')}
          </Button>
        )}
      </Head>
      <Stack>
        {mayWrite && <Drafts account={me.account} />}
        <Words />
        <Found mayWrite={mayWrite} />
      </Stack>
    </>
  );
}

/** What was begun on this device and not put in yet. */
function Drafts({ account }: { account: string }): ReactNode {
  const { t } = useTranslation('reports');
  const times = useTimes();
  const [drafts] = useState(() => keptDrafts(account, localStorage));
  if (drafts.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('drafts')}>
      <Text fw={600} mb={4}>
        {t('drafts')}
      </Text>
      {drafts.map(({ report, draft, at }) => (
        <div key={report} className="draft-row">
          <IconPencil size={16} aria-hidden />
          <Anchor
            renderRoot={(props) =>
              report === 'new' ? (
                <Link {...props} to="/reports/new" />
              ) : (
                <Link {...props} to="/reports/$id/edit" params={{ id: report }} />
              )
            }
          >
            {draft.title.trim() === '' ? t('untitled') : <Foreign text={draft.title} />}
          </Anchor>
          <Text span size="xs" c="dimmed">
            {times.moment(at)}
          </Text>
        </div>
      ))}
    </Paper>
  );
}

function Words(): ReactNode {
  const { t } = useTranslation('reports');
  const { q = '' } = useAsked<'q'>();
  const [typed, setTyped] = useState(q);
  const navigate = useNavigate();
  const ask = useDebouncedCallback((words: string) => {
    void navigate({ to: '/reports', search: { q: words }, replace: true });
  }, 150);
  return (
    <TextInput
      aria-label={t('words')}
      placeholder={t('words')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        ask(value);
      }}
    />
  );
}

function Found({ mayWrite }: { mayWrite: boolean }): ReactNode {
  const { t } = useTranslation('reports');
  const { q = '' } = useAsked<'q'>();
  const found = useInfiniteQuery({
    queryKey: [ofView, 'reports', q],
    queryFn: ({ pageParam }) =>
      cell.search({
        type: reportTypes.join(','),
        limit: 50,
        ...(q === '' ? {} : { q }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const goOn = useGoOn(found);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const entries = found.data.pages.flatMap(({ items }) => items).filter(({ object }) => !isNotice(object));
  if (entries.length === 0 && !found.hasNextPage) {
    const next = mayWrite ? t('none.write') : t('none.wait');
    return q === '' ? (
      <Empty title={t('none')} next={next} />
    ) : (
      <Empty title={t('no-words')} next={t('no-words.next')} />
    );
  }
  return (
    <>
      {q === '' && (
        <Text size="xs" c="dimmed">
          {t('order')}
        </Text>
      )}
      <LongList
        label={t('title')}
        items={entries}
        keyOf={({ object }) => object.id}
        height={92}
        row={(entry) => <ReportRow entry={entry} />}
        onEnd={goOn}
      />
    </>
  );
}
