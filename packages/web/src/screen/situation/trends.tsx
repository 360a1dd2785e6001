/** What came into the view by week and kind, as a picture and as a table; each number leads to what it counts. */
import { Anchor, Paper, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { screenOf } from '../../app/files.ts';
import { ofView } from '../../app/questions.ts';
import { Fetched } from '../../part/fetched.tsx';
import { Failed, Loading } from '../../part/states.tsx';
import { useTimes } from '../../part/time.ts';
import { wordForType } from '../../record/kind.ts';
import { weekTable, type WeekTable } from './weeks.ts';

const WeekPicture = screenOf(() => import('./week-picture.tsx'), 'WeekPicture');

const weeksQuery = queryOptions({
  queryKey: [ofView, 'arrival-weeks'],
  queryFn: () => cell.arrivalWeeks({ weeks: 12 }),
  placeholderData: keepPreviousData,
});

export function Trends(): ReactNode {
  const { t } = useTranslation('situation');
  const { data, error, refetch } = useQuery(weeksQuery);
  const table = data === undefined ? undefined : weekTable(data.weeks);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="trends" className="situation-wide">
      <Title order={2} id="trends">
        {t('trends')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('trends.what')}
      </Text>
      {error !== null && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {error === null && table === undefined && <Loading />}
      {table !== undefined && (
        <div className="trends">
          <div className="trends-picture">
            <Fetched>
              <Picture table={table} />
            </Fetched>
          </div>
          <Numbers table={table} />
        </div>
      )}
    </Paper>
  );
}

/** What the list of arrivals is asked for, to have what a number counts. */
function searchFor({ from, before }: { from: string; before: string }, kind: readonly string[] = []) {
  return { since: from, before, ...(kind.length === 0 ? {} : { type: kind.join(',') }) };
}

function useKindNames(): (kind: readonly string[]) => string {
  const { t } = useTranslation('situation');
  const { t: stix } = useTranslation('stix');
  return ([type = '', ...others]) => (others.length > 0 ? t('trends.other') : wordForType(type, stix));
}

function Picture({ table }: { table: WeekTable }): ReactNode {
  const { t } = useTranslation('situation');
  const times = useTimes();
  const navigate = useNavigate();
  const nameOf = useKindNames();
  return (
    <WeekPicture
      label={t('trends.picture')}
      weeks={table.weeks.map(({ from }) => times.day(from))}
      kinds={table.kinds.map((kind, place) => ({
        name: nameOf(kind),
        counts: table.weeks.map(({ counts }) => counts[place] ?? 0),
      }))}
      onChoose={(week, place) => {
        const chosen = table.weeks[week];
        if (chosen !== undefined) void navigate({ to: '/', search: searchFor(chosen, table.kinds[place]) });
      }}
    />
  );
}

function Numbers({ table: { kinds, weeks } }: { table: WeekTable }): ReactNode {
  const { t } = useTranslation('situation');
  const times = useTimes();
  const nameOf = useKindNames();
  const number = (count: number, search: ReturnType<typeof searchFor>): ReactNode =>
    count === 0 ? (
      <Text span c="dimmed" size="sm">
        0
      </Text>
    ) : (
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/" search={search} />}>
        {times.number(count)}
      </Anchor>
    );
  return (
    <div className="trends-table" role="region" aria-label={t('trends.table')} tabIndex={0}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('trends.week')}</Table.Th>
            <Table.Th scope="col">{t('trends.all')}</Table.Th>
            {kinds.map((kind) => (
              <Table.Th key={kind.join()} scope="col">
                {nameOf(kind)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.toReversed().map((week) => (
            <Table.Tr key={week.from}>
              <Table.Th scope="row">{times.day(week.from)}</Table.Th>
              <Table.Td>{number(week.total, searchFor(week))}</Table.Td>
              {kinds.map((kind, place) => (
                <Table.Td key={kind.join()}>
                  {number(week.counts[place] ?? 0, searchFor(week, kind))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
