/** Accounts of one's member: made, changed, disabled, let in anew; and the member's recovery code. */
import { Badge, Button, Group, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { questions } from '../../app/questions.ts';
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
  const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: accountsQuery.queryKey });
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
      <Table.ScrollContainer minWidth={760}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('accounts.login')}</Table.Th>
              <Table.Th>{t('accounts.roles')}</Table.Th>
              <Table.Th>{t('codes')}</Table.Th>
              <Table.Th aria-label={t('acts')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.data.map((account) => (
              <Row key={account.id} account={account} onLink={setLink} onChange={renew} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <RecoveryCode />
      <Modal opened={isMaking} onClose={making.close} title={t('accounts.make')}>
        <AccountForm onDone={made} />
      </Modal>
    </Stack>
  );
}

function Row({
  account,
  onLink,
  onChange,
}: {
  account: Account;
  onLink: (link: string) => void;
  onChange: () => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Table.Tr>
      <Table.Td>
        <bdi>{account.name}</bdi>{' '}
        {account.kind === 'service' && <Badge variant="light">{t('accounts.service')}</Badge>}{' '}
        {account.disabledAt !== null && <Badge color="gray">{t('accounts.disabled')}</Badge>}
      </Table.Td>
      <Table.Td>{account.login}</Table.Td>
      <Table.Td>
        <Text size="sm">{account.roles.map((role) => t(`role.${role}`)).join(', ')}</Text>
      </Table.Td>
      <Table.Td>{account.hasTotp ? t('yes') : t('no')}</Table.Td>
      <Table.Td>
        <AccountActs account={account} onLink={onLink} onChange={onChange} />
      </Table.Td>
    </Table.Tr>
  );
}
