/** Runs of an agreement: what was sent, what came of it, and the way to asking the other member in the open. */
import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconMessageQuestion } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusals, type AgreementBody, type RunBody } from '@entente/contract/matching';
import { cell } from '../../app/cell.ts';
import { Foreign, ForeignText } from '../../part/foreign.tsx';
import { Listed } from '../../part/listed.tsx';
import { LongList } from '../../part/long-list.tsx';
import { Empty } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { useMayAsk } from '../requests/may-ask.ts';
import { runsQuery, useMatchingRights, type Standing } from './queries.ts';
import { SayAct } from './say-act.tsx';
import { RunSign } from './state.tsx';

interface Of {
  agreement: AgreementBody;
  standing: Standing;
}

export function Runs({ agreement, standing }: Of): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <section aria-label={t('runs')}>
      <Title order={2} size="h4">
        {t('runs')}
      </Title>
      <Alert color="gray" icon={<IconInfoCircle size={20} aria-hidden />} my="sm">
        {t('runs.says')}
      </Alert>
      <Found agreement={agreement} standing={standing} />
    </section>
  );
}

function Found({ agreement, standing }: Of): ReactNode {
  const { t } = useTranslation('matching');
  const found = useInfiniteQuery(runsQuery(agreement.id));
  const next = nextOf(agreement, standing);
  const none =
    next === undefined ? (
      <Empty title={t('runs.none.over')} />
    ) : (
      <Empty title={t('runs.none')} next={t(next)} />
    );
  return (
    <Listed list={found} none={none}>
      {(runs, onEnd) => (
        <LongList
          label={t('runs')}
          items={runs}
          keyOf={({ run }) => run}
          height={110}
          row={(run) => <Row run={run} agreement={agreement} standing={standing} />}
          onEnd={onEnd}
        />
      )}
    </Listed>
  );
}

/** What has to happen before there are runs; `undefined` where there will be none. */
function nextOf({ state }: AgreementBody, { sends }: Standing) {
  if (state === 'proposed') return 'runs.none.proposed';
  if (state !== 'in-force') return undefined;
  return sends ? 'runs.none.sends' : 'runs.none.answers';
}

function Row({ run, agreement, standing }: Of & { run: RunBody }): ReactNode {
  const { t } = useTranslation('matching');
  const { mayCarry } = useMatchingRights();
  const { state, purpose, caseReference, reason } = run;
  const mayRefuse = mayCarry && !standing.sends && agreement.state === 'in-force' && !agreement.rests;
  return (
    <div className="matching-row">
      <Group justify="space-between" gap="xs 16px" wrap="wrap">
        <Text fw={600}>
          <Foreign text={purpose} /> · <Foreign text={t('run.case', { reference: caseReference })} />
        </Text>
        <RunSign state={state} />
      </Group>
      <Facts run={run} />
      {state === 'waiting' && standing.sends && (
        <Text size="sm" c="dimmed">
          {t('run.waits-long')}
        </Text>
      )}
      {reason !== null && <Reason text={reason} />}
      <Group gap="xs">
        {state === 'answered' && <AskThem run={run} other={standing.other} />}
        {state === 'waiting' && mayRefuse && <Refuse id={agreement.id} run={run.run} />}
      </Group>
    </div>
  );
}

function Facts({ run: { run, sent, replied, keys } }: { run: RunBody }): ReactNode {
  const { t } = useTranslation('matching');
  const times = useTimes();
  const facts = [
    t('run.sent', { time: times.moment(sent) }),
    ...(replied === null ? [] : [t('run.replied', { time: times.moment(replied) })]),
    t('count.keys', { count: keys, shown: times.number(keys) }),
    t('run.number', { number: shortOf(run) }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {facts.join(' · ')}
    </Text>
  );
}

/** Enough of a number to tell runs apart. */
const shortOf = (run: string): string => run.slice(0, 8);

/** In words, as a person, before the gateway answers it. */
function Refuse({ id, run }: { id: string; run: string }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <SayAct
      variant="default"
      act={t('refuse')}
      title={t('refuse.title', { number: shortOf(run) })}
      says={t('refuse.says')}
      label={t('refuse.reason')}
      done={t('refuse.done')}
      onSay={(reason) => cell.refuseMatchingRun({ id, run, reason })}
    />
  );
}

/** A word of a gateway is said in the reader's language; words of a person stay as they are. */
function Reason({ text }: { text: string }): ReactNode {
  const { t } = useTranslation('matching');
  const known = refusals.find((one) => one === text);
  return known === undefined ? <ForeignText text={text} /> : <Text size="sm">{t(`reason.${known}`)}</Text>;
}

/** Leads to a new request, to the other member and on the ground of the run; what was found is for people to say. */
function AskThem({ run, other }: { run: RunBody; other: string }): ReactNode {
  const { t } = useTranslation('matching');
  const mayAsk = useMayAsk();
  if (!mayAsk) return null;
  const reason = t('ask-them.reason', { reference: run.caseReference, number: run.run });
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconMessageQuestion size={15} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/requests/new"
          search={{ to: `member:${other}`, purpose: run.purpose, reason }}
        />
      )}
    >
      {t('ask-them')}
    </Button>
  );
}
