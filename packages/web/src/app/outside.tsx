/** The frame of whoever is not signed in yet, and of addresses where there is nothing. */
import { Anchor, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../part/states.tsx';
import { useSpeak } from '../part/use-speak.ts';
import { home } from './cell.ts';
import { spoken } from './language.ts';

export const Outside = (): ReactNode => (
  <Frame>
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  </Frame>
);

function Frame({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const speak = useSpeak();
  const other = spoken() === 'en' ? 'fr' : 'en';
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={420}>
        <Group justify="space-between">
          <Group gap={10}>
            <img src={new URL('mark.svg', home).href} width={32} height={32} alt="" />
            <Text span fw={700} size="lg">
              Entente
            </Text>
          </Group>
          <Anchor
            component="button"
            type="button"
            size="sm"
            mih={24}
            lang={other}
            onClick={() => void speak(other)}
          >
            {t('language.other')}
          </Anchor>
        </Group>
        <Paper withBorder p={{ base: 'md', xs: 'xl' }}>
          {children}
        </Paper>
      </Stack>
    </Center>
  );
}

/** An address that no screen has. */
export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <Frame>
      <Title order={1} size="h3" ta="center">
        {t('no-page')}
      </Title>
      <Text size="sm" c="dimmed" ta="center" my="md">
        {t('no-page.why')}
      </Text>
      <Anchor display="block" ta="center" renderRoot={(props) => <Link {...props} to="/" />}>
        {t('to-situation')}
      </Anchor>
    </Frame>
  );
}
