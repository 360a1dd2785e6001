/** Who takes part: members, the communities that one is within, and who came and went there. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconGavel, IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Head } from '../../part/states.tsx';
import { AdmitMember } from './admit-member.tsx';
import { Communities } from './communities.tsx';
import { MakeCommunity } from './make-community.tsx';
import { Members } from './members.tsx';
import { useFounds, useTables } from '../../part/secretary.ts';
import './coalition.css';

export function Coalition(): ReactNode {
  const { t } = useTranslation('coalition');
  const founds = useFounds();
  const tables = useTables();
  const [isAdmitting, admitting] = useDisclosure(false);
  const [isMaking, making] = useDisclosure(false);
  return (
    <>
      <Head title={t('title')} lead={t('lead')}>
        {tables && (
          <>
            <Button
              leftSection={<IconGavel size={16} aria-hidden />}
              renderRoot={(props) => <Link {...props} to="/decisions/new" search={{ kind: 'roster' }} />}
            >
              {t('table')}
            </Button>
            <Button variant="default" onClick={making.open}>
              {t('make')}
            </Button>
          </>
        )}
        {founds && (
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
