/** What one's member asked: what each owner said, and what is in force. */
import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Confirm } from '../../part/confirm.tsx';
import { useNames } from '../../part/names.ts';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { LabelLine } from '../../part/marking-line.tsx';
import { usePolicyRights } from '../release/policy/rights.ts';
import { AnswerShown } from './answer-shown.tsx';
import { useDone, type Asked } from './questions.ts';
import { Request } from './request.tsx';

export function AskedRequest({ request }: { request: Asked }): ReactNode {
  const { t } = useTranslation('consent');
  const { t: common } = useTranslation();
  const names = useNames();
  const times = useTimes();
  const { owners, released, inForce, state } = request;
  const isHeld = state === 'withdrawn' || state === 'ended';
  return (
    <Request request={request} by={t('asked.by-you', { time: times.moment(request.at) })}>
      <dl className="release-pairs consent-owners">
        {owners.map(({ owner, answer }) => (
          <div key={owner}>
            <dt>
              <bdi>{names(owner) ?? common('members.unknown')}</bdi>
            </dt>
            <dd>
              <AnswerShown answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
      {released !== null && inForce !== null && (
        <div className="consent-in-force">
          <Text size="sm" fw={600}>
            {isHeld ? t('in-force.over') : t('in-force', { time: times.moment(inForce) })}
          </Text>
          <LabelLine label={released} />
        </div>
      )}
      <AskedActs request={request} />
    </Request>
  );
}

function AskedActs({ request: { id, state, account } }: { request: Asked }): ReactNode {
  const { t } = useTranslation('consent');
  const done = useDone();
  const rights = usePolicyRights();
  const confirm = useMutation({
    mutationFn: () => cell.confirmConsent({ id }),
    onSuccess: () => done(t('confirmed')),
  });
  const isMine = rights?.account === account;
  const mayTakeBack = state === 'waits' || state === 'open' || state === 'refused';
  if (rights?.mayAgree !== true || !mayTakeBack) return null;
  return (
    <>
      {confirm.isError && <Failed error={confirm.error} />}
      <Group gap="xs">
        {state === 'waits' && !isMine && (
          <Button size="compact-sm" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('confirm')}
          </Button>
        )}
        <Confirm
          act={t('take-back')}
          says={t('take-back.says')}
          onAct={async () => {
            await cell.withdrawConsent({ id });
            await done(t('take-back.done'));
          }}
        />
        {state === 'waits' && isMine && (
          <Text size="xs" c="dimmed">
            {t('confirm.other')}
          </Text>
        )}
      </Group>
    </>
  );
}
