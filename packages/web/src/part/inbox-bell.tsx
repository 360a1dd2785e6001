/** The bell at the head of each screen: how many messages are unread, and the way to them. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxCountQuery } from '../app/questions.ts';

/** More than fits is not counted out. */
const most = 99;

export function InboxBell(): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(inboxCountQuery);
  const unread = data?.unread ?? 0;
  const said = unread === 0 ? t('inbox.none-unread') : t('inbox.unread', { count: unread });
  return (
    <Tooltip label={said}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className="bell-button"
        aria-label={said}
        renderRoot={(props) => <Link {...props} to="/inbox" search={{}} />}
      >
        <span className="bell">
          <IconBell size={18} aria-hidden />
          {unread > 0 && (
            <span className="bell-count" aria-hidden>
              {unread > most ? `${most}+` : unread}
            </span>
          )}
        </span>
      </ActionIcon>
    </Tooltip>
  );
}
