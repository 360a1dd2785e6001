/** Leaving a roster, or the cell: it is said who loses what before it is done. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { renew } from './rosters.ts';
import { ActDialogue, type Dialogue } from '../../part/act-dialogue.tsx';

interface Named {
  id: string;
  name: string;
}

export function EntryLeaves({
  community,
  entry,
  ...dialogue
}: Dialogue & { community: Named; entry: Named }): ReactNode {
  const { t } = useTranslation('coalition');
  const said = { entry: entry.name, community: community.name };
  return (
    <ActDialogue
      renew={renew}
      {...dialogue}
      isGrave
      title={t('leave.title', said)}
      confirm={t('leave.confirm')}
      done={t('leave.done', said)}
      act={() => cell.leaveRoster({ id: community.id, entry: entry.id })}
    >
      <Text size="sm">{t('leave.effect', said)}</Text>
      <Text size="sm">{t('leave.again', said)}</Text>
    </ActDialogue>
  );
}

export function MemberLeaves({ member, ...dialogue }: Dialogue & { member: Named }): ReactNode {
  const { t } = useTranslation('coalition');
  const said = { member: member.name };
  return (
    <ActDialogue
      renew={renew}
      {...dialogue}
      isGrave
      title={t('depart.title', said)}
      confirm={t('depart.confirm')}
      done={t('depart.done', said)}
      act={() => cell.departMember({ id: member.id })}
    >
      <Text size="sm">{t('depart.effect', said)}</Text>
      <Text size="sm">{t('depart.stays', said)}</Text>
    </ActDialogue>
  );
}
