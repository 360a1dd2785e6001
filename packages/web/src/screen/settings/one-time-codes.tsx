/** One-time codes: set up with an authenticator, confirm, remove. */
import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { encode } from 'uqr';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { accountQuery, questions } from '../../app/questions.ts';
import { Copyable } from '../../part/shown-once.tsx';
import { Failed } from '../../part/states.tsx';

const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: accountQuery.queryKey });

export function OneTimeCodes({ hasTotp }: { hasTotp: boolean }): ReactNode {
  const { t } = useTranslation('settings');
  const [password, setPassword] = useState('');
  const enrol = useMutation({ mutationFn: cell.enrolTotp, onSuccess: () => setPassword('') });
  const remove = useMutation({
    mutationFn: cell.removeTotp,
    onSuccess: async () => {
      setPassword('');
      await renew();
    },
  });
  const done = async (): Promise<void> => {
    enrol.reset();
    await renew();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (hasTotp) remove.mutate({ password });
    else enrol.mutate({ password });
  };
  const error = enrol.error ?? remove.error;
  return (
    <Paper withBorder p="md">
      <Stack>
        <Title order={2}>{t('codes')}</Title>
        <Text size="sm" c="dimmed">
          {hasTotp ? t('codes.on') : t('codes.off')}
        </Text>
        {enrol.data === undefined ? (
          <form onSubmit={submit}>
            <Stack>
              <PasswordInput
                label={t('codes.password')}
                autoComplete="current-password"
                required
                value={password}
                onChange={({ currentTarget: { value } }) => setPassword(value)}
              />
              {error !== null && <Failed error={error} />}
              <Button
                type="submit"
                variant={hasTotp ? 'default' : 'filled'}
                loading={enrol.isPending || remove.isPending}
              >
                {hasTotp ? t('codes.remove') : t('codes.set-up')}
              </Button>
            </Stack>
          </form>
        ) : (
          <Confirmation secret={enrol.data.secret} address={enrol.data.address} onDone={done} />
        )}
      </Stack>
    </Paper>
  );
}

function Confirmation({
  secret,
  address,
  onDone,
}: {
  secret: string;
  address: string;
  onDone: () => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => cell.confirmTotp({ code }), onSuccess: onDone });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('codes.scan')}</Text>
        <QrCode text={address} label={t('codes.picture')} />
        <Copyable text={secret} />
        <TextInput
          label={t('codes.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        />
        {confirm.isError && <Failed error={confirm.error} />}
        <Button type="submit" loading={confirm.isPending}>
          {t('codes.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

/** A QR code (ISO/IEC 18004) of a text; dark on light in both appearances, as readers want it. */
function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const { data, size } = encode(text, { border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={208} height={208} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dots.join('')} fill="#000" />
    </svg>
  );
}
