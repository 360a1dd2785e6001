import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import { Head } from '../../part/states.tsx';
import { MemberPolicy } from '../release/member-policy.tsx';
import { Proposals } from '../release/proposals.tsx';

export function Settings(): ReactNode {
  const { t } = useTranslation();
  const { tab } = useAsked<'tab'>();
  return (
    <>
      <Head title={t('nav.settings')} />
      {tab === 'policy' && <MemberPolicy />}
      {tab === 'proposals' && <Proposals />}
    </>
  );
}
