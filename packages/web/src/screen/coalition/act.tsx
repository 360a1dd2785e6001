/** An act of the secretary in a dialogue: what it does is said, then it is done or refused. */
import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Failed } from '../../part/states.tsx';
import { renew } from './rosters.ts';

export interface Dialogue {
  isOpen: boolean;
  onClose: () => void;
}

export function Act({
  title,
  done,
  confirm,
  isGrave = false,
  isReady = true,
  act,
  isOpen,
  onClose,
  children,
}: Dialogue & {
  title: string;
  /** What is said once it is done. */
  done: string;
  /** What the button says. */
  confirm: string;
  /** Whether somebody loses something. */
  isGrave?: boolean;
  isReady?: boolean;
  act: () => Promise<unknown>;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const doing = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onClose();
      notifications.show({ message: done });
      await renew();
    },
  });
  const close = (): void => {
    doing.reset();
    onClose();
  };
  return (
    <DialogueBox opened={isOpen} onClose={close} title={title} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate();
        }}
      >
        <Stack>
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
    </DialogueBox>
  );
}
