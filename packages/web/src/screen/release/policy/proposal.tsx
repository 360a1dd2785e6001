/** One label that waits for a second person: what is asked for, what holds, for what; and the word on it. */
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { ofView } from '../../../app/questions.ts';
import { RecordLink, TitleOf } from '../../../part/entry.tsx';
import { Failed, Loading } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { LabelLine } from '../../../part/marking-line.tsx';
import { accountsQuery, proposalsQuery, waitingQuery } from './questions.ts';
import type { PolicyRights } from './rights.ts';

type Waiting = Awaited<ReturnType<typeof cell.proposal>>;

export function Proposal({ proposal, rights }: { proposal: Waiting; rights: PolicyRights }): ReactNode {
  const { t } = useTranslation('release');
  const times = useTimes();
  const { data: accounts = [] } = useQuery({ ...accountsQuery, enabled: rights.maySetCeiling });
  const isMine = proposal.proposer === rights.account;
  const name = accounts.find(({ id }) => id === proposal.proposer)?.name ?? t('proposal.colleague');
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Text size="sm">
          {isMine
            ? t('proposal.by-you', { time: times.moment(proposal.at) })
            : t('proposal.by', { name, time: times.moment(proposal.at) })}
        </Text>
        <dl className="release-pairs">
          <dt>{t('proposal.asked')}</dt>
          <dd>
            <LabelLine isOwn label={proposal.label} />
          </dd>
          <dt>{t('proposal.held')}</dt>
          <dd>
            <LabelLine isOwn label={proposal.held} />
          </dd>
        </dl>
        <WaitingFor id={proposal.id} count={proposal.contributions} isImport={proposal.batch !== null} />
        <Word proposal={proposal} isMine={isMine} mayAgree={rights.mayAgree} />
      </Stack>
    </Paper>
  );
}

function WaitingFor({ id, count, isImport }: { id: string; count: number; isImport: boolean }): ReactNode {
  const { t } = useTranslation('release');
  const [isOpen, setOpen] = useState(false);
  const waiting = useQuery({ ...waitingQuery(id), enabled: isOpen });
  const items = waiting.data?.items ?? [];
  return (
    <details className="release-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {isImport ? t('proposal.waiting-import', { count }) : t('proposal.waiting', { count })}
      </summary>
      {isOpen && waiting.isPending && <Loading />}
      {waiting.isError && <Failed error={waiting.error} onRetry={() => void waiting.refetch()} />}
      <ul className="release-list">
        {items.map(({ object, version }) => (
          <li key={`${object} ${version ?? ''}`}>
            <RecordLink id={object} size="sm">
              <TitleOf id={object} />
            </RecordLink>
          </li>
        ))}
      </ul>
      {items.length > 0 && items.length < count && (
        <Text size="xs" c="dimmed">
          {t('proposal.more', { count: count - items.length })}
        </Text>
      )}
    </details>
  );
}

function Word({
  proposal: { id },
  isMine,
  mayAgree,
}: {
  proposal: Waiting;
  isMine: boolean;
  mayAgree: boolean;
}): ReactNode {
  const { t } = useTranslation('release');
  const questions = useQueryClient();
  const said = async (message: string): Promise<void> => {
    notifications.show({ message, withCloseButton: false });
    await questions.invalidateQueries({ queryKey: proposalsQuery.queryKey });
    await questions.invalidateQueries({ queryKey: [ofView] });
  };
  const agree = useMutation({
    mutationFn: () => cell.approveProposal({ id }),
    onSuccess: ({ relabelled }) => said(t('proposal.agreed', { count: relabelled })),
  });
  const refuse = useMutation({
    mutationFn: () => cell.refuseProposal({ id }),
    onSuccess: () => said(isMine ? t('proposal.taken-back') : t('proposal.refused')),
  });
  const isBusy = agree.isPending || refuse.isPending;
  const failed = agree.error ?? refuse.error;
  return (
    <>
      {failed !== null && <Failed error={failed} />}
      <Group gap="xs">
        {mayAgree && !isMine && (
          <Button size="xs" loading={agree.isPending} disabled={isBusy} onClick={() => agree.mutate()}>
            {t('proposal.agree')}
          </Button>
        )}
        {(mayAgree || isMine) && (
          <Button
            size="xs"
            variant="default"
            loading={refuse.isPending}
            disabled={isBusy}
            onClick={() => refuse.mutate()}
          >
            {isMine ? t('proposal.take-back') : t('proposal.refuse')}
          </Button>
        )}
        {isMine && (
          <Text size="xs" c="dimmed">
            {t('proposal.mine')}
          </Text>
        )}
        {!mayAgree && !isMine && (
          <Text size="xs" c="dimmed">
            {t('proposal.officer')}
          </Text>
        )}
      </Group>
    </>
  );
}
