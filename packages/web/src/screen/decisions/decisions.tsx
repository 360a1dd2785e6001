/** The board: what is before the members, each with its clock, and how long deciding takes. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Head } from '../../part/states.tsx';
import { Figures } from './figures.tsx';
import { boardQuery, useDecisionRights } from './queries.ts';
import { DecisionRow } from './row.tsx';
import './decisions.css';

export function Decisions(): ReactNode {
  const { t } = useTranslation('decisions');
  const rights = useDecisionRights();
  const navigate = useNavigate();
  const board = useAsked<'board'>().board === 'all' ? 'all' : 'open';
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        {rights?.isSecretary === true && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/decisions/new" />}
          >
            {t('draft')}
          </Button>
        )}
      </Head>
      <SegmentedControl
        mb="md"
        aria-label={t('board')}
        value={board}
        onChange={(one) => void navigate({ to: '/decisions', search: { board: one }, replace: true })}
        data={[
          { value: 'open', label: t('board.open') },
          { value: 'all', label: t('board.all') },
        ]}
      />
      <Found board={board} />
    </>
  );
}

function Found({ board }: { board: 'open' | 'all' }): ReactNode {
  const { t } = useTranslation('decisions');
  const found = useInfiniteQuery({ ...boardQuery(board), placeholderData: keepPreviousData });
  return (
    <>
      <Listed list={found} none={<Empty title={t(`none.${board}`)} next={t(`none.${board}.next`)} />}>
        {(decisions, onEnd) => (
          <LongList
            label={t('title')}
            items={decisions}
            keyOf={({ id }) => id}
            height={96}
            row={(decision) => <DecisionRow decision={decision} />}
            onEnd={onEnd}
          />
        )}
      </Listed>
      {/* What stands below the list waits for its end, or it would be pushed away. */}
      {found.isSuccess && !found.hasNextPage && <Figures />}
    </>
  );
}
