/** Where one's own account gets e-mail: set with the password, confirmed by a code that was sent there. */
import {
  Alert,
  Button,
  Group,
  Paper,
  PasswordInput,
  Radio,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { MailBody } from '@entente/contract/mail';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { accountQuery, questions } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';
import { RemoveMail } from './remove-mail.tsx';

const mailQuery = queryOptions({ queryKey: ['mail'], queryFn: () => cell.mail() });
const took = (mail: MailBody): void => {
  questions.setQueryData(mailQuery.queryKey, mail);
};

export function MailAddress(): ReactNode {
  const { t } = useTranslation('messages');
  const found = useQuery(mailQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const mail = found.data;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="mail">
      <Stack>
        <Group justify="space-between">
          <Title order={2} id="mail">
            {t('mail')}
          </Title>
          {(mail.address ?? mail.pending) !== null && (
            <RemoveMail onDone={() => questions.invalidateQueries({ queryKey: mailQuery.queryKey })} />
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('mail.lead')}
        </Text>
        {mail.stopped && <Alert color="orange">{t('mail.stopped')}</Alert>}
        {mail.pending !== null && <Code pending={mail.pending} />}
        {mail.available ? (
          <Address key={`${mail.address} ${mail.pending} ${mail.rhythm}`} mail={mail} />
        ) : (
          <Alert color="gray">{t('mail.unavailable')}</Alert>
        )}
      </Stack>
    </Paper>
  );
}

function Code({ pending }: { pending: string }): ReactNode {
  const { t } = useTranslation('messages');
  const { given, field } = useFields({ code: '' });
  const confirm = useMutation({
    mutationFn: () => cell.confirmMail(given),
    onSuccess: (mail) => {
      took(mail);
      notifications.show({ message: t('mail.confirmed') });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Group align="flex-end">
          <TextInput
            label={t('mail.code', { address: pending })}
            description={t('mail.code.hint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            flex={1}
            {...field('code')}
          />
          <Button type="submit" loading={confirm.isPending}>
            {t('mail.confirm')}
          </Button>
        </Group>
        {confirm.isError && <Failed error={confirm.error} />}
      </Stack>
    </form>
  );
}

function Address({ mail }: { mail: MailBody }): ReactNode {
  const { t } = useTranslation('messages');
  const { t: common } = useTranslation();
  const { data: account } = useQuery(accountQuery);
  const { given, set, field } = useFields({
    address: mail.address ?? mail.pending ?? '',
    rhythm: mail.rhythm,
    password: '',
  });
  const isConfirmed = given.address.trim() === mail.address && !mail.stopped;
  const save = useMutation({
    mutationFn: () => {
      const { password, ...rest } = given;
      return cell.setMail({ ...rest, ...(!isConfirmed && password !== '' ? { password } : {}) });
    },
    onSuccess: (saved) => {
      took(saved);
      notifications.show({ message: isConfirmed ? t('mail.saved') : t('mail.sent') });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('mail.address')}
          type="email"
          autoComplete="email"
          required
          {...field('address')}
        />
        <Radio.Group
          label={t('mail.rhythm')}
          value={given.rhythm}
          onChange={(rhythm) => set({ rhythm: rhythm === 'daily' ? 'daily' : 'soon' })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="soon" label={t('mail.rhythm.soon')} />
            <Radio value="daily" label={t('mail.rhythm.daily')} />
          </Stack>
        </Radio.Group>
        {!isConfirmed && account?.hasPassword === true && (
          <PasswordInput
            label={t('mail.password')}
            description={t('mail.password.hint')}
            autoComplete="current-password"
            required
            {...field('password')}
          />
        )}
        {save.isError && <Failed error={save.error} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {isConfirmed ? common('save') : t('mail.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
