/** What one's member lays down for its accounts: ceiling, second person, default labels of sources. */
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '../../part/states.tsx';
import { memberPolicyQuery } from './label/presets.tsx';
import { Ceiling } from './policy/ceiling.tsx';
import { Defaults } from './policy/defaults.tsx';
import { OnlyWhole } from './policy/only-whole.tsx';
import { usePolicyRights } from './policy/rights.ts';
import './release.css';

export function MemberPolicy(): ReactNode {
  const { t } = useTranslation('release');
  const rights = usePolicyRights();
  const policy = useQuery({ ...memberPolicyQuery, enabled: rights?.isWhole === true });
  if (rights?.isWhole === false) return <OnlyWhole />;
  if (policy.isError) return <Failed error={policy.error} onRetry={() => void policy.refetch()} />;
  if (policy.isPending || rights === undefined) return <Loading />;
  const { defaults, ...laid } = policy.data;
  return (
    <Stack gap="lg" maw={860}>
      <Paper withBorder p="md">
        <Title order={2}>{t('policy.ceiling')}</Title>
        <Text size="sm" c="dimmed" mb="md">
          {t('policy.ceiling.lead')}
        </Text>
        {/* Begun anew where somebody else has changed it. */}
        <Ceiling key={JSON.stringify(laid)} laid={laid} maySet={rights.maySetCeiling} />
      </Paper>
      <Paper withBorder p="md">
        <Title order={2}>{t('policy.defaults')}</Title>
        <Text size="sm" c="dimmed" mb="md">
          {t('policy.defaults.lead')}
        </Text>
        <Defaults defaults={defaults} maySet={rights.maySetDefaults} />
      </Paper>
    </Stack>
  );
}
