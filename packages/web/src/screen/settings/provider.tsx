/** The identity provider of one's member, and which of its groups give which roles. */
import {
  Alert,
  Button,
  Group,
  MultiSelect,
  PasswordInput,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { questions } from '../../app/questions.ts';
import { Confirm } from '../../part/confirm.tsx';
import { Copyable } from '../../part/shown-once.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';

const providerQuery = queryOptions({
  queryKey: ['identity-provider'],
  queryFn: () => cell.identityProvider(),
});
const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: providerQuery.queryKey });

type Answer = Awaited<ReturnType<typeof cell.identityProvider>>;
const roles = ['analyst', 'release-officer', 'integrator', 'auditor', 'administrator'] as const;
type Role = (typeof roles)[number];

export function Provider(): ReactNode {
  const { t } = useTranslation('settings');
  const found = useQuery(providerQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const { provider, allowed, redirect } = found.data;
  const remove = async (): Promise<void> => {
    await cell.removeIdentityProvider();
    await renew();
  };
  return (
    <Stack maw={720}>
      <Group justify="space-between">
        <Title order={2}>{t('provider')}</Title>
        {provider !== null && (
          <Confirm act={t('provider.remove')} says={t('provider.remove.says')} onAct={remove} />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('provider.lead')}
      </Text>
      {allowed.length === 0 && provider === null ? (
        <Alert color="gray">{t('provider.none-allowed')}</Alert>
      ) : (
        <Form key={provider?.issuer} provider={provider} allowed={allowed} redirect={redirect} />
      )}
    </Stack>
  );
}

interface GroupRoles {
  key: number;
  group: string;
  roles: Role[];
}

const isRole = (role: string): role is Role => roles.some((one) => one === role);

const rowsOf = (provider: Answer['provider']): GroupRoles[] =>
  Object.entries(provider?.roles ?? {}).map(([group, given], key) => ({
    key,
    group,
    roles: given.filter(isRole),
  }));

function Form({ provider, allowed, redirect }: Answer): ReactNode {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { given, set, field } = useFields({
    issuer: provider?.issuer ?? allowed[0] ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    groupsClaim: provider?.groupsClaim ?? 'groups',
  });
  const [rows, setRows] = useState(() => rowsOf(provider));
  const save = useMutation({
    mutationFn: () => {
      const { clientSecret, ...rest } = given;
      const mapped = Object.fromEntries(rows.map(({ group, roles: named }) => [group, named]));
      return cell.setIdentityProvider({
        ...rest,
        roles: mapped,
        ...(clientSecret === '' ? {} : { clientSecret }),
      });
    },
    onSuccess: async () => {
      notifications.show({ message: t('saved') });
      await renew();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit}>
      <Stack>
        <Select
          label={t('provider.issuer')}
          description={t('provider.issuer.hint')}
          data={[...new Set([given.issuer, ...allowed])]}
          value={given.issuer}
          allowDeselect={false}
          onChange={(issuer) => set({ issuer: issuer ?? given.issuer })}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('provider.redirect')}
          </Text>
          <Copyable text={redirect} />
        </div>
        <TextInput label={t('provider.client')} required {...field('clientId')} />
        <PasswordInput
          label={t('provider.secret')}
          description={provider?.hasSecret === true ? t('provider.secret.kept') : undefined}
          autoComplete="off"
          {...field('clientSecret')}
        />
        <TextInput label={t('provider.claim')} required {...field('groupsClaim')} />
        <Groups rows={rows} onChange={setRows} />
        {save.isError && <Failed error={save.error} />}
        <Button type="submit" loading={save.isPending} disabled={rows.length === 0}>
          {common('save')}
        </Button>
      </Stack>
    </Paper>
  );
}

function Groups({
  rows,
  onChange,
}: {
  rows: readonly GroupRoles[];
  onChange: (rows: GroupRoles[]) => void;
}): ReactNode {
  const { t } = useTranslation('settings');
  const set = (key: number, change: Partial<GroupRoles>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('provider.groups')}
      </Text>
      {rows.map(({ key, group, roles: given }) => (
        <Group key={key} align="flex-end" wrap="nowrap">
          <TextInput
            label={t('provider.group')}
            required
            flex={1}
            value={group}
            onChange={({ currentTarget: { value } }) => set(key, { group: value })}
          />
          <MultiSelect
            label={t('accounts.roles')}
            flex={2}
            data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            value={given}
            onChange={(chosen) => set(key, { roles: chosen.filter(isRole) })}
          />
          <Button variant="default" onClick={() => onChange(rows.filter((row) => row.key !== key))}>
            {t('provider.group.remove')}
          </Button>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...rows, { key: next, group: '', roles: ['analyst'] }])}
        >
          {t('provider.group.add')}
        </Button>
      </Group>
    </Stack>
  );
}
