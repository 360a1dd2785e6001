/** The way to a new record, on screens where none is open; nothing for accounts that only read. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayWrite } from './questions.ts';

export function BeginRecord(): ReactNode {
  const { t } = useTranslation();
  if (!useMayWrite()) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/record/new" search={{}} />}
    >
      {t('new-record')}
    </Button>
  );
}
