/** Where and when of a few entries: a small map and a small timeline. */
import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import type { Span } from '../../record/when.ts';
import { baseMapQuery } from './atlas.ts';
import { useChoice } from './choice.ts';
import { useGazetteer } from './gathered.ts';
import { groupsOf } from './group.ts';
import { birthsAmong, linesOf } from './lines.ts';
import { MapAndList } from './map-and-list.tsx';
import { TimelineArea } from './timeline-area.tsx';
import './places.css';

export function WhereAndWhen({ entries }: { entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('places');
  const [period, setPeriod] = useState<Span>();
  const gazetteer = useGazetteer(entries);
  const { data: baseMap } = useQuery(baseMapQuery);
  const groups = useMemo(
    () => groupsOf(entries, gazetteer, baseMap?.centres ?? new Map()),
    [entries, gazetteer, baseMap],
  );
  const isDated = useMemo(
    () => linesOf(entries, false).length > 0 || birthsAmong(entries).length > 0,
    [entries],
  );
  const chosen = useChoice(groups);
  if (groups.length === 0 && !isDated) return <Empty title={t('small.none')} next={t('small.none.next')} />;
  return (
    <Stack gap="md" className="places-small">
      {groups.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('map')}
          </Title>
          <MapAndList groups={groups} chosen={chosen} />
        </section>
      )}
      {isDated && <TimelineArea entries={entries} period={period} onPeriod={setPeriod} chosen={chosen} />}
    </Stack>
  );
}
