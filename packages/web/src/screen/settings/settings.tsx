/** The account, the systems that are connected, and what administrators, hosts and auditors look after. */
import { Box, NativeSelect, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { screenOf } from '../../app/files.ts';
import { meQuery } from '../../app/questions.ts';
import type { Words } from '../../catalogue/words.ts';
import { Fetched } from '../../part/fetched.tsx';
import { Empty, Head } from '../../part/states.tsx';
import './settings.css';

interface Tab {
  name:
    | 'account'
    | 'sessions'
    | 'tokens'
    | 'notices'
    | 'systems'
    | 'deciding'
    | 'policy'
    | 'proposals'
    | 'accounts'
    | 'provider'
    | 'access'
    | 'supervision'
    | 'health';
  Part: ComponentType;
  /** Whom it concerns; everybody where it is left out. */
  roles?: readonly string[];
  /** Whether it concerns the member alone that hosts the cell, or those that supervise it. */
  of?: 'host' | 'supervises';
}

const tabs: readonly Tab[] = [
  { name: 'account', Part: screenOf(() => import('./own-account.tsx'), 'OwnAccount') },
  { name: 'sessions', Part: screenOf(() => import('./sessions.tsx'), 'Sessions') },
  { name: 'tokens', Part: screenOf(() => import('./tokens.tsx'), 'Tokens') },
  { name: 'notices', Part: screenOf(() => import('../inbox/notices.tsx'), 'Notices') },
  { name: 'systems', Part: screenOf(() => import('./systems.tsx'), 'Systems') },
  {
    name: 'deciding',
    Part: screenOf(() => import('../decisions/rules/rules.tsx'), 'Rules'),
  },
  {
    name: 'policy',
    Part: screenOf(() => import('../release/member-policy.tsx'), 'MemberPolicy'),
  },
  {
    name: 'proposals',
    Part: screenOf(() => import('../release/proposals.tsx'), 'Proposals'),
  },
  {
    name: 'accounts',
    Part: screenOf(() => import('./accounts.tsx'), 'Accounts'),
    roles: ['administrator'],
  },
  {
    name: 'provider',
    Part: screenOf(() => import('./provider.tsx'), 'Provider'),
    roles: ['administrator'],
  },
  {
    name: 'access',
    Part: screenOf(() => import('./access-records.tsx'), 'AccessRecords'),
    roles: ['auditor'],
  },
  {
    name: 'supervision',
    Part: screenOf(() => import('./supervision.tsx'), 'Supervision'),
    roles: ['auditor'],
    of: 'supervises',
  },
  {
    name: 'health',
    Part: screenOf(() => import('./health.tsx'), 'Health'),
    roles: ['secretary', 'administrator'],
    of: 'host',
  },
];

type TabKey = Extract<keyof Words['settings'], `tab.${string}`>;

export function Settings(): ReactNode {
  const { t } = useTranslation('settings');
  const { tab } = useAsked<'tab'>();
  const navigate = useNavigate();
  const isWide = useMediaQuery('(min-width: 62em)', true);
  const go = (name: string | null): void =>
    void navigate({ to: '/settings', search: { tab: name ?? undefined } });
  const { data: me } = useQuery(meQuery);
  const mine = tabs.filter(
    ({ roles, of }) =>
      (roles?.some((role) => me?.roles.includes(role)) ?? true) && (of === undefined || me?.[of] === true),
  );
  const wanted = tabs.find(({ name }) => name === tab);
  const shown = wanted !== undefined && !mine.includes(wanted) ? undefined : (wanted ?? mine[0]);
  return (
    <>
      <Head title={t('title')} />
      {me !== undefined &&
        (isWide ? <Beside {...{ mine, shown, go }} /> : <Above {...{ mine, shown, go }} />)}
    </>
  );
}

/** A link leads to a part that is not for this account. */
function NoRight(): ReactNode {
  const { t } = useTranslation('settings');
  return <Empty title={t('no-right')} next={t('no-right.next')} />;
}

interface Choice {
  mine: readonly Tab[];
  /** None where one has no right to what was asked for. */
  shown: Tab | undefined;
  go: (name: string | null) => void;
}

/** A column of tabs. */
function Beside({ mine, shown, go }: Choice): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Tabs
      orientation="vertical"
      className="settings"
      value={shown?.name ?? null}
      onChange={go}
      keepMounted={false}
    >
      <Tabs.List>
        {mine.map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab.${name}` satisfies TabKey)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {mine.map(({ name, Part }) => (
        <Tabs.Panel key={name} value={name} pl="xl">
          <Fetched>
            <Part />
          </Fetched>
        </Tabs.Panel>
      ))}
      {shown === undefined && (
        <Box flex={1} pl="xl">
          <NoRight />
        </Box>
      )}
    </Tabs>
  );
}

/** Where the window is narrow, a row of as many tabs would take half of it. */
function Above({ mine, shown, go }: Choice): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <>
      <NativeSelect
        label={t('part')}
        mb="lg"
        value={shown?.name ?? ''}
        data={[
          ...(shown === undefined ? [{ value: '', label: '—' }] : []),
          ...mine.map(({ name }) => ({ value: name, label: t(`tab.${name}` satisfies TabKey) })),
        ]}
        onChange={({ currentTarget }) => go(currentTarget.value)}
      />
      <Fetched>{shown === undefined ? <NoRight /> : <shown.Part key={shown.name} />}</Fetched>
    </>
  );
}
