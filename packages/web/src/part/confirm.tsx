/** Asks before something that cannot simply be taken back; says what it does, and what went wrong. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from './dialogue-box.tsx';
import { Failed } from './states.tsx';

export function Confirm({
  act,
  says,
  onAct,
}: {
  /** What the button is called, here and in the question. */
  act: string;
  says: string;
  onAct: () => Promise<unknown>;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const doing = useMutation({ mutationFn: onAct, onSuccess: close });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {act}
      </Button>
      <DialogueBox opened={isOpen} onClose={close} title={act}>
        <Stack>
          <Text size="sm">{says}</Text>
          {doing.isError && <Failed error={doing.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button color="red" loading={doing.isPending} onClick={() => doing.mutate()}>
              {act}
            </Button>
          </Group>
        </Stack>
      </DialogueBox>
    </>
  );
}
