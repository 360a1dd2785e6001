/** The inbox: what waits for whoever is signed in, and what they were told, the last first. */
import { Button, Paper, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { cell } from '../../app/cell.ts';
import { inboxCountQuery, ofInbox, questions } from '../../app/questions.ts';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Failed, Head } from '../../part/states.tsx';
import './inbox.css';
import { MessageRow } from './message-row.tsx';

const shows = ['all', 'unread', 'waiting'] as const;
type Show = (typeof shows)[number];
const atOnce = 50;

export function Inbox(): ReactNode {
  const { t } = useTranslation('messages');
  const { show: asked } = useAsked<'show'>();
  const navigate = useNavigate();
  const show = shows.find((one) => one === asked) ?? 'all';
  return (
    <>
      <Head title={t('title')}>
        <ReadAll />
      </Head>
      <SegmentedControl
        aria-label={t('show')}
        data={shows.map((value) => ({ value, label: t(`show.${value}`) }))}
        value={show}
        onChange={(value) => void navigate({ to: '/inbox', search: value === 'all' ? {} : { show: value } })}
        mb="md"
      />
      <Messages key={show} show={show} />
    </>
  );
}

/** All until the newest that is shown: what comes meanwhile stays unread. */
function ReadAll(): ReactNode {
  const { t } = useTranslation('messages');
  const { data: count } = useQuery(inboxCountQuery);
  const read = useMutation({
    mutationFn: async () => {
      const { items } = await cell.inbox({ limit: 1 });
      if (items[0] !== undefined) await cell.readMessages({ until: items[0].at });
    },
    onSuccess: () => questions.invalidateQueries({ queryKey: ofInbox }),
  });
  return (
    <>
      {read.isError && <Failed error={read.error} />}
      <Button
        variant="default"
        disabled={count === undefined || count.unread === 0}
        loading={read.isPending}
        onClick={() => read.mutate()}
      >
        {t('read-all')}
      </Button>
    </>
  );
}

function Messages({ show }: { show: Show }): ReactNode {
  const { t } = useTranslation('messages');
  const found = useInfiniteQuery({
    queryKey: [...ofInbox, 'list', show],
    queryFn: ({ pageParam }) =>
      cell.inbox({ show, limit: atOnce, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed list={found} none={<Empty title={t(`none.${show}`)} next={t('none.next')} />}>
      {(messages, onEnd) => (
        <Paper withBorder>
          <LongList
            label={t(`show.${show}`)}
            items={messages}
            keyOf={({ id }) => id}
            height={66}
            row={(message) => <MessageRow message={message} />}
            onEnd={onEnd}
          />
        </Paper>
      )}
    </Listed>
  );
}
