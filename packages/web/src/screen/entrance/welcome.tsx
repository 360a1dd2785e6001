/** A one-time link: somebody sets the password, or makes the first account of a member. */
import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { spoken } from '../../app/language.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';
import { ChosenPassword } from './chosen-password.tsx';
import { KeptCode } from './kept-code.tsx';

/** What stands behind the # is never sent with the address of the page. */
const secret = (): string => location.hash.slice(1);

export function Welcome(): ReactNode {
  const { t } = useTranslation('entrance');
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: ['link'],
    queryFn: () => cell.findLink({ secret: secret() }),
    retry: false,
    gcTime: 0,
  });
  const redeem = useMutation({ mutationFn: cell.redeemLink });
  if (found.isPending) return <Loading />;
  if (codeOf(found.error) === 'not-found') return <NoLink />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const toSignIn = (): void => void navigate({ to: '/sign-in', search: {} });
  if (redeem.isSuccess) {
    const { recoveryCode } = redeem.data;
    if (recoveryCode !== null) return <KeptCode code={recoveryCode} lead={t('welcome.first-done')} />;
  }
  return (
    <Stack>
      <div>
        <Title order={1}>{t('welcome.title')}</Title>
        <Text size="sm" c="dimmed">
          {found.data.login === null
            ? t('welcome.first', { member: found.data.memberName })
            : t('welcome.account', { login: found.data.login, member: found.data.memberName })}
        </Text>
      </div>
      {redeem.isError && <Failed error={redeem.error} />}
      <Form
        realm={found.data.realm}
        isFirst={found.data.login === null}
        isBusy={redeem.isPending}
        onSubmit={(given) =>
          redeem.mutate(
            { secret: secret(), language: spoken(), ...given },
            {
              onSuccess: ({ recoveryCode }) => {
                if (recoveryCode !== null) return;
                notifications.show({ message: t('welcome.done') });
                toSignIn();
              },
            },
          )
        }
      />
    </Stack>
  );
}

interface Given {
  password: string;
  login?: string;
  name?: string;
}

function Form({
  realm,
  isFirst,
  isBusy,
  onSubmit,
}: {
  realm: string;
  isFirst: boolean;
  isBusy: boolean;
  onSubmit: (given: Given) => void;
}): ReactNode {
  const { t } = useTranslation('entrance');
  const { given, field } = useFields({ name: '', login: '', password: '', again: '' });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (given.again !== given.password) return;
    const { password, login, name } = given;
    onSubmit(isFirst ? { password, login, name } : { password });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {isFirst && (
          <>
            <TextInput label={t('welcome.name')} autoComplete="name" required {...field('name')} />
            <TextInput
              label={t('welcome.login')}
              description={t('welcome.realm', { realm })}
              autoComplete="username"
              spellCheck={false}
              required
              {...field('login')}
            />
          </>
        )}
        <ChosenPassword given={given} field={field} />
        <Button type="submit" loading={isBusy}>
          {t('welcome.make')}
        </Button>
      </Stack>
    </form>
  );
}

/** Used up or run out: who has an account signs in, and a member without an administrator has its code. */
function NoLink(): ReactNode {
  const { t } = useTranslation('entrance');
  return (
    <Stack>
      <Title order={1}>{t('welcome.title')}</Title>
      <Alert color="gray" role="status">
        {t('welcome.no-link')}
      </Alert>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/sign-in" search={{}} />}>
        {t('recover.back')}
      </Anchor>
    </Stack>
  );
}
