/** Consent of owners: what one's member is asked for, and what it asked. */
import { Alert, Anchor, Box, Stack, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { meQuery } from '../../app/questions.ts';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
import { AskedRequest } from './asked-request.tsx';
import { askedQuery, receivedQuery, requestQuery } from './questions.ts';
import { ReceivedRequest } from './received-request.tsx';
import './consent.css';

export function Consent(): ReactNode {
  // Words of labels are loaded with these, or the screen would go away for a moment when a form opens.
  const { t } = useTranslation(['consent', 'release']);
  const { request } = useAsked<'request'>();
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  return (
    <>
      <Head title={t('title')} lead={t('lead')} />
      {me.narrow ? (
        <Alert color="gray" icon={<IconLock size={20} aria-hidden />}>
          {t('narrow')}
        </Alert>
      ) : request === undefined ? (
        <Board />
      ) : (
        <One id={request} />
      )}
    </>
  );
}

function Board(): ReactNode {
  const { t } = useTranslation('consent');
  const { tab } = useAsked<'tab'>();
  const navigate = useNavigate();
  return (
    <Tabs
      value={tab === 'asked' ? 'asked' : 'received'}
      onChange={(chosen) => void navigate({ to: '/consent', search: { tab: chosen ?? undefined } })}
      keepMounted={false}
    >
      <Tabs.List>
        <Tabs.Tab value="received">{t('tab.received')}</Tabs.Tab>
        <Tabs.Tab value="asked">{t('tab.asked')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="received" pt="md">
        <ReceivedList />
      </Tabs.Panel>
      <Tabs.Panel value="asked" pt="md">
        <AskedList />
      </Tabs.Panel>
    </Tabs>
  );
}

function ReceivedList(): ReactNode {
  const { t } = useTranslation('consent');
  return (
    <Requests
      label={t('tab.received')}
      list={useInfiniteQuery(receivedQuery)}
      none={<Empty title={t('received.none')} next={t('received.none.next')} />}
      row={(request) => <ReceivedRequest request={request} />}
    />
  );
}

function AskedList(): ReactNode {
  const { t } = useTranslation('consent');
  return (
    <Requests
      label={t('tab.asked')}
      list={useInfiniteQuery(askedQuery)}
      none={<Empty title={t('asked.none')} next={t('asked.none.next')} />}
      row={(request) => <AskedRequest request={request} />}
    />
  );
}

function Requests<Item extends { id: string }>({
  label,
  list,
  none,
  row,
}: {
  label: string;
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  none: ReactNode;
  row: (item: Item) => ReactNode;
}): ReactNode {
  return (
    <Listed list={list} none={none}>
      {(items, onEnd) => (
        <Box maw={920}>
          <LongList
            label={label}
            items={items}
            keyOf={({ id }) => id}
            height={240}
            row={(item) => <Box pb="md">{row(item)}</Box>}
            onEnd={onEnd}
          />
        </Box>
      )}
    </Listed>
  );
}

/** One request by its address, as a message leads to it. */
function One({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('consent');
  const found = useQuery(requestQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Stack gap="md" maw={920}>
      {found.data.role === 'owner' ? (
        <ReceivedRequest request={found.data} />
      ) : (
        <AskedRequest request={found.data} />
      )}
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/consent"
            search={{ tab: found.data.role === 'owner' ? 'received' : 'asked' }}
          />
        )}
      >
        {t('all')}
      </Anchor>
    </Stack>
  );
}
