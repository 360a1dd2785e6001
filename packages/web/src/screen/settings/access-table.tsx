/**
 * Access records as a table: each names its first objects, and all of them where it is asked. Of the whole cell, each
 * says whose account it was.
 */
import { Anchor, Code, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { Foreign } from '../../part/foreign.tsx';
import { RecordLink } from '../../part/entry.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { useNames } from '../../part/names.ts';
import { Failed } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { wordForTypeOfId } from '../../record/kind.ts';
import type { RecordFilter } from './access-filter.ts';
import { wayOf } from './access-way.ts';

/** A record; of the whole cell with the member that it is of. */
type AccessRecord = AnswerOf<Operations['accessRecords']>['items'][number] & { member?: string };
type Narrow = (part: Partial<RecordFilter>) => void;

/** What is named of a record before one asks for all. */
const few = 3;

export function RecordTable({
  records,
  isOfCell = false,
  onNarrow,
  onEnd,
}: {
  records: readonly AccessRecord[];
  isOfCell?: boolean;
  onNarrow: Narrow;
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <LongTable
      className="access-table"
      label={t(isOfCell ? 'supervision.reads' : 'tab.access')}
      minWidth={816}
      columns={[
        { key: 'time', head: t('access.time'), track: '8.5rem' },
        {
          key: 'account',
          head: t(isOfCell ? 'supervision.account' : 'access.account'),
          track: 'minmax(9rem, 1fr)',
        },
        { key: 'purpose', head: t('access.purpose'), track: 'minmax(8rem, 1fr)' },
        { key: 'way', head: t('access.way'), track: '7rem' },
        { key: 'objects', head: t('access.objects'), track: 'minmax(13rem, 1.4fr)' },
      ]}
      count={records.length}
      keyOf={(index) => `${records[index]?.member ?? ''} ${records[index]?.id}`}
      row={(index) => {
        const record = records[index] as AccessRecord;
        return [
          <Moment key="time" at={record.at} />,
          <Account key="account" record={record} onNarrow={onNarrow} />,
          <Purpose key="purpose" record={record} />,
          <WayOf key="way" route={record.route} />,
          <Objects key="objects" record={record} onNarrow={onNarrow} />,
        ];
      }}
      onEnd={onEnd}
    />
  );
}

function Moment({ at }: { at: string }): ReactNode {
  const times = useTimes();
  return <time dateTime={at}>{times.moment(at)}</time>;
}

function Account({
  record: { account, login, member },
  onNarrow,
}: {
  record: AccessRecord;
  onNarrow: Narrow;
}): ReactNode {
  const names = useNames();
  const name = login ?? account;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        onClick={() => onNarrow({ account: { id: account, name } })}
      >
        <bdi>{name}</bdi>
      </Anchor>
      {member !== undefined && (
        <Text size="xs" c="dimmed">
          <Foreign text={names(member) ?? member} />
        </Text>
      )}
    </>
  );
}

function Purpose({ record: { purpose, caseReference } }: { record: AccessRecord }): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <>
      {purpose === null ? (
        <Text span size="sm" c="dimmed">
          {t('access.no-purpose')}
        </Text>
      ) : (
        <Foreign text={purpose} />
      )}
      {caseReference !== null && (
        <Text size="xs" c="dimmed">
          <Foreign text={caseReference} />
        </Text>
      )}
    </>
  );
}

function WayOf({ route }: { route: string }): ReactNode {
  const { t } = useTranslation('settings');
  const way = wayOf(route);
  return way === undefined ? <Code>{route}</Code> : t(`access.way.${way}`);
}

function Objects({ record, onNarrow }: { record: AccessRecord; onNarrow: Narrow }): ReactNode {
  const { t } = useTranslation('settings');
  const [isWhole, setWhole] = useState(false);
  const { objects, versions } = record;
  const hasMore = objects.length > few || versions > objects.length;
  return (
    <>
      {isWhole ? (
        <AllObjects record={record} onNarrow={onNarrow} />
      ) : (
        <NamedRecords
          objects={objects.slice(0, few)}
          onNarrow={onNarrow}
          isOfCell={record.member !== undefined}
        />
      )}
      {hasMore && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('access.fewer') : t('access.all', { count: versions })}
        </Anchor>
      )}
    </>
  );
}

function AllObjects({
  record: { id, member },
  onNarrow,
}: {
  record: AccessRecord;
  onNarrow: Narrow;
}): ReactNode {
  const { t } = useTranslation('settings');
  const found = useInfiniteQuery({
    queryKey: ['access-record', member, id],
    queryFn: ({ pageParam }) => {
      const page = { id, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return member === undefined
        ? cell.accessRecordObjects(page)
        : cell.supervisedRecordObjects({ ...page, member });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const objects = found.data?.pages.flatMap(({ items }) => items.map(({ object }) => object)) ?? [];
  return (
    <>
      <NamedRecords objects={objects} onNarrow={onNarrow} isOfCell={member !== undefined} />
      {found.hasNextPage && (
        <Anchor component="button" type="button" size="xs" mr="sm" onClick={() => void found.fetchNextPage()}>
          {t('access.more')}
        </Anchor>
      )}
    </>
  );
}

/** By kind and the end of the id: to show names would be to read them. */
export function NamedRecords({
  objects,
  isOfCell = false,
  onNarrow,
}: {
  objects: readonly string[];
  isOfCell?: boolean;
  onNarrow: Narrow;
}): ReactNode {
  const { t } = useTranslation('settings');
  const { t: stix } = useTranslation('stix');
  return (
    <ul className="access-objects">
      {[...new Set(objects)].map((object) => (
        <li key={object}>
          <RecordLink id={object} size="sm">
            {wordForTypeOfId(object, stix)} …{object.slice(-8)}
          </RecordLink>{' '}
          <Anchor
            component="button"
            type="button"
            size="xs"
            aria-label={t(isOfCell ? 'supervision.who-else' : 'access.who-else', { object })}
            onClick={() => onNarrow({ object })}
          >
            {t('access.who')}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
