/** A new password; every other session ends with it. */
import { Button, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Failed } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';

const empty = { current: '', next: '', again: '' };

export function Password(): ReactNode {
  const { t } = useTranslation('settings');
  const { given, set, field } = useFields(empty);
  const change = useMutation({
    mutationFn: cell.changePassword,
    onSuccess: () => {
      set(empty);
      notifications.show({ message: t('password.changed') });
    },
  });
  const differ = given.again !== '' && given.again !== given.next;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (given.again === given.next) change.mutate({ current: given.current, next: given.next });
  };
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit}>
        <Stack>
          <Title order={2}>{t('password')}</Title>
          <Text size="sm" c="dimmed">
            {t('password.lead')}
          </Text>
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            required
            {...field('current')}
          />
          <PasswordInput label={t('password.next')} autoComplete="new-password" required {...field('next')} />
          <PasswordInput
            label={t('password.again')}
            autoComplete="new-password"
            error={differ ? t('password.differ') : undefined}
            required
            {...field('again')}
          />
          {change.isError && <Failed error={change.error} />}
          <Button type="submit" loading={change.isPending}>
            {t('password.change')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
