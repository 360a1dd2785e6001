/** The main menu: what is known, what is settled with other members, and what is one's own. */
import { NavLink, Text } from '@mantine/core';
import {
  IconArrowsJoin,
  IconFileText,
  IconGavel,
  IconHeartHandshake,
  IconHome,
  IconListCheck,
  IconMap,
  IconMessageQuestion,
  IconSearch,
  IconSettings,
  IconShieldCheck,
  IconTopologyStar3,
  IconUpload,
  IconUserSearch,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from './address.ts';
import { carried } from './carried.ts';

const groups = [
  {
    word: 'nav.knowledge',
    places: [
      { to: '/', word: 'nav.situation', Picture: IconHome },
      { to: '/search', word: 'nav.search', Picture: IconSearch },
      { to: '/screening', word: 'nav.screening', Picture: IconUserSearch },
      { to: '/graph', word: 'nav.graph', Picture: IconTopologyStar3 },
      { to: '/places', word: 'nav.places', Picture: IconMap },
      { to: '/reports', word: 'nav.reports', Picture: IconFileText },
      { to: '/bring-in', word: 'nav.bring-in', Picture: IconUpload },
    ],
  },
  {
    word: 'nav.together',
    places: [
      { to: '/decisions', word: 'nav.decisions', Picture: IconGavel },
      { to: '/consent', word: 'nav.consent', Picture: IconHeartHandshake },
      { to: '/requests', word: 'nav.requests', Picture: IconMessageQuestion },
      { to: '/matching', word: 'nav.matching', Picture: IconArrowsJoin },
      { to: '/protection', word: 'nav.protection', Picture: IconShieldCheck },
    ],
  },
  {
    word: 'nav.own',
    places: [
      { to: '/coalition', word: 'nav.coalition', Picture: IconUsersGroup },
      { to: '/ledger', word: 'nav.ledger', Picture: IconListCheck },
      { to: '/settings', word: 'nav.settings', Picture: IconSettings },
    ],
  },
] as const;

type Group = (typeof groups)[number];

/** Calls `onGo` when somebody goes to a screen, as a menu over the screen then closes. */
export function MainMenu({ onGo }: { onGo: () => void }): ReactNode {
  return groups.map((group) => <Places key={group.word} group={group} onGo={onGo} />);
}

function Places({ group, onGo }: { group: Group; onGo: () => void }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const search = useRouterState({ select: ({ location }) => location.search as Asked });
  return (
    <div role="group" aria-labelledby={id} className="main-menu-group">
      <Text id={id} className="main-menu-title">
        {t(group.word)}
      </Text>
      {group.places.map(({ to, word, Picture }) => (
        <NavLink
          key={to}
          label={t(word)}
          leftSection={<Picture size={18} stroke={1.6} aria-hidden />}
          active={to === '/' ? path === '/' : path.startsWith(to)}
          onClick={onGo}
          renderRoot={(props) => <Link {...props} to={to} search={carried(path, to, search)} />}
        />
      ))}
    </div>
  );
}
