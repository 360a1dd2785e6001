/** Labels that wait for a second person of one's member. */
import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LongList } from '../../part/long-list.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { OnlyWhole } from './policy/only-whole.tsx';
import { Proposal } from './policy/proposal.tsx';
import { proposalsQuery } from './policy/questions.ts';
import { usePolicyRights } from './policy/rights.ts';
import './release.css';

export function Proposals(): ReactNode {
  const { t } = useTranslation('release');
  const rights = usePolicyRights();
  const proposals = useQuery({ ...proposalsQuery, enabled: rights?.isWhole === true });
  if (rights?.isWhole === false) return <OnlyWhole />;
  if (proposals.isError) return <Failed error={proposals.error} onRetry={() => void proposals.refetch()} />;
  if (proposals.isPending || rights === undefined) return <Loading />;
  if (proposals.data.length === 0) return <Empty title={t('proposal.none')} next={t('proposal.none.next')} />;
  return (
    <Box maw={860}>
      <LongList
        label={t('proposal.list')}
        items={proposals.data}
        keyOf={({ id }) => id}
        height={220}
        row={(proposal) => (
          <Box pb="md">
            <Proposal proposal={proposal} rights={rights} />
          </Box>
        )}
      />
    </Box>
  );
}
