/** A new recovery code of the member, in place of the one before. */
import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { ShownOnce } from '../../part/shown-once.tsx';
import { Failed } from '../../part/states.tsx';

export function RecoveryCode(): ReactNode {
  const { t } = useTranslation('settings');
  const [password, setPassword] = useState('');
  const renew = useMutation({ mutationFn: cell.renewRecoveryCode, onSuccess: () => setPassword('') });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    renew.mutate({ password });
  };
  return (
    <Paper withBorder p="md" maw={640} component="form" onSubmit={submit}>
      <Stack>
        <Title order={2}>{t('recovery')}</Title>
        <Text size="sm" c="dimmed">
          {t('recovery.lead')}
        </Text>
        {renew.isSuccess ? (
          <ShownOnce title={t('recovery.shown-once')} secret={renew.data.recoveryCode} />
        ) : (
          <Group align="flex-end">
            <PasswordInput
              label={t('codes.password')}
              autoComplete="current-password"
              required
              flex="1 1 200px"
              value={password}
              onChange={({ currentTarget: { value } }) => setPassword(value)}
            />
            <Button type="submit" variant="default" loading={renew.isPending}>
              {t('recovery.renew')}
            </Button>
          </Group>
        )}
        {renew.isError && <Failed error={renew.error} />}
      </Stack>
    </Paper>
  );
}
