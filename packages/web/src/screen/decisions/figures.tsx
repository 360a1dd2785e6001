/** How long deciding took, and who was waited for. */
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../part/names.ts';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { figuresQuery } from './queries.ts';

export function Figures(): ReactNode {
  const { t } = useTranslation('decisions');
  const times = useTimes();
  const names = useNames();
  const length = useLength();
  const { data, error } = useQuery(figuresQuery);
  if (error !== null) return <Failed error={error} />;
  if (data === undefined || (data.decided === 0 && data.waitedFor.length === 0)) return null;
  return (
    <section aria-labelledby="figures-title" className="decision-figures">
      <Title order={2} id="figures-title">
        {t('figures')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('figures.of')}
      </Text>
      <dl>
        <dt>{t('figures.decided')}</dt>
        <dd>{times.number(data.decided)}</dd>
        <dt>{t('figures.median')}</dt>
        <dd>{length(data.median)}</dd>
        <dt>{t('figures.longest')}</dt>
        <dd>{length(data.longest)}</dd>
        {data.waitedFor.map(({ member, decisions, seconds }) => (
          <div key={member} className="decision-waited">
            <dt>
              {t('figures.waited')} <bdi>{names(member)}</bdi>
            </dt>
            <dd>{t('figures.waited-in', { count: decisions, length: length(seconds) })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A length of time in the largest unit that fits. */
export function useLength(): (seconds: number | null) => string {
  const { t } = useTranslation('decisions');
  return (seconds) => {
    if (seconds === null) return t('length.none');
    if (seconds < 120) return t('length.seconds', { count: Math.round(seconds) });
    if (seconds < 7200) return t('length.minutes', { count: Math.round(seconds / 60) });
    if (seconds < 172_800) return t('length.hours', { count: Math.round(seconds / 3600) });
    return t('length.days', { count: Math.round(seconds / 86_400) });
  };
}
