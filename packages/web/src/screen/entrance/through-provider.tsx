/** Signing in through the identity provider of one's own organisation: away to it, and back. */
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { codeOf } from '../../app/failure.ts';
import { questions } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';

/** Where somebody wanted to go, while they are at the provider. */
const kept = 'entente.next';

/** What stands behind the @ of a login says whose provider it is. */
export function ThroughProvider({
  login,
  purpose,
  caseReference,
  next,
}: {
  login: string;
  purpose: string;
  caseReference: string;
  next: string | undefined;
}): ReactNode {
  const { t } = useTranslation('entrance');
  const leave = useMutation({
    mutationFn: () =>
      cell.beginProviderSignIn({
        realm: login.split('@')[1] ?? '',
        ...(purpose === '' ? {} : { purpose }),
        ...(caseReference === '' ? {} : { caseReference }),
      }),
    onSuccess: ({ url }) => {
      if (next === undefined) sessionStorage.removeItem(kept);
      else sessionStorage.setItem(kept, next);
      location.assign(url);
    },
  });
  const isMissing = codeOf(leave.error) === 'not-found';
  return (
    <Stack gap="xs">
      <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('provider')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('provider.hint')}
      </Text>
      {isMissing && <Alert color="gray">{t('provider.none')}</Alert>}
      {leave.isError && !isMissing && <Failed error={leave.error} />}
    </Stack>
  );
}

/** Back from the provider. */
export function ProviderReturn(): ReactNode {
  const { t } = useTranslation('entrance');
  const router = useRouter();
  const hasBegun = useRef(false);
  const { mutate, isError } = useMutation({
    mutationFn: () => cell.endProviderSignIn({ query: location.search }),
    onSuccess: () => {
      questions.clear();
      const next = sessionStorage.getItem(kept) ?? '/';
      sessionStorage.removeItem(kept);
      router.history.replace(next.startsWith('/') && !next.startsWith('//') ? next : '/');
    },
  });
  useEffect(() => {
    // A code is good once, though effects of development run twice.
    if (hasBegun.current) return;
    hasBegun.current = true;
    mutate();
  }, [mutate]);
  if (!isError) return <Loading />;
  return (
    <Stack>
      <Alert color="red" role="alert">
        {t('provider.refused')}
      </Alert>
      <Anchor renderRoot={(props) => <Link {...props} to="/sign-in" search={{}} />}>{t('title')}</Anchor>
    </Stack>
  );
}
