/** Switches one's own e-mail off, with the password: e-mail also warns of strangers who have signed in. */
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { accountQuery } from '../../app/questions.ts';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { Failed } from '../../part/states.tsx';

export function RemoveMail({ onDone }: { onDone: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('messages');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('mail.remove')}
      </Button>
      <DialogueBox opened={isOpen} onClose={close} title={t('mail.remove')}>
        <Asking onCancel={close} onDone={onDone} />
      </DialogueBox>
    </>
  );
}

function Asking({ onCancel, onDone }: { onCancel: () => void; onDone: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('messages');
  const { t: common } = useTranslation();
  const { data: account } = useQuery(accountQuery);
  const [password, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: () => cell.removeMail(password === '' ? {} : { password }),
    onSuccess: onDone,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    remove.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('mail.remove.says')}</Text>
        {account?.hasPassword === true && (
          <PasswordInput
            label={t('mail.password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={({ currentTarget: { value } }) => setPassword(value)}
          />
        )}
        {remove.isError && <Failed error={remove.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button type="submit" color="red" loading={remove.isPending}>
            {t('mail.remove')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
