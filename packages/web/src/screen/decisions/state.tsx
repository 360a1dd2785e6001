/** The state of a decision. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconCircle,
  IconClockHour4,
  IconClockX,
  IconFileCheck,
  IconMessages,
  IconPencil,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign, type SignLook } from '../../part/sign.tsx';
import type { Summary } from './queries.ts';

const signs: Record<Summary['state'] | 'impossible', SignLook> = {
  draft: { Picture: IconPencil, color: 'gray' },
  tabled: { Picture: IconCircle, color: 'petrol' },
  'under-silence': { Picture: IconClockHour4, color: 'petrol' },
  consultation: { Picture: IconMessages, color: 'orange' },
  adopted: { Picture: IconCheck, color: 'teal' },
  noted: { Picture: IconCheck, color: 'teal' },
  issued: { Picture: IconFileCheck, color: 'teal' },
  withdrawn: { Picture: IconArrowBackUp, color: 'gray' },
  referred: { Picture: IconArrowForwardUp, color: 'gray' },
  lapsed: { Picture: IconClockX, color: 'gray' },
  impossible: { Picture: IconAlertTriangle, color: 'red' },
};

export function DecisionState({
  decision: { state, outcome },
}: {
  decision: Pick<Summary, 'state' | 'outcome'>;
}): ReactNode {
  const { t } = useTranslation('decisions');
  const shown = outcome === 'impossible' ? outcome : state;
  return <Sign of={signs[shown]}>{t(`state.${shown}`)}</Sign>;
}
