/** A label that waits for a second person: what it is for, what it would be, and the word of that person. */
import { Alert, Button, Group, Text } from '@mantine/core';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { meQuery, ofView, questions } from '../../app/questions.ts';
import { RecordLink, TitleOf } from '../../part/entry.tsx';
import { useConditions } from '../../part/marking-line.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { markingFor } from '../../record/marking.ts';

type Proposal = AnswerOf<Operations['proposal']>;

const most = 20;

export function ProposalRow({ proposal }: { proposal: Proposal }): ReactNode {
  const { t } = useTranslation('situation');
  const times = useTimes();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600}>
          {t('proposal', { count: proposal.contributions })}
        </Text>
        <Text size="xs" c="dimmed" className="nowrap">
          {times.day(proposal.at)}
        </Text>
      </Group>
      <WantedLabel proposal={proposal} />
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('proposal.close') : t('proposal.open')}
        </Button>
        <Decision proposal={proposal} />
      </Group>
      {isOpen && <WaitingObjects id={proposal.id} />}
    </li>
  );
}

function WantedLabel({ proposal: { label } }: { proposal: Proposal }): ReactNode {
  const { t } = useTranslation('situation');
  const conditions = useConditions();
  const marking = markingFor(label);
  const words = [...marking.handling, ...conditions(marking, true)];
  return (
    <Text size="sm" c="dimmed">
      {t('proposal.label')} <bdi>{words.join(' · ')}</bdi>
    </Text>
  );
}

/** A release officer agrees or refuses; who proposed it takes it back. */
function Decision({ proposal: { id, proposer } }: { proposal: Proposal }): ReactNode {
  const { t } = useTranslation('situation');
  const { data: me } = useQuery(meQuery);
  const onSuccess = (): Promise<void> => questions.invalidateQueries({ queryKey: [ofView] });
  const agree = useMutation({ mutationFn: () => cell.approveProposal({ id }), onSuccess });
  const refuse = useMutation({ mutationFn: () => cell.refuseProposal({ id }), onSuccess });
  if (me === undefined) return null;
  const isMine = proposer === me.account;
  const isOfficer = me.roles.includes('release-officer');
  const failed = agree.error ?? refuse.error;
  return (
    <>
      {isOfficer && !isMine && (
        <Button size="compact-sm" loading={agree.isPending} onClick={() => agree.mutate()}>
          {t('proposal.agree')}
        </Button>
      )}
      {(isOfficer || isMine) && (
        <Button size="compact-sm" variant="light" loading={refuse.isPending} onClick={() => refuse.mutate()}>
          {isMine ? t('proposal.take-back') : t('proposal.refuse')}
        </Button>
      )}
      {isMine && (
        <Text size="xs" c="dimmed">
          {t('proposal.mine')}
        </Text>
      )}
      {codeOf(failed) === 'not-found' && <Alert color="gray">{t('proposal.gone')}</Alert>}
      {failed !== null && codeOf(failed) !== 'not-found' && <Failed error={failed} />}
    </>
  );
}

function WaitingObjects({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('situation');
  const { data, error, refetch } = useQuery({
    queryKey: [ofView, 'proposal', id],
    queryFn: () => cell.proposalContributions({ id, limit: most }),
  });
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <ul>
      {data.items.map(({ object, version }) => (
        <li key={`${object} ${version}`}>
          <RecordLink id={object} size="sm">
            <TitleOf id={object} />
          </RecordLink>
        </li>
      ))}
      {data.next !== undefined && <li>{t('proposal.others')}</li>}
    </ul>
  );
}
