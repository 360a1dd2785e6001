/** Keeps whoever has a file on its way from leaving by accident: the page is what sends it. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Leaving({ isRunning }: { isRunning: boolean }): ReactNode {
  const { t } = useTranslation('bring-in');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isRunning,
    enableBeforeUnload: () => isRunning,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('leaving')}
      closeButtonProps={{ 'aria-label': t('leaving.stay') }}
    >
      <Text size="sm">{t('leaving.why')}</Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={() => proceed?.()}>
          {t('leaving.go')}
        </Button>
        <Button onClick={() => reset?.()} data-autofocus>
          {t('leaving.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
