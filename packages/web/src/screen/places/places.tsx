import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Head } from '../../part/states.tsx';

export function Places(): ReactNode {
  const { t } = useTranslation();
  return <Head title={t('nav.places')} />;
}
