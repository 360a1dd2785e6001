/** Home: what came into the view, what waits, what was given and to whom it came, and how that went by week. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Head } from '../../part/states.tsx';
import { Arrivals } from './arrivals.tsx';
import { Given } from './given.tsx';
import './situation.css';
import { Trends } from './trends.tsx';
import { Waits } from './waits.tsx';

export function Situation(): ReactNode {
  const { t } = useTranslation('situation');
  return (
    <>
      <Head title={t('title')} />
      <div className="situation">
        <Arrivals />
        <div className="situation-side in-order">
          <Waits />
          <Given />
        </div>
        <Trends />
      </div>
    </>
  );
}
