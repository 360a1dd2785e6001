/** Where and when of a few entries: a small map and a small timeline. */
import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../part/states.tsx';
import type { Entry } from '../../record/object.ts';
import type { Span } from '../../record/when.ts';
import { baseMapQuery } from './base-map.ts';
import { shownOf, titleOfChoice, type Choice } from './choice.tsx';
import { useGazetteer } from './gathered.ts';
import { groupsOf } from './group.ts';
import { birthsAmong, linesOf } from './lines.ts';
import { MapArea } from './map-area.tsx';
import { ChosenRecords, Spots } from './spots.tsx';
import { TimelineArea } from './timeline-area.tsx';
import './places.css';

export function WhereAndWhen({ entries }: { entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('places');
  const [period, setPeriod] = useState<Span>();
  const [choice, choose] = useState<Choice>();
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
  const shown = useMemo(() => shownOf(choice, groups, entries), [choice, groups, entries]);
  const chooseSpots = (keys: readonly string[]): void => choose({ kind: 'spots', keys });
  if (groups.length === 0 && !isDated) return <Empty title={t('small.none')} next={t('small.none.next')} />;
  return (
    <Stack gap="md" className="places-small">
      {(groups.length > 0 || choice !== undefined) && (
        <section>
          <Title order={2} mb="xs">
            {t('map')}
          </Title>
          <div className="places">
            <MapArea
              groups={groups}
              chosen={choice?.kind === 'spots' ? choice.keys : []}
              onChoose={chooseSpots}
            />
            {choice === undefined ? (
              <Spots groups={groups} onChoose={chooseSpots} />
            ) : (
              <ChosenRecords
                title={titleOfChoice(choice, groups, t)}
                shown={shown}
                onBack={() => choose(undefined)}
              />
            )}
          </div>
        </section>
      )}
      {isDated && (
        <TimelineArea
          entries={entries}
          period={period}
          onPeriod={setPeriod}
          chosen={shown.map(({ entry }) => entry.object.id)}
          onChoose={(id) => choose({ kind: 'record', id })}
        />
      )}
    </Stack>
  );
}
