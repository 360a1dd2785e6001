/** The state of a request for consent. */
import {
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconClockHour4,
  IconClockX,
  IconLock,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign, type SignLook } from '../../part/sign.tsx';
import type { Asked, Received } from './questions.ts';

type State = (Asked | Received)['state'];

const signs: Record<State, SignLook> = {
  asked: { Picture: IconClockHour4, color: 'orange' },
  waits: { Picture: IconClockHour4, color: 'orange' },
  open: { Picture: IconCircle, color: 'petrol' },
  consented: { Picture: IconCheck, color: 'teal' },
  'in-force': { Picture: IconCheck, color: 'teal' },
  refused: { Picture: IconX, color: 'red' },
  withdrawn: { Picture: IconArrowBackUp, color: 'red' },
  'taken-back': { Picture: IconArrowBackUp, color: 'gray' },
  expired: { Picture: IconClockX, color: 'gray' },
  ended: { Picture: IconLock, color: 'gray' },
};

export function ConsentState({ state }: { state: State }): ReactNode {
  const { t } = useTranslation('consent');
  return <Sign of={signs[state]}>{t(`state.${state}`)}</Sign>;
}
