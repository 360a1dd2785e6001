/** Making an account, or changing the name and roles of one. */
import { Button, Checkbox, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Failed } from '../../part/states.tsx';
import type { Account } from './accounts.tsx';

const roles = ['analyst', 'release-officer', 'secretary', 'integrator', 'auditor', 'administrator'] as const;

/** @param onDone is given the one-time link of a person who was just made */
export function AccountForm({
  account,
  onDone,
}: {
  account?: Account | undefined;
  onDone: (link: string | undefined) => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [given, setGiven] = useState({
    login: '',
    name: account?.name ?? '',
    kind: 'person' as Account['kind'],
    roles: account?.roles ?? (['analyst'] as Account['roles']),
  });
  const save = useMutation({
    mutationFn: async () => {
      if (account === undefined) return (await cell.createAccount(given)).link?.link;
      await cell.changeAccount({ id: account.id, name: given.name, roles: given.roles });
      return undefined;
    },
    onSuccess: onDone,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const text = (key: 'login' | 'name') => ({
    value: given[key],
    required: true,
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setGiven((before) => ({ ...before, [key]: value })),
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        {account === undefined && (
          <>
            <SegmentedControl
              aria-label={t('accounts.kind')}
              value={given.kind}
              onChange={(kind) => setGiven((before) => ({ ...before, kind }))}
              data={[
                { value: 'person', label: t('accounts.person') },
                { value: 'service', label: t('accounts.service') },
              ]}
            />
            <TextInput label={t('accounts.login')} spellCheck={false} data-autofocus {...text('login')} />
          </>
        )}
        <TextInput label={t('name')} {...text('name')} />
        <Checkbox.Group
          label={t('accounts.roles')}
          value={given.roles}
          onChange={(chosen) => setGiven((before) => ({ ...before, roles: chosen }))}
        >
          <Stack gap={6} mt={6}>
            {roles.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={t(`role.${role}`)}
                description={t(`role-may.${role}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {save.isError && <Failed error={save.error} />}
        <Button type="submit" loading={save.isPending} disabled={given.roles.length === 0}>
          {account === undefined ? t('accounts.make') : common('save')}
        </Button>
      </Stack>
    </form>
  );
}
