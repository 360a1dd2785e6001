/** An act upon a decision in a dialogue: what it does is said, then it is done or refused. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../part/states.tsx';
import { renewDecisions } from './queries.ts';

export interface Dialogue {
  isOpen: boolean;
  onClose: () => void;
}

export function ActDialogue({
  title,
  says,
  confirm,
  done,
  isGrave = false,
  isReady = true,
  act,
  isOpen,
  onClose,
  children,
}: Dialogue & {
  title: string;
  /** What it does. */
  says: string;
  confirm: string;
  done: string;
  isGrave?: boolean;
  isReady?: boolean;
  act: () => Promise<unknown>;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const doing = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onClose();
      notifications.show({ message: done, withCloseButton: false });
      await renewDecisions();
    },
  });
  const close = (): void => {
    doing.reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) doing.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{says}</Text>
          {children}
          {doing.error !== null && <Failed error={doing.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              disabled={!isReady}
              loading={doing.isPending}
              {...(isGrave ? { color: 'red.8' } : {})}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
