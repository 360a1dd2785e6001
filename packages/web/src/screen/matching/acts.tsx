/** What an administrator does with an agreement: accept, decline, take back, end. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '@entente/contract/matching';
import { cell } from '../../app/cell.ts';
import { Confirm } from '../../part/confirm.tsx';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Failed } from '../../part/states.tsx';
import { useActing, useMatchingRights, type Standing } from './queries.ts';

export function AgreementActs({
  agreement: { id, state },
  standing: { isProposer },
}: {
  agreement: AgreementBody;
  standing: Standing;
}): ReactNode {
  const { t } = useTranslation('matching');
  const { mayDecide } = useMatchingRights();
  const ending = useActing(() => cell.endMatching({ id }));
  if (!mayDecide || (state !== 'proposed' && state !== 'in-force')) return null;
  const word = state === 'in-force' ? 'end' : isProposer ? 'take-back' : 'decline';
  return (
    <Group gap="xs">
      {state === 'proposed' && !isProposer && <Accept id={id} />}
      <Confirm act={t(word)} says={t(`says.${word}`)} onAct={() => ending.mutateAsync(undefined)} />
    </Group>
  );
}

function Accept({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [key, setKey] = useState('');
  const accepting = useActing(() => cell.acceptMatching({ id, key: key.trim() }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    accepting.mutate(undefined, {
      onSuccess: () => {
        close();
        notifications.show({ message: t('accepted') });
      },
    });
  };
  return (
    <>
      <Button size="compact-sm" onClick={open}>
        {t('accept')}
      </Button>
      <DialogueBox opened={isOpen} onClose={close} title={t('accept')}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t('accept.says')}</Text>
            <Textarea
              label={t('own-key')}
              description={t('own-key.hint')}
              required
              autosize
              minRows={2}
              value={key}
              onChange={({ currentTarget }) => setKey(currentTarget.value)}
              data-autofocus
              spellCheck={false}
            />
            {accepting.isError && <Failed error={accepting.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {common('cancel')}
              </Button>
              <Button type="submit" loading={accepting.isPending}>
                {t('accept')}
              </Button>
            </Group>
          </Stack>
        </form>
      </DialogueBox>
    </>
  );
}
