/** For the supervisor of data protection: who of the whole cell was given what, and what was taken back. */
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@entente/contract/operation';
import type { Operations } from '@entente/contract/operations';
import { cell } from '../../app/cell.ts';
import { membersQuery, meQuery } from '../../app/questions.ts';
import { Listed } from '../../part/listed.tsx';
import { LongTable } from '../../part/long-table.tsx';
import { useNames } from '../../part/names.ts';
import { Empty, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { FilterFields } from './access-fields.tsx';
import { noFilter, queryOf, type RecordFilter } from './access-filter.ts';
import { NamedRecords } from './access-objects.tsx';
import { NoRecords, RecordTable } from './access-table.tsx';

type SupervisedRecall = AnswerOf<Operations['supervisedRecalls']>['items'][number];
type What = 'reads' | 'recalls';

export function Supervision(): ReactNode {
  const { t } = useTranslation('settings');
  const { data: me } = useQuery(meQuery);
  if (me === undefined) return <Loading />;
  if (me.narrow || !me.supervises || !me.roles.includes('auditor')) {
    return <Empty title={t('supervision.no-right')} next={t('supervision.no-right.next')} />;
  }
  return <Whole />;
}

function Whole(): ReactNode {
  const { t } = useTranslation('settings');
  const [what, setWhat] = useState<What>('reads');
  const [filter, setFilter] = useState(noFilter);
  const [settled] = useDebouncedValue(filter, 300);
  const { data: members = [] } = useQuery(membersQuery);
  const Rows = what === 'reads' ? Reads : Recalls;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('supervision.what')}
      </Text>
      <SegmentedControl
        aria-label={t('tab.supervision')}
        style={{ alignSelf: 'start' }}
        data={(['reads', 'recalls'] as const).map((value) => ({ value, label: t(`supervision.${value}`) }))}
        value={what}
        onChange={(chosen) => {
          setWhat(chosen);
          // Recalls are told to members, whichever account acknowledges.
          setFilter({ ...filter, account: undefined });
        }}
      />
      <FilterFields
        filter={filter}
        onChange={setFilter}
        members={members.map(({ id, name }) => ({ value: id, label: name }))}
        isOfDays={what === 'reads'}
      />
      <Rows filter={settled} onNarrow={(part) => setFilter({ ...filter, ...part })} />
    </Stack>
  );
}

interface RowsProps {
  filter: RecordFilter;
  onNarrow: (part: Partial<RecordFilter>) => void;
}

function Reads({ filter, onNarrow }: RowsProps): ReactNode {
  const asked = queryOf(filter);
  const found = useInfiniteQuery({
    queryKey: ['supervised-records', asked],
    queryFn: ({ pageParam }) => cell.supervisedRecords({ ...asked, ...pageOf(pageParam) }),
    ...inPages,
  });
  return (
    <Listed list={found} none={<NoRecords asked={asked} />}>
      {(records, onEnd) => <RecordTable records={records} isOfCell onNarrow={onNarrow} onEnd={onEnd} />}
    </Listed>
  );
}

function Recalls({ filter, onNarrow }: RowsProps): ReactNode {
  const { t } = useTranslation('settings');
  const { member, object } = queryOf(filter);
  const asked = { ...(member !== undefined && { member }), ...(object !== undefined && { object }) };
  const found = useInfiniteQuery({
    queryKey: ['supervised-recalls', asked],
    queryFn: ({ pageParam }) => cell.supervisedRecalls({ ...asked, ...pageOf(pageParam) }),
    ...inPages,
  });
  return (
    <Listed
      list={found}
      none={
        <Empty
          title={t('supervision.no-recalls')}
          next={t(
            Object.keys(asked).length === 0 ? 'supervision.no-recalls.yet' : 'supervision.no-recalls.next',
          )}
        />
      }
    >
      {(recalls, onEnd) => <RecallTable recalls={recalls} onNarrow={onNarrow} onEnd={onEnd} />}
    </Listed>
  );
}

const pageOf = (cursor: string | undefined) => ({ limit: 50, ...(cursor !== undefined && { cursor }) });
const inPages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { next?: string | undefined }) => next,
  placeholderData: keepPreviousData,
};

function RecallTable({
  recalls,
  onNarrow,
  onEnd,
}: {
  recalls: readonly SupervisedRecall[];
  onNarrow: RowsProps['onNarrow'];
  onEnd: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation('settings');
  const names = useNames();
  const times = useTimes();
  return (
    <LongTable
      className="access-table"
      label={t('supervision.recalls')}
      minWidth={816}
      columns={[
        { key: 'time', head: t('access.time'), track: '8.5rem' },
        { key: 'contributor', head: t('supervision.contributor'), track: 'minmax(8rem, 1fr)' },
        { key: 'member', head: t('supervision.told'), track: 'minmax(8rem, 1fr)' },
        { key: 'acknowledged', head: t('supervision.acknowledged'), track: '9rem' },
        { key: 'objects', head: t('supervision.taken'), track: 'minmax(13rem, 1.4fr)' },
      ]}
      count={recalls.length}
      keyOf={(index) => (recalls[index] as SupervisedRecall).id}
      row={(index) => {
        const recall = recalls[index] as SupervisedRecall;
        return [
          <time key="time" dateTime={recall.at}>
            {times.moment(recall.at)}
          </time>,
          <bdi key="contributor">{names(recall.contributor)}</bdi>,
          <bdi key="member">{names(recall.member)}</bdi>,
          recall.acknowledged === null ? (
            <Text key="acknowledged" span size="sm" c="dimmed">
              {t('supervision.open')}
            </Text>
          ) : (
            <time key="acknowledged" dateTime={recall.acknowledged}>
              {times.moment(recall.acknowledged)}
            </time>
          ),
          <NamedRecords key="objects" objects={recall.objects} onNarrow={onNarrow} isOfCell />,
        ];
      }}
      onEnd={onEnd}
    />
  );
}
