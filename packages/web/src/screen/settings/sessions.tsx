/** One's own sessions: where from, for what, and their end. */
import { Badge, Button, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, questions } from '../../app/questions.ts';
import { Confirm } from '../../part/confirm.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { browserIn } from './browser.ts';

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: () => cell.sessions({ limit: 200 }) });
const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: sessionsQuery.queryKey });

export function Sessions(): ReactNode {
  const { t } = useTranslation('settings');
  const times = useTimes();
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
        {sessions.data.items.length > 1 && (
          <Confirm act={t('sessions.end-others')} says={t('sessions.end-others.says')} onAct={endOthers} />
        )}
      </Group>
      <Table.ScrollContainer minWidth={720}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sessions.browser')}</Table.Th>
              <Table.Th>{t('sessions.address')}</Table.Th>
              <Table.Th>{t('purpose')}</Table.Th>
              <Table.Th>{t('begun')}</Table.Th>
              <Table.Th>{t('last-used')}</Table.Th>
              <Table.Th aria-label={t('acts')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.data.items.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td maw={320}>
                  <Text size="sm" truncate title={session.agent}>
                    {browserIn(session.agent)}
                  </Text>
                </Table.Td>
                <Table.Td>{session.address}</Table.Td>
                <Table.Td>{[session.purpose, session.caseReference].filter(Boolean).join(' · ')}</Table.Td>
                <Table.Td>{times.moment(session.createdAt)}</Table.Td>
                <Table.Td>{session.lastUsedAt === null ? '' : times.moment(session.lastUsedAt)}</Table.Td>
                <Table.Td>
                  {session.current ? (
                    <Badge variant="light">{t('sessions.this')}</Badge>
                  ) : (
                    <Confirm
                      act={t('sessions.end')}
                      says={t('sessions.end.says')}
                      onAct={() => end(session.id)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
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
