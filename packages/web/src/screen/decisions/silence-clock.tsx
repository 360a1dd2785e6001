/** How much time is left of a silence. */
import { Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../../part/time.ts';
import { leftOf, useNow } from './clock.ts';
import { isRunning, type Summary } from './queries.ts';

type Timed = Pick<Summary, 'state' | 'tabled' | 'expiry'>;

export function Clock({ decision }: { decision: Timed }): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const runs = isRunning(decision);
  const now = useNow(runs);
  const { tabled, expiry } = decision;
  if (!runs || tabled === null || expiry === null) return null;
  const { days, hours, minutes, seconds, passed, isOver } = leftOf({ tabled, expiry }, now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const clock = `${pad(hours)}:${pad(minutes)}:${pad(seconds)}`;
  const left = days > 0 ? t('clock.days', { count: days, clock }) : clock;
  return (
    <div className="decision-clock">
      <Text size="sm" fw={600} className="decision-digits" role="timer">
        {isOver ? t('clock.over') : left}
      </Text>
      <Progress
        value={passed * 100}
        size="sm"
        {...(passed > 0.9 ? { color: 'orange.8' } : {})}
        aria-label={t('clock.passed')}
      />
      <Text size="xs" c="dimmed">
        {t('clock.until', { moment: times.moment(expiry) })}
      </Text>
    </div>
  );
}
