/** States of agreements and runs. */
import {
  IconCheck,
  IconCircle,
  IconClockHour4,
  IconFlagOff,
  IconHeartHandshake,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody, RunState } from '@entente/contract/matching';
import { Sign } from '../../part/sign.tsx';

const signs = {
  proposed: { Picture: IconCircle, color: 'petrol' },
  'in-force': { Picture: IconHeartHandshake, color: 'teal' },
  declined: { Picture: IconX, color: 'gray' },
  ended: { Picture: IconFlagOff, color: 'gray' },
  rests: { Picture: IconPlayerPause, color: 'orange' },
  waiting: { Picture: IconClockHour4, color: 'petrol' },
  answered: { Picture: IconCheck, color: 'teal' },
  refused: { Picture: IconX, color: 'orange' },
} as const;

export function AgreementSign({ agreement: { state, rests } }: { agreement: AgreementBody }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <>
      <Sign of={signs[state]}>{t(`state.${state}`)}</Sign>
      {rests && state === 'in-force' && <Sign of={signs.rests}>{t('rests')}</Sign>}
    </>
  );
}

export function RunSign({ state }: { state: RunState }): ReactNode {
  const { t } = useTranslation('matching');
  return <Sign of={signs[state]}>{t(`run.${state}`)}</Sign>;
}
