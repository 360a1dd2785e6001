/** States and clocks. */
import { Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import {
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconClockHour4,
  IconClockX,
  IconEye,
  IconLock,
  IconX,
  IconZoomCancel,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestState } from '@entente/contract/request';
import { Sign } from '../../part/sign.tsx';
import { useTimes } from '../../part/time.ts';
import { distance, isNear } from './clock.ts';

const signs = {
  open: { Picture: IconCircle, color: 'petrol' },
  acknowledged: { Picture: IconEye, color: 'petrol' },
  'partly-answered': { Picture: IconCircleHalf2, color: 'teal' },
  answered: { Picture: IconCheck, color: 'teal' },
  declined: { Picture: IconX, color: 'gray' },
  'nothing-held': { Picture: IconZoomCancel, color: 'gray' },
  expired: { Picture: IconClockX, color: 'orange' },
  closed: { Picture: IconLock, color: 'gray' },
} satisfies Record<RequestState, object>;

export function StateBadge({ state, count }: { state: RequestState; count?: number }): ReactNode {
  const { t } = useTranslation('requests');
  return (
    <Sign of={signs[state]}>
      {t(`state.${state}`)}
      {count !== undefined && count > 1 ? ` · ${count}` : ''}
    </Sign>
  );
}

/** The date, and how far it is; it goes on by itself. */
export function Clock({ by, isStopped }: { by: string; isStopped: boolean }): ReactNode {
  const { t, i18n } = useTranslation('requests');
  const times = useTimes();
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  return (
    <Text
      span
      size="sm"
      className="request-clock"
      data-near={(!isStopped && isNear(by, now)) || undefined}
      title={times.moment(by)}
    >
      <IconClockHour4 size={15} aria-hidden />
      <span>
        {t('by', { time: times.moment(by) })}
        {!isStopped && ` · ${distance(by, now, i18n.language)}`}
      </span>
    </Text>
  );
}
