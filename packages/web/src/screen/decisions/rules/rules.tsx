/** What holds for every text that is put to the members: who changes the cell, the shortest silence, working days. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Founding } from './founding.tsx';
import { WorkingDays } from './working-days.tsx';

export function Rules(): ReactNode {
  const { t } = useTranslation('deciding');
  return (
    <Stack maw={860}>
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      <Founding />
      <WorkingDays />
    </Stack>
  );
}
