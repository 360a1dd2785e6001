/** Who takes part: members, the communities that one is within, and who came and went there. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { Head } from '../../part/states.tsx';
import { AdmitMember } from './admit-member.tsx';
import { Communities } from './communities.tsx';
import { MakeCommunity } from './make-community.tsx';
import { Members } from './members.tsx';
import './coalition.css';

export function Coalition(): ReactNode {
  const { t } = useTranslation('coalition');
  const isSecretary = useIsSecretary();
  const [isAdmitting, admitting] = useDisclosure(false);
  const [isMaking, making] = useDisclosure(false);
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        {isSecretary && (
          <>
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={admitting.open}>
              {t('admit')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUsersPlus size={16} aria-hidden />}
              onClick={making.open}
            >
              {t('make')}
            </Button>
          </>
        )}
      </Head>
      <div className="coalition">
        <Members />
        <Communities />
      </div>
      <AdmitMember isOpen={isAdmitting} onClose={admitting.close} />
      <MakeCommunity isOpen={isMaking} onClose={making.close} />
    </>
  );
}

/** Whether this account tables members and rosters; the cell asks again that its member is the host. */
export function useIsSecretary(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && me.roles.includes('secretary') && me.scopes.includes('admin');
}
