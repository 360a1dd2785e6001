/** The frame before anybody is known: the shell itself is fetched by whoever is signed in alone. */
import { AppShell, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Loading } from '../part/states.tsx';
import { home } from './home.ts';

export const measures = {
  header: { height: 52 },
  navbar: { width: 248, breakpoint: 'md' },
  padding: { base: 'md', md: 'lg' },
} as const;

/** What stands while the cell is asked who is there: the frame, with nothing of anybody in it. */
export function ShellBefore(): ReactNode {
  return (
    <AppShell {...measures} navbar={{ ...measures.navbar, collapsed: { mobile: true } }}>
      <AppShell.Header>
        <Group h="100%" px="md">
          <Brand />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" />
      <AppShell.Main>
        <Loading />
      </AppShell.Main>
    </AppShell>
  );
}

export function Brand(): ReactNode {
  return (
    // In a narrow window there is but its picture.
    <Link to="/" className="brand" aria-label="Entente">
      <img src={new URL('mark.svg', home).href} width={26} height={26} alt="" />
      <Text span fw={700} visibleFrom="xs">
        Entente
      </Text>
    </Link>
  );
}
