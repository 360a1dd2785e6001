/** How the cell itself is, for those who run it: the process, its database and its settings, and nothing of members. */
import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { Facts } from '../../part/facts.tsx';
import { SettingsInForce } from './settings-in-force.tsx';

const healthQuery = queryOptions({ queryKey: ['health'], queryFn: () => cell.health(), staleTime: 0 });
type Answer = Awaited<ReturnType<typeof cell.health>>;

export function Health(): ReactNode {
  const { t } = useTranslation('health');
  const { data, error, refetch, isFetching } = useQuery(healthQuery);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Stack maw={860}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
        <Button
          variant="default"
          size="xs"
          flex="none"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          {t('renew')}
        </Button>
      </Group>
      <Now health={data} />
      <Database health={data} />
      <SettingsInForce settings={data.settings} />
      <Elsewhere metricsListen={data.settings.metricsListen} />
    </Stack>
  );
}

function Now({ health: { ready, now, startedAt, versions } }: { health: Answer }): ReactNode {
  const { t } = useTranslation('health');
  const times = useTimes();
  return (
    <Facts
      title={t('now')}
      facts={[
        ['/readyz', <Readiness key="ready" isReady={ready} />],
        [t('started'), times.moment(startedAt)],
        [t('clock'), times.moment(now)],
        ['Entente', versions.entente],
        ['Node.js', versions.node],
        ['PostgreSQL', versions.postgresql],
      ]}
    />
  );
}

function Readiness({ isReady }: { isReady: boolean }): ReactNode {
  const { t } = useTranslation('health');
  const Picture = isReady ? IconCircleCheck : IconAlertTriangle;
  return (
    <Group gap={6} wrap="nowrap">
      <Picture size={18} style={{ flex: 'none' }} aria-hidden />
      {isReady ? t('ready') : t('not-ready')}
    </Group>
  );
}

function Database({ health: { database } }: { health: Answer }): ReactNode {
  const { t } = useTranslation('health');
  const { kind, schema, upToDate } = database;
  return (
    <Facts
      title={t('database')}
      facts={[
        [t('kind'), kind === 'embedded' ? t('kind.embedded') : t('kind.external')],
        [t('schema'), upToDate ? t('schema.up-to-date', { schema }) : t('schema.other', { schema })],
        [t('backup'), t('backup.says')],
      ]}
    />
  );
}

/** What hangs on members' acts is read outside the cell; the reason stands with it. */
function Elsewhere({ metricsListen }: { metricsListen: string | null }): ReactNode {
  const { t } = useTranslation('health');
  return (
    <Facts
      title={t('elsewhere')}
      lead={t('elsewhere.why')}
      facts={[
        [
          t('elsewhere.metrics'),
          metricsListen === null ? (
            t('elsewhere.metrics.none')
          ) : (
            <Code key="metrics">{`${metricsListen}/metrics`}</Code>
          ),
        ],
        [t('elsewhere.disk'), t('elsewhere.disk.how')],
        [t('elsewhere.log'), t('elsewhere.log.how')],
      ]}
    />
  );
}
