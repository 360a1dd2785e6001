/** Opens the dialog that gives one's own contributions another label. */
import { Button } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Own } from './matrix/questions.ts';
import { Relabel } from './relabel.tsx';

export function RelabelButton({ selection }: { selection: Own[] }): ReactNode {
  const { t } = useTranslation('release');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTag size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('relabel.open')}
      </Button>
      {isOpen && <Relabel selection={selection} onDone={() => setOpen(false)} />}
    </>
  );
}
