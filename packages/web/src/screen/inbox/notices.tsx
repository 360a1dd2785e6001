/** How one is told outside the cell: e-mail of one's own, what it may say, and webhooks of the member. */
import { Alert, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery, questions } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { MailAddress } from './mail-address.tsx';
import { Webhooks } from './webhooks.tsx';

export function Notices(): ReactNode {
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  const isWhole = !me.narrow;
  const isAdministrator = me.roles.includes('administrator') && me.scopes.includes('admin');
  const isIntegrator = me.roles.includes('integrator') && me.scopes.includes('write');
  return (
    <Stack maw={760} gap="lg" className="in-order">
      <MailAddress />
      {isWhole && isAdministrator && <MailPolicy />}
      {isWhole && (isAdministrator || isIntegrator) && <Webhooks />}
    </Stack>
  );
}

const policyQuery = queryOptions({ queryKey: ['mail-policy'], queryFn: () => cell.mailPolicy() });

function MailPolicy(): ReactNode {
  const { t } = useTranslation('messages');
  const found = useQuery(policyQuery);
  const set = useMutation({
    mutationFn: (sentences: boolean) => cell.setMailPolicy({ sentences }),
    onSuccess: () => questions.invalidateQueries({ queryKey: policyQuery.queryKey }),
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="mail-policy">
      <Stack>
        <Title order={2} id="mail-policy">
          {t('policy')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('policy.lead')}
        </Text>
        {found.isPending && <Loading />}
        {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
        {found.isSuccess && (
          <Switch
            label={t('policy.sentences')}
            description={t('policy.sentences.hint')}
            checked={found.data.sentences}
            disabled={set.isPending}
            onChange={({ currentTarget: { checked } }) => set.mutate(checked)}
          />
        )}
        {set.isError && (
          <Alert color="red" role="alert">
            {t('not-noted')}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
