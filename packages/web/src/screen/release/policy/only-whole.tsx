/** Told to an account that sees less than its member. */
import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function OnlyWhole(): ReactNode {
  const { t } = useTranslation('release');
  return (
    <Alert color="gray" icon={<IconLock size={18} aria-hidden />}>
      {t('policy.narrow')}
    </Alert>
  );
}
