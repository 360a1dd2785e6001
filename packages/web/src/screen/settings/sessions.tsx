/** One's own sessions: where from, for what, and their end. */
import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, questions } from '../../app/questions.ts';
import { Confirm } from '../../part/confirm.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { browserIn } from './browser.ts';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => Array.fromAsync(cell.every('sessions', { limit: 500 })),
});
const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: sessionsQuery.queryKey });

export function Sessions(): ReactNode {
  const { t } = useTranslation('settings');
  const sessions = useQuery(sessionsQuery);
  if (sessions.isPending) return <Loading />;
  if (sessions.isError) return <Failed error={sessions.error} onRetry={() => void sessions.refetch()} />;
  const end = async (id: string): Promise<void> => {
    await cell.endSession({ id });
    await renew();
  };
  const endOthers = async (): Promise<void> => {
    await cell.endOtherSessions();
    await renew();
  };
  return (
    <Stack>
      <Purpose />
      <Group justify="space-between">
        <Title order={2}>{t('sessions')}</Title>
        {sessions.data.length > 1 && (
          <Confirm act={t('sessions.end-others')} says={t('sessions.end-others.says')} onAct={endOthers} />
        )}
      </Group>
      <SessionTable sessions={sessions.data} onEnd={end} />
    </Stack>
  );
}

type Session = Awaited<ReturnType<typeof cell.sessions>>['items'][number];

function SessionTable({
  sessions,
  onEnd,
}: {
  sessions: readonly Session[];
  onEnd: (id: string) => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  const times = useTimes();
  return (
    <LongTable
      label={t('sessions')}
      minWidth={800}
      columns={[
        { key: 'browser', head: t('sessions.browser'), track: 'minmax(7rem, 1.2fr)' },
        { key: 'address', head: t('sessions.address'), track: 'minmax(7rem, .8fr)' },
        { key: 'purpose', head: t('purpose'), track: 'minmax(6rem, 1.2fr)' },
        { key: 'begun', head: t('begun'), track: '6.8rem' },
        { key: 'last', head: t('last-used'), track: '6.8rem' },
        { key: 'acts', head: <VisuallyHidden>{t('acts')}</VisuallyHidden>, track: '9rem' },
      ]}
      count={sessions.length}
      keyOf={(index) => (sessions[index] as Session).id}
      row={(index) => {
        const session = sessions[index] as Session;
        return [
          <Text key="browser" size="sm" truncate title={session.agent}>
            {browserIn(session.agent)}
          </Text>,
          session.address,
          [session.purpose, session.caseReference].filter(Boolean).join(' · '),
          times.moment(session.createdAt),
          session.lastUsedAt === null ? '' : times.moment(session.lastUsedAt),
          session.current ? (
            <Badge key="acts" variant="light" tt="none">
              {t('sessions.this')}
            </Badge>
          ) : (
            <Confirm
              key="acts"
              act={t('sessions.end')}
              says={t('sessions.end.says')}
              onAct={() => onEnd(session.id)}
            />
          ),
        ];
      }}
    />
  );
}

/** What this session is used for from now on; recorded with what is read. */
function Purpose(): ReactNode {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const [given, setGiven] = useState<{ purpose: string; caseReference: string }>();
  const shown = given ?? { purpose: me?.purpose ?? '', caseReference: me?.caseReference ?? '' };
  const declare = useMutation({
    mutationFn: () =>
      cell.declarePurpose(
        Object.fromEntries(Object.entries(shown).filter(([, value]) => value.trim() !== '')),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('saved') });
      await Promise.all([questions.invalidateQueries({ queryKey: meQuery.queryKey }), renew()]);
    },
  });
  const field = (key: 'purpose' | 'caseReference') => ({
    value: shown[key],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setGiven({ ...shown, [key]: value }),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    declare.mutate();
  };
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('purpose.lead')}
        </Text>
        <Group align="flex-end">
          <TextInput label={t('purpose')} flex={1} {...field('purpose')} />
          <TextInput label={t('case')} {...field('caseReference')} />
          <Button type="submit" variant="default" loading={declare.isPending} disabled={given === undefined}>
            {common('save')}
          </Button>
        </Group>
        {declare.isError && <Failed error={declare.error} />}
      </Stack>
    </Paper>
  );
}
