/** What one's member is asked for as an owner: its own answer, and the way to give or withdraw it. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Confirm } from '../../part/confirm.tsx';
import { useNames } from '../../part/names.ts';
import { useTimes } from '../../part/time.ts';
import { usePolicyRights } from '../release/policy/rights.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerShown } from './answer-shown.tsx';
import { useDone, type Received } from './questions.ts';
import { Request } from './request.tsx';

export function ReceivedRequest({ request }: { request: Received }): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const { asker, at, answer, others, included } = request;
  const member = names(asker) ?? common('members.unknown');
  return (
    <Request
      request={request}
      by={t('received.by', { member, time: times.moment(at) })}
      hints={
        <>
          {others && <Text size="xs">{t('others')}</Text>}
          {included && <Text size="xs">{t('included')}</Text>}
        </>
      }
    >
      {answer !== null && <AnswerShown answer={answer} />}
      <ReceivedActs request={request} />
    </Request>
  );
}

function ReceivedActs({ request }: { request: Received }): ReactNode {
  const { t } = useTranslation('consent');
  const done = useDone();
  const rights = usePolicyRights();
  const [isAnswering, setAnswering] = useState(false);
  const { id, state } = request;
  if (state !== 'asked' && state !== 'consented') return null;
  if (rights?.mayAgree !== true)
    return state === 'asked' ? (
      <Text size="xs" c="dimmed">
        {t('officer')}
      </Text>
    ) : null;
  if (isAnswering && state === 'asked')
    return <AnswerForm request={request} onDone={() => setAnswering(false)} />;
  return (
    <Group gap="xs">
      {state === 'asked' && (
        <Button size="compact-sm" onClick={() => setAnswering(true)}>
          {t('answer')}
        </Button>
      )}
      {state === 'consented' && (
        <Confirm
          act={t('withdraw')}
          says={t('withdraw.says')}
          onAct={async () => {
            await cell.withdrawConsent({ id });
            await done(t('withdraw.done'));
          }}
        />
      )}
    </Group>
  );
}
