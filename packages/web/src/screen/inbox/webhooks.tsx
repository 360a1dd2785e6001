/** Webhooks of the member: addresses that are called when there is a message. */
import { Badge, Button, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import type { WebhookBody } from '@entente/contract/webhook';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { questions } from '../../app/questions.ts';
import { Confirm } from '../../part/confirm.tsx';
import { ShownOnce } from '../../part/shown-once.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { useFields } from '../../part/use-fields.ts';

const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => cell.webhooks({ limit: 100 }),
});
const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: webhooksQuery.queryKey });

export function Webhooks(): ReactNode {
  const { t } = useTranslation('messages');
  const found = useQuery(webhooksQuery);
  const [secret, setSecret] = useState<string>();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="webhooks">
      <Stack className="in-order">
        <Title order={2} id="webhooks">
          {t('webhooks')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('webhooks.lead')}
        </Text>
        {secret !== undefined && <ShownOnce title={t('webhooks.shown-once')} secret={secret} />}
        {found.isPending && <Loading />}
        {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {found.isSuccess && found.data.items.length > 0 && <WebhookTable items={found.data.items} />}
        <NewWebhook onMade={setSecret} />
      </Stack>
    </Paper>
  );
}

function WebhookTable({ items }: { items: readonly WebhookBody[] }): ReactNode {
  const { t } = useTranslation('messages');
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('webhooks.address')}</Table.Th>
            <Table.Th>{t('webhooks.since')}</Table.Th>
            <Table.Th aria-label={t('webhooks.acts')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function WebhookRow({ webhook: { id, url, createdAt, stoppedAt } }: { webhook: WebhookBody }): ReactNode {
  const { t } = useTranslation('messages');
  const times = useTimes();
  const test = useMutation({ mutationFn: () => cell.testWebhook({ id }) });
  const resume = useMutation({ mutationFn: () => cell.resumeWebhook({ id }), onSuccess: renew });
  const remove = async (): Promise<void> => {
    await cell.removeWebhook({ id });
    await renew();
  };
  return (
    <Table.Tr>
      <Table.Td>
        <bdi className="foreign">{url}</bdi>
        {stoppedAt !== null && (
          <Badge ml="xs" variant="default">
            {t('webhooks.stopped', { day: times.day(stoppedAt) })}
          </Badge>
        )}
        <Text size="xs" role="status">
          {test.isSuccess && <Tested status={test.data.status} />}
          {(test.isError || resume.isError) && t('webhooks.failed')}
        </Text>
      </Table.Td>
      <Table.Td className="nowrap">{times.day(createdAt)}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          {stoppedAt !== null && (
            <Button size="compact-sm" loading={resume.isPending} onClick={() => resume.mutate()}>
              {t('webhooks.resume')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t('webhooks.test')}
          </Button>
          <Confirm act={t('webhooks.remove')} says={t('webhooks.remove.says')} onAct={remove} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Tested({ status }: { status: number | null }): ReactNode {
  const { t } = useTranslation('messages');
  if (status === null) return t('webhooks.silent');
  return status < 300 ? t('webhooks.took', { status }) : t('webhooks.refused', { status });
}

function NewWebhook({ onMade }: { onMade: (secret: string) => void }): ReactNode {
  const { t } = useTranslation('messages');
  const { given, set, field } = useFields({ url: '' });
  const add = useMutation({
    mutationFn: () => cell.addWebhook(given),
    onSuccess: async ({ secret }) => {
      onMade(secret);
      set({ url: '' });
      await renew();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          label={t('webhooks.new')}
          placeholder="https://"
          type="url"
          required
          flex={1}
          {...field('url')}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('webhooks.add')}
        </Button>
      </Group>
      {add.isError && <Failed error={add.error} />}
    </form>
  );
}
