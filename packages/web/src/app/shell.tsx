/** The frame around every screen of somebody who is signed in. */
import {
  ActionIcon,
  Alert,
  AppShell,
  Burger,
  Group,
  Menu,
  Text,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useHotkeys, useNetwork } from '@mantine/hooks';
import {
  IconCloudOff,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
  IconTimeline,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InboxBell } from '../part/inbox-bell.tsx';
import { Loading } from '../part/states.tsx';
import { useOutOfReach } from '../part/use-out-of-reach.ts';
import { useSpeak } from '../part/use-speak.ts';
import { cell } from './cell.ts';
import { spoken } from './language.ts';
import { useLive, type Liveness } from './live.ts';
import { MainMenu } from './main-menu.tsx';
import { accountQuery, meQuery, questions } from './questions.ts';
import { SearchAnywhere, SearchOver } from './search-over.tsx';
import { Brand, measures } from './shell-before.tsx';

/** After this many milliseconds the screen stands, and the search box can be fetched. */
const searchAfter = 2000;

export function Shell(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [isSearching, searching] = useDisclosure(false, { onOpen: () => void SearchAnywhere.preload?.() });
  useHotkeys([['/', searching.open]]);
  // While one writes too.
  useHotkeys([['mod+K', searching.open]], []);
  useEffect(() => {
    const timer = setTimeout(() => void SearchAnywhere.preload?.(), searchAfter);
    return () => clearTimeout(timer);
  }, []);
  const outOfReach = useOutOfReach();
  const searchFailed = (): void => {
    searching.close();
    outOfReach();
  };
  const { liveness } = useLive();
  return (
    <AppShell {...measures} navbar={{ ...measures.navbar, collapsed: { mobile: !isOpen } }}>
      <a href="#content" className="skip">
        {t('skip-to-content')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" wrap="nowrap" className="shell-head">
          <Burger opened={isOpen} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('nav.open')} />
          <Brand />
          <SearchButton onOpen={searching.open} />
          <Group gap={4} ml="auto" wrap="nowrap" className="shell-acts">
            <LiveSign liveness={liveness} />
            <InboxBell />
            <Appearance />
            <OtherLanguage />
            <Who />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('nav.main')} className="main-menu">
        <MainMenu onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Offline />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      {isSearching && <SearchOver onClose={searching.close} onFail={searchFailed} />}
    </AppShell>
  );
}

/** What one writes is kept on the device; what is asked for waits. */
function Offline(): ReactNode {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="orange" icon={<IconCloudOff size={18} aria-hidden />} role="status" mb="md">
      {t('offline')}
    </Alert>
  );
}

function SearchButton({ onOpen }: { onOpen: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <UnstyledButton onClick={onOpen} className="search-button">
      <IconSearch size={16} aria-hidden />
      <span>{t('search-anywhere')}</span>
      <kbd aria-hidden>Ctrl K</kbd>
    </UnstyledButton>
  );
}

function LiveSign({ liveness }: { liveness: Liveness }): ReactNode {
  const { t } = useTranslation();
  if (liveness === 'connecting') return null;
  const said = liveness === 'on' ? t('live.on') : t('live.off');
  return (
    <Tooltip label={said} multiline maw={280}>
      <span role="status" aria-label={said} className={`live live-${liveness}`}>
        {liveness === 'on' ? <IconTimeline size={18} aria-hidden /> : <IconCloudOff size={18} aria-hidden />}
      </span>
    </Tooltip>
  );
}

function Appearance(): ReactNode {
  const { t } = useTranslation();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('theme')}>
          {colorScheme === 'dark' ? <IconMoon size={18} aria-hidden /> : <IconSun size={18} aria-hidden />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            aria-current={scheme === colorScheme}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function OtherLanguage(): ReactNode {
  const { t } = useTranslation();
  const speak = useSpeak();
  const other = spoken() === 'en' ? 'fr' : 'en';
  return (
    <Tooltip label={t('language.other')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        lang={other}
        aria-label={t('language.other')}
        onClick={() => void speak(other)}
      >
        <IconLanguage size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Who(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { data: account } = useQuery(accountQuery);
  const signOut = async (): Promise<void> => {
    await cell.signOut();
    questions.clear();
    await navigate({ to: '/sign-in' });
  };
  if (me === undefined) return null;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className="who" aria-label={me.member.name}>
          <IconUserCircle size={20} aria-hidden />
          <Text span size="sm" visibleFrom="sm">
            <bdi>{me.member.name}</bdi>
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('you-are', { account: account?.name ?? '', member: me.member.name })}</Menu.Label>
        <Menu.Item renderRoot={(props) => <Link {...props} to="/settings" />}>{t('nav.settings')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
