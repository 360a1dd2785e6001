/** What an administrator does with an agreement: accept, decline, take back, end. */
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '@entente/contract/matching';
import { cell } from '../../app/cell.ts';
import { Confirm } from '../../part/confirm.tsx';
import { isGatewayKey } from './gateway-key.ts';
import { useActing, useMatchingRights, type Standing } from './queries.ts';
import { SayAct } from './say-act.tsx';

export function AgreementActs({
  agreement: { id, state },
  standing: { isProposer },
}: {
  agreement: AgreementBody;
  standing: Standing;
}): ReactNode {
  const { t } = useTranslation('matching');
  const { mayDecide } = useMatchingRights();
  const ending = useActing(() => cell.endMatching({ id }));
  if (!mayDecide || (state !== 'proposed' && state !== 'in-force')) return null;
  const word = state === 'in-force' ? 'end' : isProposer ? 'take-back' : 'decline';
  return (
    <Group gap="xs">
      {state === 'proposed' && !isProposer && <Accept id={id} />}
      <Confirm act={t(word)} says={t(`says.${word}`)} onAct={() => ending.mutateAsync(undefined)} />
    </Group>
  );
}

function Accept({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <SayAct
      act={t('accept')}
      title={t('accept.title')}
      says={t('accept.says')}
      label={t('own-key')}
      hint={t('own-key.hint')}
      problem={(key) => (isGatewayKey(key) ? undefined : t('problem.key'))}
      done={t('accepted')}
      onSay={(key) => cell.acceptMatching({ id, key })}
    />
  );
}
