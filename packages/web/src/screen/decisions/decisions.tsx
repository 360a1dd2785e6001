/** The board: what is before the members, each with its clock, and how long deciding takes. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { More } from '../../part/more.tsx';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
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
      <Found board={board} member={rights?.member ?? ''} />
      <Figures />
    </>
  );
}

function Found({ board, member }: { board: 'open' | 'all'; member: string }): ReactNode {
  const { t } = useTranslation('decisions');
  const found = useInfiniteQuery({ ...boardQuery(board), placeholderData: keepPreviousData });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const decisions = found.data.pages.flatMap(({ items }) => items);
  if (decisions.length === 0) return <Empty title={t(`none.${board}`)} next={t(`none.${board}.next`)} />;
  return (
    <>
      <ul className="decision-list" aria-label={t('title')}>
        {decisions.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} member={member} />
        ))}
      </ul>
      <More of={found} />
    </>
  );
}
