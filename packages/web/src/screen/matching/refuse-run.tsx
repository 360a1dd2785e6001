/** Refuses a run in words, as a person, before the gateway answers it. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Failed } from '../../part/states.tsx';
import { useActing } from './queries.ts';

export function RefuseRun({ id, run }: { id: string; run: string }): ReactNode {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const refusing = useActing(() => cell.refuseMatchingRun({ id, run, reason }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    refusing.mutate(undefined, { onSuccess: close });
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('refuse')}
      </Button>
      <DialogueBox opened={isOpen} onClose={close} title={t('refuse')}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t('refuse.says')}</Text>
            <Textarea
              label={t('refuse.reason')}
              required
              autosize
              minRows={2}
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              data-autofocus
            />
            {refusing.isError && <Failed error={refusing.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {common('cancel')}
              </Button>
              <Button type="submit" loading={refusing.isPending}>
                {t('refuse')}
              </Button>
            </Group>
          </Stack>
        </form>
      </DialogueBox>
    </>
  );
}
