/** Taking out of the cell what one's member put in, once it was confirmed. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../part/states.tsx';
import { useRecall } from './contribute.ts';

export function RecallDialog({
  id,
  isOpen,
  onClose,
  onRecalled,
}: {
  id: string;
  isOpen: boolean;
  onClose: () => void;
  onRecalled?: () => void;
}): ReactNode {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const recall = useRecall();
  const confirm = (): void =>
    recall.mutate([{ object: id }], {
      onSuccess: ({ recalled }) => {
        notifications.show({ message: t('recall.done', { count: recalled }) });
        onClose();
        onRecalled?.();
      },
    });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('recall.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text size="sm">{t('recall.what')}</Text>
        {recall.isError && <Failed error={recall.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {common('cancel')}
          </Button>
          <Button color="red" loading={recall.isPending} onClick={confirm}>
            {t('recall.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
