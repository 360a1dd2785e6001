/** Making an account, or changing the name and roles of one. */
import { Button, Checkbox, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { meQuery } from '../../app/questions.ts';
import { Failed } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';
import type { Account } from './accounts.tsx';

const everyRole = [
  'analyst',
  'release-officer',
  'secretary',
  'integrator',
  'auditor',
  'administrator',
] as const;

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
  const { given, set, field } = useFields<Pick<Account, 'login' | 'name' | 'kind' | 'roles'>>({
    login: '',
    name: account?.name ?? '',
    kind: 'person',
    roles: account?.roles ?? ['analyst'],
  });
  const { data: me } = useQuery(meQuery);
  // The secretary of the cell is of the host.
  const roles = everyRole.filter((role) => role !== 'secretary' || me?.host === true);
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
  return (
    <form onSubmit={submit}>
      <Stack>
        {account === undefined && (
          <>
            <SegmentedControl
              aria-label={t('accounts.kind')}
              value={given.kind}
              onChange={(kind) => set({ kind })}
              data={[
                { value: 'person', label: t('accounts.person') },
                { value: 'service', label: t('accounts.service') },
              ]}
            />
            <TextInput
              label={t('accounts.login')}
              spellCheck={false}
              data-autofocus
              required
              {...field('login')}
            />
          </>
        )}
        <TextInput label={t('name')} required {...field('name')} />
        <Checkbox.Group
          label={t('accounts.roles')}
          value={given.roles}
          onChange={(chosen) => set({ roles: chosen })}
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
