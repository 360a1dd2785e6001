/** The ledger: what is proved, in words; and a check of it that this page makes by itself. */
import { List, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { Empty, Failed, Head, Loading } from '../../part/states.tsx';
import { Check } from './check.tsx';
import { Checkpoint } from './checkpoint.tsx';
import './ledger.css';
import { Receipts } from './receipts.tsx';

export function Ledger(): ReactNode {
  const { t } = useTranslation('ledger');
  const { data: me, error, refetch } = useQuery(meQuery);
  if (me === undefined) {
    return error === null ? <Loading /> : <Failed error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Head title={t('title')} lead={t('lead')} />
      <div className="ledger">
        <div className="ledger-column">
          {me.narrow ? (
            <Paper withBorder p="md">
              <Empty title={t('narrow')} next={t('narrow.next')} />
            </Paper>
          ) : (
            <Check member={me.member.id} isAuditor={me.roles.includes('auditor')} />
          )}
          <Receipts />
        </div>
        <div className="ledger-column">
          <Proved />
          <Checkpoint />
        </div>
      </div>
    </>
  );
}

function Proved(): ReactNode {
  const { t } = useTranslation('ledger');
  const is = ['past', 'one', 'receipts', 'reads'] as const;
  const isNot = ['looked', 'alone', 'times'] as const;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="proved">
      <Title order={2} id="proved">
        {t('proved')}
      </Title>
      <List size="sm" spacing={6} my="xs">
        {is.map((one) => (
          <List.Item key={one}>{t(`proved.${one}`)}</List.Item>
        ))}
      </List>
      <Title order={3} size="h5" mt="md">
        {t('not-proved')}
      </Title>
      <List size="sm" spacing={6} my="xs">
        {isNot.map((one) => (
          <List.Item key={one}>{t(`not-proved.${one}`)}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('command')}
      </Text>
    </Paper>
  );
}
