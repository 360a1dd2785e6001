/** The board: what one is asked, what one asked, and what is overdue. */
import { Button, MultiSelect, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '@entente/contract/request';
import { useAsked } from '../../app/address.ts';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Head } from '../../part/states.tsx';
import { useMayAsk } from './may-ask.ts';
import { boardQuery, boards, type Board } from './queries.ts';
import { RequestRow } from './row.tsx';
import './requests.css';

const states: readonly RequestState[] = [
  'open',
  'acknowledged',
  'partly-answered',
  'answered',
  'declined',
  'nothing-held',
  'expired',
  'closed',
];

export function Requests(): ReactNode {
  const { t } = useTranslation('requests');
  const mayAsk = useMayAsk();
  const navigate = useNavigate();
  const asked = useAsked<'board' | 'state'>();
  const board = boards.find((one) => one === asked.board) ?? 'to-me';
  const chosen = states.filter((one) => asked.state?.split(',').includes(one));
  const go = (search: { board?: string; state?: string }): void =>
    void navigate({ to: '/requests', search, replace: true });
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        {mayAsk && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/requests/new" />}
          >
            {t('ask')}
          </Button>
        )}
      </Head>
      <Tabs value={board} onChange={(one) => go({ board: one ?? 'to-me' })} keepMounted={false}>
        <Tabs.List>
          {boards.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`board.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {boards.map((one) => (
          <Tabs.Panel key={one} value={one} pt="md">
            <MultiSelect
              label={t('states')}
              placeholder={chosen.length === 0 ? t('states.all') : undefined}
              data={states.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              value={chosen}
              onChange={(wanted) =>
                go({ board, ...(wanted.length === 0 ? {} : { state: wanted.join(',') }) })
              }
              clearable
              maw={460}
              mb="sm"
            />
            <Found board={board} chosen={chosen} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function Found({ board, chosen }: { board: Board; chosen: readonly RequestState[] }): ReactNode {
  const { t } = useTranslation('requests');
  const found = useInfiniteQuery({ ...boardQuery(board, chosen), placeholderData: keepPreviousData });
  const none =
    chosen.length === 0 ? (
      <Empty title={t(`none.${board}`)} next={t(`none.${board}.next`)} />
    ) : (
      <Empty title={t('none.state')} next={t('none.state.next')} />
    );
  return (
    <Listed list={found} none={none}>
      {(requests, onEnd) => (
        <LongList
          label={t(`board.${board}`)}
          items={requests}
          keyOf={({ entry }) => entry.object.id}
          height={76}
          row={(request) => <RequestRow request={request} />}
          onEnd={onEnd}
        />
      )}
    </Listed>
  );
}
