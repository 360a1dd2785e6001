/** Signing in: login and password, the one-time code where the account has one, and the purpose of the session. */
import { Alert, Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { cell, home } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { questions } from '../../app/questions.ts';
import { Failed } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';
import { ThroughProvider } from './through-provider.tsx';

const empty = { login: '', password: '', code: '', purpose: '', caseReference: '' };

export function SignIn(): ReactNode {
  const { t } = useTranslation('entrance');
  const { next } = useAsked<'next'>();
  const router = useRouter();
  const { given, field } = useFields(empty);
  const [wantsCode, setWantsCode] = useState(false);
  const signIn = useMutation({
    mutationFn: () => cell.signIn(filled(given)),
    onSuccess: (answer) => {
      if (answer.outcome === 'code-required') {
        setWantsCode(true);
        return;
      }
      questions.clear();
      if (answer.failedBefore > 0) {
        notifications.show({ color: 'orange', message: t('failed-before', { count: answer.failedBefore }) });
      }
      router.history.push(next?.startsWith('/') === true && !next.startsWith('//') ? next : '/');
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  const isRefused = codeOf(signIn.error) === 'unauthenticated';
  return (
    <form onSubmit={submit}>
      <Stack>
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text c="dimmed" size="sm">
            {t('lead', { host: home.host })}
          </Text>
        </div>
        {isRefused && (
          <Alert color="red" role="alert">
            {t('refused')}
          </Alert>
        )}
        {signIn.isError && !isRefused && <Failed error={signIn.error} />}
        <TextInput
          label={t('login')}
          description={t('login.hint')}
          required
          autoFocus
          autoComplete="username"
          spellCheck={false}
          {...field('login')}
        />
        <PasswordInput
          label={t('password')}
          required
          autoComplete="current-password"
          {...field('password')}
        />
        {wantsCode && (
          <TextInput
            label={t('code')}
            description={t('code.hint')}
            required
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            {...field('code')}
          />
        )}
        <TextInput label={t('purpose')} description={t('purpose.hint')} {...field('purpose')} />
        <TextInput label={t('case-reference')} {...field('caseReference')} />
        <Button type="submit" loading={signIn.isPending}>
          {t('sign-in')}
        </Button>
        <Divider label={t('or')} />
        <ThroughProvider {...given} next={next} />
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/sign-in/recovery" />}>
          {t('recover.offer')}
        </Anchor>
        {/* The same at every cell: whether one has accounts is told to nobody. */}
        <Text size="sm" c="dimmed">
          {t('no-account')}
        </Text>
      </Stack>
    </form>
  );
}

/** What was left empty is not sent. */
const filled = ({ login, password, ...rest }: typeof empty) => ({
  login,
  password,
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== '')),
});
