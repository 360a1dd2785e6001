/** Accounts of one's member: made, changed, disabled, let in anew; and the member's recovery code. */
import { Badge, Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { cell } from '../../app/cell.ts';
import { questions } from '../../app/questions.ts';
import { LongTable } from '../../part/long-table.tsx';
import { ShownOnce } from '../../part/shown-once.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { AccountActs } from './account-acts.tsx';
import { AccountForm } from './account-form.tsx';
import { RecoveryCode } from './recovery-code.tsx';

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => Array.fromAsync(cell.every('accounts', { limit: 500 })),
});
export type Account = Awaited<ReturnType<typeof cell.ownAccount>>;

export function Accounts(): ReactNode {
  const { t } = useTranslation('settings');
  const accounts = useQuery(accountsQuery);
  const [link, setLink] = useState<string>();
  const [isMaking, making] = useDisclosure(false);
  // A role that one gives oneself changes what every screen shows.
  const renew = (): Promise<void> => questions.invalidateQueries();
  const made = async (given: string | undefined): Promise<void> => {
    setLink(given);
    making.close();
    await renew();
  };
  if (accounts.isPending) return <Loading />;
  if (accounts.isError) return <Failed error={accounts.error} onRetry={() => void accounts.refetch()} />;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('accounts')}</Title>
        <Button onClick={making.open}>{t('accounts.make')}</Button>
      </Group>
      {link !== undefined && <ShownOnce title={t('accounts.link')} secret={link} />}
      <LongTable
        label={t('accounts')}
        minWidth={720}
        columns={[
          { key: 'name', head: `${t('name')}, ${t('accounts.login')}`, track: 'minmax(12rem, 1.5fr)' },
          { key: 'roles', head: t('accounts.roles'), track: 'minmax(8rem, 1fr)' },
          { key: 'codes', head: t('codes'), track: '5.5rem' },
          { key: 'acts', head: <VisuallyHidden>{t('acts')}</VisuallyHidden>, track: '17rem' },
        ]}
        count={accounts.data.length}
        keyOf={(index) => (accounts.data[index] as Account).id}
        row={(index) => {
          const account = accounts.data[index] as Account;
          return [
            <Name key="name" account={account} />,
            <Roles key="roles" roles={account.roles} />,
            account.hasTotp ? t('yes') : t('no'),
            <AccountActs key="acts" account={account} onLink={setLink} onChange={renew} />,
          ];
        }}
      />
      <RecoveryCode />
      <DialogueBox opened={isMaking} onClose={making.close} title={t('accounts.make')}>
        <AccountForm onDone={made} />
      </DialogueBox>
    </Stack>
  );
}

function Name({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <>
      <bdi>{account.name}</bdi>{' '}
      {account.kind === 'service' && <Badge variant="light">{t('accounts.service')}</Badge>}{' '}
      {account.disabledAt !== null && <Badge color="gray">{t('accounts.disabled')}</Badge>}
      <Text size="sm" c="dimmed">
        {account.login}
      </Text>
    </>
  );
}

function Roles({ roles }: { roles: Account['roles'] }): ReactNode {
  const { t } = useTranslation('settings');
  return roles.map((role) => t(`role.${role}`)).join(', ');
}
