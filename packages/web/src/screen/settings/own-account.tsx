/** One's own account: name, language, password, one-time codes. */
import { Button, Paper, SegmentedControl, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import type { Language } from '../../app/language.ts';
import { accountQuery, questions } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useSpeak } from '../../part/use-speak.ts';
import { OneTimeCodes } from './one-time-codes.tsx';
import { Password } from './password.tsx';

export function OwnAccount(): ReactNode {
  const account = useQuery(accountQuery);
  if (account.isPending) return <Loading />;
  if (account.isError) return <Failed error={account.error} onRetry={() => void account.refetch()} />;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} maw={980}>
      <Profile
        key={account.data.name}
        login={account.data.login}
        name={account.data.name}
        roles={account.data.roles}
      />
      <Password />
      <OneTimeCodes hasTotp={account.data.hasTotp} />
    </SimpleGrid>
  );
}

function Profile({
  login,
  name,
  roles,
}: {
  login: string;
  name: string;
  roles: readonly string[];
}): ReactNode {
  const { t, i18n } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState(name);
  const change = useMutation({
    mutationFn: cell.changeProfile,
    onSuccess: async () => {
      await questions.invalidateQueries({ queryKey: accountQuery.queryKey });
      notifications.show({ message: t('saved') });
    },
  });
  const speak = useSpeak();
  const choose = (language: string): void => {
    change.mutate({ language });
    void speak(language as Language);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    change.mutate({ name: typed });
  };
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit}>
        <Stack>
          <Title order={2}>{t('profile')}</Title>
          <Text size="sm" c="dimmed">
            {t('profile.login', {
              login,
              roles: roles.map((role) => t(`role.${role as 'analyst'}`)).join(', '),
            })}
          </Text>
          <TextInput
            label={t('name')}
            required
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
          />
          <div>
            <Text size="sm" fw={500} id="language">
              {t('language')}
            </Text>
            <SegmentedControl
              aria-labelledby="language"
              value={i18n.language}
              onChange={choose}
              data={[
                { value: 'en', label: 'English' },
                { value: 'fr', label: 'Français' },
              ]}
            />
          </div>
          {change.isError && <Failed error={change.error} />}
          <Button type="submit" loading={change.isPending} disabled={typed.trim() === '' || typed === name}>
            {common('save')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
