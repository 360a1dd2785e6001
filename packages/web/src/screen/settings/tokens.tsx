/** Tokens of one's own, for systems and the command line: made, shown once, rotated, revoked. */
import {
  Badge,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Stack,
  TextInput,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../part/dialogue-box.tsx';
import { cell } from '../../app/cell.ts';
import { meQuery, questions } from '../../app/questions.ts';
import { Confirm } from '../../part/confirm.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { ShownOnce } from '../../part/shown-once.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useFields } from '../../part/use-fields.ts';
import { useTimes } from '../../part/time.ts';

/** @param account whose tokens: one's own where it is left out */
const tokensQuery = (account: string | undefined) =>
  queryOptions({
    queryKey: ['tokens', account],
    queryFn: () =>
      Array.fromAsync(cell.every('tokens', { limit: 500, ...(account === undefined ? {} : { account }) })),
  });

export function Tokens({ account }: { account?: string | undefined }): ReactNode {
  const { t } = useTranslation('settings');
  const tokens = useQuery(tokensQuery(account));
  const [made, setMade] = useState<string>();
  const [isMaking, making] = useDisclosure(false);
  const renew = (): Promise<void> => questions.invalidateQueries({ queryKey: ['tokens'] });
  const shown = async ({ secret }: { secret: string }): Promise<void> => {
    setMade(secret);
    making.close();
    await renew();
  };
  if (tokens.isPending) return <Loading />;
  if (tokens.isError) return <Failed error={tokens.error} onRetry={() => void tokens.refetch()} />;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('tokens')}</Title>
        <Button onClick={making.open}>{t('tokens.make')}</Button>
      </Group>
      {made !== undefined && <ShownOnce title={t('tokens.shown-once')} secret={made} />}
      {tokens.data.length === 0 ? (
        <Empty title={t('tokens.none')} next={t('tokens.none.next')} />
      ) : (
        <TokenTable items={tokens.data} onMade={shown} onChange={renew} />
      )}
      <DialogueBox opened={isMaking} onClose={making.close} title={t('tokens.make')}>
        <NewToken account={account} onMade={shown} />
      </DialogueBox>
    </Stack>
  );
}

type Token = Awaited<ReturnType<typeof cell.tokens>>['items'][number];

function TokenTable({
  items,
  onMade,
  onChange,
}: {
  items: readonly Token[];
  onMade: (made: { secret: string }) => Promise<void>;
  onChange: () => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  const times = useTimes();
  const rotate = async (id: string): Promise<void> => onMade(await cell.rotateToken({ id }));
  const revoke = async (id: string): Promise<void> => {
    await cell.revokeToken({ id });
    await onChange();
  };
  return (
    <LongTable
      label={t('tokens')}
      minWidth={800}
      columns={[
        { key: 'name', head: t('name'), track: 'minmax(7rem, 1fr)' },
        { key: 'scopes', head: t('tokens.scopes'), track: 'minmax(5.5rem, .8fr)' },
        { key: 'purpose', head: t('purpose'), track: 'minmax(5.5rem, 1fr)' },
        { key: 'expires', head: t('tokens.expires'), track: '6rem' },
        { key: 'last', head: t('last-used'), track: '6.5rem' },
        { key: 'acts', head: <VisuallyHidden>{t('acts')}</VisuallyHidden>, track: '14rem' },
      ]}
      count={items.length}
      keyOf={(index) => (items[index] as Token).id}
      row={(index) => {
        const token = items[index] as Token;
        return [
          <Fragment key="name">
            <bdi>{token.name}</bdi>
            <br />
            <code title={t('tokens.begins')}>{token.prefix}…</code>
          </Fragment>,
          token.scopes.map((scope) => t(`scope.${scope}`)).join(', '),
          token.purpose,
          times.day(token.expiresAt),
          token.lastUsedAt === null ? t('never') : times.moment(token.lastUsedAt),
          token.revokedAt !== null ? (
            <Badge key="acts" color="gray">
              {t('tokens.revoked')}
            </Badge>
          ) : (
            <Group key="acts" gap="xs" wrap="nowrap">
              <Confirm
                act={t('tokens.rotate')}
                says={t('tokens.rotate.says')}
                onAct={() => rotate(token.id)}
              />
              <Confirm
                act={t('tokens.revoke')}
                says={t('tokens.revoke.says')}
                onAct={() => revoke(token.id)}
              />
            </Group>
          ),
        ];
      }}
    />
  );
}

const scopes = ['read', 'write', 'label', 'admin'] as const;
type Scope = (typeof scopes)[number];

function NewToken({
  account,
  onMade,
}: {
  account: string | undefined;
  onMade: (made: { secret: string }) => Promise<void>;
}): ReactNode {
  const { t } = useTranslation('settings');
  const { data: me } = useQuery(meQuery);
  const { given, set, field } = useFields({ name: '', purpose: '', scopes: ['read'] as Scope[], days: 90 });
  const make = useMutation({
    mutationFn: () => cell.createToken({ ...given, ...(account === undefined ? {} : { account }) }),
    onSuccess: onMade,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('name')}
          description={t('tokens.name.hint')}
          data-autofocus
          required
          {...field('name')}
        />
        <TextInput label={t('purpose')} description={t('purpose.hint')} required {...field('purpose')} />
        <Checkbox.Group
          label={t('tokens.scopes')}
          value={given.scopes}
          onChange={(chosen) => set({ scopes: chosen })}
        >
          <Group mt={4}>
            {scopes
              .filter((scope) => account !== undefined || me?.scopes.includes(scope) === true)
              .map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
              ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label={t('tokens.days')}
          min={1}
          max={366}
          value={given.days}
          onChange={(value) => set({ days: Number(value) })}
        />
        {make.isError && <Failed error={make.error} />}
        <Button type="submit" loading={make.isPending} disabled={given.scopes.length === 0}>
          {t('tokens.make')}
        </Button>
      </Stack>
    </form>
  );
}
