/** States of agreements and runs, in words and with a sign of their own: never by colour alone. */
import { Badge } from '@mantine/core';
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

function Sign({ of, children }: { of: keyof typeof signs; children: string }): ReactNode {
  const { Picture, color } = signs[of];
  return (
    <Badge
      variant="outline"
      color={color}
      radius="sm"
      tt="none"
      className="matching-state"
      leftSection={<Picture size={13} aria-hidden />}
    >
      {children}
    </Badge>
  );
}

export function AgreementSign({ agreement: { state, rests } }: { agreement: AgreementBody }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <>
      <Sign of={state}>{t(`state.${state}`)}</Sign>
      {rests && state === 'in-force' && <Sign of="rests">{t('rests')}</Sign>}
    </>
  );
}

export function RunSign({ state }: { state: RunState }): ReactNode {
  const { t } = useTranslation('matching');
  return <Sign of={state}>{t(`run.${state}`)}</Sign>;
}
