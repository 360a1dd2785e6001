/** One decision: its text, its clock, who has seen it, its record, and what this account may do. */
import { Alert, Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressId } from '../../app/address.ts';
import { spoken } from '../../app/language.ts';
import { Foreign } from '../../part/foreign.tsx';
import { Loading, NotShown } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { Clock } from './silence-clock.tsx';
import { EffectInWords } from './effect.tsx';
import { MemberActs } from './member-acts.tsx';
import {
  decisionQuery,
  isRunning,
  useDecisionRights,
  type Decision,
  type DecisionRights,
} from './queries.ts';
import { Proof } from './proof.tsx';
import { Record } from './record.tsx';
import { SecretaryActs } from './secretary-acts.tsx';
import { Seen } from './seen.tsx';
import { DecisionState } from './state.tsx';
import { Texts } from './texts.tsx';
import './decisions.css';

export function DecisionScreen(): ReactNode {
  const { data, error, refetch } = useQuery(decisionQuery(useAddressId()));
  const rights = useDecisionRights();
  if (data !== undefined && rights !== undefined) return <Shown decision={data} rights={rights} />;
  return error === null ? (
    <Loading />
  ) : (
    <NotShown error={error} onRetry={() => void refetch()} to="decisions" />
  );
}

function Shown({ decision, rights }: { decision: Decision; rights: DecisionRights }): ReactNode {
  const { t } = useTranslation('decisions');
  const language = spoken();
  return (
    <>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/decisions" />}>
        {t('back')}
      </Anchor>
      <div className="head">
        <div className="decision-title">
          <Title order={1}>
            <Foreign text={decision.title[language]} language={language} />
          </Title>
          <Standing decision={decision} />
        </div>
        <div className="head-acts">
          {rights.speaks && <MemberActs decision={decision} member={rights.member} />}
          {rights.isSecretary && <SecretaryActs decision={decision} />}
        </div>
      </div>
      {decision.outcome === 'impossible' && (
        <Alert color="red" title={t('state.impossible')} mb="md">
          {t('impossible.says')} <bdi>{decision.reason}</bdi>
        </Alert>
      )}
      <div className="decision-page">
        <div>
          <Texts decision={decision} />
          <Title order={2} mt="lg">
            {t('effect')}
          </Title>
          <EffectInWords decision={decision} />
          <Record decision={decision} />
        </div>
        <aside>
          <Clock decision={decision} />
          <Voice decision={decision} />
          <Seen decision={decision} />
          <Proof decision={decision} />
        </aside>
      </div>
    </>
  );
}

function Standing({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const { version, community, names, purpose, effect } = decision;
  return (
    <div className="decision-standing">
      <DecisionState decision={decision} />
      <Text size="sm" c="dimmed">
        {t(`effect.${effect.kind}`)}
        {purpose === 'note' && ` · ${t('for-note')}`}
        {version > 1 && ` · ${t('version', { version: times.number(version) })}`}
        {' · '}
        {community === null ? t('scope.cell') : <Foreign text={names[community] ?? community} />}
      </Text>
    </div>
  );
}

function Voice({ decision }: { decision: Decision }): ReactNode {
  const { t } = useTranslation('decisions');
  if (!isRunning(decision)) return null;
  const { voice } = decision;
  return <Text size="sm">{voice ? t('voice.says') : t('no-voice.says')}</Text>;
}
