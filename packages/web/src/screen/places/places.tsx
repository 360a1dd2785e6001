/** Where and when of what is in the view: a map with its list beside, and a timeline beneath. */
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../app/address.ts';
import type { CarriedKey } from '../../app/carried.ts';
import { Empty, Failed, Head, Loading, NoView } from '../../part/states.tsx';
import { baseMapQuery } from './atlas.ts';
import { useChoice } from './choice.ts';
import { Filters, useAsk } from './filters.tsx';
import { useGathered, useGazetteer, type Gathered } from './gathered.ts';
import { groupsOf } from './group.ts';
import { HowMany } from './how-many.tsx';
import { isWithin } from './lines.ts';
import { MapAndList } from './map-and-list.tsx';
import { addressOf, periodOf } from './period.ts';
import { TimelineArea } from './timeline-area.tsx';
import './places.css';

export function Places(): ReactNode {
  const { t } = useTranslation('places');
  const gathered = useGathered();
  return (
    <>
      <Head title={t('title')} lead={t('lead')} />
      <Stack gap="md">
        <Filters />
        {gathered.isPending && <Loading />}
        {gathered.error !== null && <Failed error={gathered.error} onRetry={gathered.again} />}
        {!gathered.isPending && gathered.error === null && <WhereWhen gathered={gathered} />}
      </Stack>
    </>
  );
}

function WhereWhen({ gathered }: { gathered: Gathered }): ReactNode {
  const { t } = useTranslation('places');
  const { since, before, chosen: record, ...asked } = useAsked<CarriedKey>();
  const ask = useAsk();
  const { entries } = gathered;
  const gazetteer = useGazetteer(entries);
  const period = useMemo(() => periodOf(since, before), [since, before]);
  const within = useMemo(
    () => (period === undefined ? entries : entries.filter((entry) => isWithin(entry, period))),
    [entries, period],
  );
  const { data: baseMap } = useQuery(baseMapQuery);
  const groups = useMemo(
    () => groupsOf(within, gazetteer, baseMap?.centres ?? new Map()),
    [within, gazetteer, baseMap],
  );
  const chosen = useChoice(groups, [record, (id = '') => ask({ chosen: id })]);
  if (entries.length === 0) {
    const isWhole = [asked.q, asked.type, asked.start].every((one) => one === undefined);
    return isWhole ? <NoView title={t('none.yet')} /> : <Empty title={t('none')} next={t('none.next')} />;
  }
  return (
    <>
      <HowMany {...gathered} count={entries.length} within={period && within.length} />
      <MapAndList groups={groups} chosen={chosen} />
      <TimelineArea
        entries={entries}
        period={period}
        onPeriod={(next) => ask(next === undefined ? { since: '', before: '' } : addressOf(next))}
        chosen={chosen}
      />
    </>
  );
}
