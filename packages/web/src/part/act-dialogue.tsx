/** An act in a dialogue: what it does is said, then it is done or refused. */
import { Button, Group, Stack, Text, type ModalProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from './dialogue-box.tsx';
import { Failed } from './states.tsx';

export interface Dialogue {
  isOpen: boolean;
  onClose: () => void;
}

export interface ActIn extends Dialogue {
  title: string;
  /** What it does. */
  says?: string;
  /** What the button says. */
  confirm: string;
  /** What is said once it is done. */
  done: string;
  /** Whether somebody loses something. */
  isGrave?: boolean;
  isReady?: boolean;
  size?: NonNullable<ModalProps['size']>;
  act: () => Promise<unknown>;
  /** Has the page ask anew for what the act has changed. */
  renew: () => Promise<unknown>;
  children?: ReactNode;
}

export function ActDialogue({
  title,
  says,
  isOpen,
  onClose,
  size = 'md',
  done,
  act,
  renew,
  ...rest
}: ActIn): ReactNode {
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
  const { isReady = true, children } = rest;
  return (
    <DialogueBox opened={isOpen} onClose={close} title={title} size={size}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) doing.mutate();
        }}
      >
        <Stack>
          {says !== undefined && <Text size="sm">{says}</Text>}
          {children}
          {doing.error !== null && <Failed error={doing.error} />}
          <Buttons {...rest} isReady={isReady} isBusy={doing.isPending} onClose={close} />
        </Stack>
      </form>
    </DialogueBox>
  );
}

function Buttons({
  confirm,
  isGrave = false,
  isReady,
  isBusy,
  onClose,
}: Pick<ActIn, 'confirm' | 'isGrave' | 'onClose'> & { isReady: boolean; isBusy: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button type="submit" disabled={!isReady} loading={isBusy} {...(isGrave ? { color: 'red.8' } : {})}>
        {confirm}
      </Button>
    </Group>
  );
}
