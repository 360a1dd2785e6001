/** The frame of whoever is not signed in yet, and of addresses where there is nothing. */
import { Anchor, Center, Group, Paper, Stack, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loading } from '../part/states.tsx';
import { home } from './cell.ts';
import { speak, spoken } from './language.ts';

export function Outside(): ReactNode {
  const { t } = useTranslation();
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
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </Paper>
      </Stack>
    </Center>
  );
}

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <Empty
      title={t('failure.not-found')}
      next={<Anchor renderRoot={(props) => <Link {...props} to="/" />}>{t('to-situation')}</Anchor>}
    />
  );
}
