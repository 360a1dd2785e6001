/** Claims of several members side by side: a row for each property, a column for each member. */
import { Group, ScrollArea, Stack, Switch, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributorOf } from '../../part/entry.tsx';
import { MarkingLine } from '../../part/marking-line.tsx';
import { useTimes } from '../../part/time.ts';
import { claimRows, type ClaimRow, type ClaimValue } from '../../record/comparison.ts';
import type { Entry } from '../../record/object.ts';
import { Grade } from './grade.tsx';
import { PropertyValue } from './value/property-value.tsx';
import { wordForProperty } from './value/words.ts';

export function Claims({ entries }: { entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('record');
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const all = claimRows(entries.map(({ object }) => object));
  const differing = all.filter(({ isDiffering }) => isDiffering).length;
  const rows = onlyDiffering ? all.filter(({ isDiffering }) => isDiffering) : all;
  return (
    <Stack gap="sm">
      {entries.length > 1 && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('claims.differing', { count: differing })}
          </Text>
          <Switch
            label={t('claims.only-differing')}
            checked={onlyDiffering}
            disabled={differing === 0}
            onChange={({ currentTarget: { checked } }) => setOnlyDiffering(checked)}
          />
        </Group>
      )}
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('tab.claims') }}>
        <Table className="claims" layout="fixed" __vars={{ '--claims-many': String(entries.length) }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" className="claims-property">
                {t('claims.property')}
              </Table.Th>
              {entries.map((entry) => (
                <Table.Th scope="col" key={columnOf(entry)}>
                  <ClaimHead entry={entry} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.property} row={row} columns={entries.map(columnOf)} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Stack>
  );
}

const columnOf = ({ contributor, version }: Entry): string => `${contributor} ${version}`;

function ClaimHead({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('record');
  const times = useTimes();
  const { object, version } = entry;
  return (
    <Stack gap={6} fw={400}>
      <Text fw={650}>
        <ContributorOf entry={entry} />
      </Text>
      <Grade object={object} />
      {version !== null && (
        <Text size="xs" c="dimmed">
          {t('claims.of', { date: times.moment(version) })}
        </Text>
      )}
      <MarkingLine object={object} label={entry.label} />
    </Stack>
  );
}

function Row({ row, columns }: { row: ClaimRow; columns: readonly string[] }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Table.Tr>
      <Table.Th scope="row" className="claims-property">
        {wordForProperty(row.property, t)}
        {row.isDiffering && (
          <Text size="xs" className="differs">
            {t('claims.differs')}
          </Text>
        )}
      </Table.Th>
      {row.cells.map((cell, index) => (
        <Table.Td key={columns[index]}>
          <Cell property={row.property} values={cell} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** What others state otherwise is marked; the mark is said, too. */
function Cell({ property, values }: { property: string; values: readonly ClaimValue[] }): ReactNode {
  const { t } = useTranslation('record');
  if (values.length === 0) {
    return (
      <Text span c="dimmed" aria-label={t('claims.silent')} role="img">
        —
      </Text>
    );
  }
  return (
    <ul className="plain-list">
      {values.map(({ value, mark, isDisputed }) => (
        <li key={mark} className={isDisputed ? 'disputed' : undefined}>
          {isDisputed && <span className="said-only">{t('claims.disputed')} </span>}
          <PropertyValue property={property} value={value} />
        </li>
      ))}
    </ul>
  );
}
