/** What hangs on a record: relationships by kind, and reports, notes, opinions and sightings that mention it. */
import { Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf, EntryRow, ObjectTitle, RecordLink, TitleOf } from '../../part/entry.tsx';
import { Foreign } from '../../part/foreign.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { LongList } from '../../part/long-list.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { More } from '../../part/more.tsx';
import { Empty, Failed, Loading } from '../../part/states.tsx';
import { useGoOn } from '../../part/use-go-on.ts';
import { useTimes } from '../../part/time.ts';
import { kindOf, wordForRelationship, wordForType } from '../../record/kind.ts';
import { linkGroups, otherEnd, type LinkGroup, type Neighbour } from '../../record/links.ts';
import { shortened, textIn } from '../../record/object.ts';
import { SmallGraph } from '../graph/small-graph.tsx';
import { Grade } from './grade.tsx';
import { neighboursQuery, referencesQuery } from './questions.ts';

export function Links({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('record');
  const neighbours = useNeighbours(id);
  const references = useQuery(referencesQuery(id));
  useWhole(neighbours);
  if (neighbours.isPending || references.isPending) return <Loading />;
  if (neighbours.isError)
    return <Failed error={neighbours.error} onRetry={() => void neighbours.refetch()} />;
  if (references.isError)
    return <Failed error={references.error} onRetry={() => void references.refetch()} />;
  const mentioned = references.data
    .filter(({ properties }) => properties.some((property) => property !== 'created_by_ref'))
    .map(({ entry }) => ({ properties: [], entry, others: [] }));
  const groups = linkGroups(id, [...neighbours.data.pages.flatMap(({ items }) => items), ...mentioned]);
  if (groups.length === 0) return <Empty title={t('links.none')} next={t('links.none.next')} />;
  return (
    <Stack className="in-order">
      <SmallGraph id={id} />
      <Rows id={id} groups={groups} />
      <More of={neighbours} word={t('links.more')} />
    </Stack>
  );
}

/** So many are there by themselves: groups are whole, and how many they are is right. */
const mostAtOnce = 5000;

function useWhole(neighbours: ReturnType<typeof useNeighbours>): void {
  const goOn = useGoOn(neighbours);
  const loaded = neighbours.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  useEffect(() => {
    if (loaded < mostAtOnce) goOn?.();
  }, [loaded, goOn]);
}

const useNeighbours = (id: string) => useInfiniteQuery(neighboursQuery(id));

type Row = { key: string } & ({ group: LinkGroup } | { link: Neighbour });

const rowsOf = (groups: readonly LinkGroup[]): Row[] =>
  groups.flatMap((group): Row[] => [
    { key: group.key, group },
    ...group.links.map((link) => ({ key: `${group.key} ${link.entry.object.id}`, link })),
  ]);

function Rows({ id, groups }: { id: string; groups: readonly LinkGroup[] }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <LongList
      label={t('tab.links')}
      items={rowsOf(groups)}
      keyOf={({ key }) => key}
      height={64}
      row={(row) => ('group' in row ? <GroupHead group={row.group} /> : <LinkRow id={id} link={row.link} />)}
    />
  );
}

function GroupHead({ group: { kind, way, links } }: { group: LinkGroup }): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const isRelationship = way === 'from' || way === 'to';
  return (
    <Group gap="xs" pt="md" pb={4} align="baseline">
      <Title order={2} className="first-upper">
        {isRelationship ? wordForRelationship(kind, stix) : wordForType(kind, stix)}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`links.${way}`)} · {times.number(links.length)}
      </Text>
    </Group>
  );
}

function LinkRow({ id, link }: { id: string; link: Neighbour }): ReactNode {
  const end = otherEnd(id, link);
  return end === undefined ? <EntryRow entry={link.entry} /> : <RelationshipRow end={end} link={link} />;
}

function RelationshipRow({ end, link: { entry, others } }: { end: string; link: Neighbour }): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const other = others.find(({ object }) => object.id === end)?.object;
  const description = textIn(entry.object, 'description');
  return (
    <div className="entry-row">
      {other !== undefined && <KindIcon object={other} />}
      <div className="entry-row-main">
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <RecordLink id={end} fw={600} className="entry-row-title">
            {other === undefined ? <TitleOf id={end} /> : <ObjectTitle object={other} />}
          </RecordLink>
          <RecordLink id={entry.object.id} size="xs" className="nowrap">
            {t('links.details')}
          </RecordLink>
        </Group>
        {description !== undefined && (
          <Text size="sm">
            <Foreign text={shortened(description, 220)} />
          </Text>
        )}
        <Group gap={8} wrap="wrap">
          <Text span size="xs" c="dimmed">
            {other !== undefined && <>{kindOf(other, stix)} · </>}
            <ContributorOf entry={entry} />
            <Span object={entry.object} />
          </Text>
          <Grade object={entry.object} isQuiet />
          <MarkingLine object={entry.object} label={entry.label} />
        </Group>
      </div>
    </div>
  );
}

/** From when to when a relationship holds. */
function Span({ object }: { object: Neighbour['entry']['object'] }): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  const [from, to] = [textIn(object, 'start_time'), textIn(object, 'stop_time')];
  if (from === undefined && to === undefined) return null;
  return (
    <>
      {' · '}
      {t('date.stay', {
        from: from === undefined ? '…' : times.day(from),
        to: to === undefined ? '…' : times.day(to),
      })}
    </>
  );
}
