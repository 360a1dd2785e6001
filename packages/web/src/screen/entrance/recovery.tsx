/** A member that lost its last administrator gets one again, with its recovery code and nobody's help. */
import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { Failed } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';
import { ChosenPassword } from './chosen-password.tsx';
import { KeptCode } from './kept-code.tsx';

const empty = { login: '', code: '', name: '', password: '', again: '' };

export function Recovery(): ReactNode {
  const { t } = useTranslation('entrance');
  const { given, field } = useFields(empty);
  const recover = useMutation({ mutationFn: () => cell.recover(filled(given)) });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (given.again === given.password) recover.mutate();
  };
  if (recover.isSuccess) return <KeptCode code={recover.data.recoveryCode} lead={t('recover.done')} />;
  const isRefused = codeOf(recover.error) === 'forbidden';
  return (
    <form onSubmit={submit}>
      <Stack>
        <div>
          <Title order={1}>{t('recover.title')}</Title>
          <Text c="dimmed" size="sm">
            {t('recover.lead')}
          </Text>
        </div>
        {isRefused && (
          <Alert color="red" role="alert">
            {t('recover.refused')}
          </Alert>
        )}
        {recover.isError && !isRefused && <Failed error={recover.error} />}
        <TextInput
          label={t('login')}
          description={t('recover.login.hint')}
          required
          autoFocus
          autoComplete="username"
          spellCheck={false}
          {...field('login')}
        />
        <TextInput
          label={t('recover.code')}
          description={t('recover.code.hint')}
          required
          autoComplete="off"
          spellCheck={false}
          {...field('code')}
        />
        <TextInput
          label={t('welcome.name')}
          description={t('recover.name.hint')}
          autoComplete="name"
          {...field('name')}
        />
        <ChosenPassword given={given} field={field} />
        <Button type="submit" loading={recover.isPending}>
          {t('recover.become')}
        </Button>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/sign-in" search={{}} />}>
          {t('recover.back')}
        </Anchor>
      </Stack>
    </form>
  );
}

/** The name is of an account that is made: where it is left empty it is not sent. */
const filled = ({ login, code, name, password }: typeof empty) => ({
  login,
  code,
  password,
  ...(name.trim() !== '' && { name }),
});
