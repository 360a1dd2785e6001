/** A file that is being put in or was: how far it is, what came of it, and how to go on where it broke off. */
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Foreign } from '../../part/foreign.tsx';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { Numbers } from './numbers.tsx';
import { Problems } from './problems.tsx';
import { runningQuery } from './queries.ts';
import { countsOf, doneOf, putInOf } from './report.ts';
import { SendingBar } from './sending-bar.tsx';
import type { SendingState } from './sending-state.ts';
import type { ImportReport } from './report.ts';

interface Given {
  state: SendingState;
  size: number;
  source: string;
  onEnd: () => void;
  onAgain: () => void;
  onAnother: () => void;
}

export function Outcome({ state, size, source, onEnd, onAgain, onAnother }: Given): ReactNode {
  const { t } = useTranslation('bring-in');
  const { isRunning, report, error, wasEnded } = state;
  const batch = useBatchUnderWay(source, isRunning);
  const isBroken = !isRunning && (wasEnded || error !== undefined || report?.failure !== undefined);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="outcome">
      <Stack gap="md">
        <Title order={2} id="outcome">
          {isRunning ? t('putting') : t('outcome')}
        </Title>
        {isRunning && <UnderWay state={state} size={size} source={source} onEnd={onEnd} />}
        {isBroken && <Broken state={state} batch={report?.batch ?? batch} onAgain={onAgain} />}
        {report !== undefined && <Arrived report={report} source={source} isBroken={isBroken} />}
        {!isRunning && (
          <Group>
            <Button variant="default" onClick={onAnother}>
              {t('another')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

/** The id of the batch, kept beyond the moment in which it runs. */
function useBatchUnderWay(source: string, isRunning: boolean): string | undefined {
  const { data } = useQuery(runningQuery(source, isRunning));
  const [last, setLast] = useState<string>();
  if (data !== undefined && data !== null && data.id !== last) setLast(data.id);
  return last;
}

function UnderWay({
  state,
  size,
  source,
  onEnd,
}: Pick<Given, 'state' | 'size' | 'source' | 'onEnd'>): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const { data: batch } = useQuery(runningQuery(source, true));
  const done = batch === undefined || batch === null ? 0 : doneOf(countsOf(batch.counts));
  return (
    <>
      <SendingBar sent={state.sent} size={size} onEnd={onEnd} reading={t('put.reading')} />
      <Text size="sm" role="status">
        {t('done', { count: done, number: times.number(done) })}
      </Text>
    </>
  );
}

/** It broke off: that what was put in stands, and that the same file goes on from there. */
function Broken({
  state: { wasEnded, error, report },
  batch,
  onAgain,
}: {
  state: SendingState;
  batch: string | null | undefined;
  onAgain: () => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const isWhole = report?.batch === null;
  return (
    <Alert
      color="orange"
      role="alert"
      icon={<IconAlertTriangle size={20} aria-hidden />}
      title={wasEnded ? t('broken.ended') : t('broken')}
    >
      <Stack gap="xs" align="flex-start">
        {report?.failure !== undefined && <Foreign text={report.failure} language="en" />}
        <Text size="sm">{isWhole ? t('broken.nothing') : t('broken.stands')}</Text>
        {error !== undefined && <Failed error={error} />}
        <Group>
          <Button size="xs" onClick={onAgain}>
            {t('broken.again')}
          </Button>
          {!isWhole && batch !== undefined && batch !== null && (
            <BatchLink id={batch} word={t('broken.look')} />
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

function Arrived({
  report,
  source,
  isBroken,
}: {
  report: ImportReport;
  source: string;
  isBroken: boolean;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const times = useTimes();
  const count = putInOf(report);
  return (
    <Stack gap="sm" role="status">
      {!isBroken && (
        <Group gap="xs">
          <IconCheck size={20} aria-hidden />
          <Text fw={600}>
            {count === 0 ? t('arrived.nothing') : t('arrived', { count, number: times.number(count) })}
          </Text>
        </Group>
      )}
      <Numbers counts={report} />
      {report.waiting !== undefined && report.waiting > 0 && (
        <Alert color="gray" icon={<IconClock size={20} aria-hidden />}>
          {t('arrived.waiting', { count: report.waiting, number: times.number(report.waiting) })}
        </Alert>
      )}
      {report.batch !== null && !isBroken && <BatchLink id={report.batch} word={t('arrived.look')} />}
      <Problems problems={report.problems} rejected={report.rejected} source={source} />
    </Stack>
  );
}

function BatchLink({ id, word }: { id: string; word: string }): ReactNode {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/bring-in" search={{ batch: id }} />}>
      {word}
    </Anchor>
  );
}
