/** A table before it is STIX: how it is read, which column says what, what its first rows become. */
import { Alert, Button, Collapse, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../app/questions.ts';
import { Failed, Loading } from '../../part/states.tsx';
import { TableConversion } from './table-conversion.tsx';
import { TableForm } from './table-form.tsx';
import { TablePreview } from './table-preview.tsx';
import { lacksOf, mappingFor, type Mapping } from './table/mapping.ts';
import { readingOf, rowsOf, TableError, type Reading } from './table/read.ts';
import { fittingAmong, rememberedOf } from './table/remembered.ts';
import type { Row } from './table/row.ts';
import { headersOf } from './table/work.ts';

/** A table that has become a file of STIX. */
export interface TableReady {
  bundle: Blob;
  /** What the list is called. */
  source: string;
  number: number;
}

export interface Sample {
  headers: string[];
  rows: Row[];
}

const sampled = 20;

export function TableStep({
  file,
  onReady,
}: {
  file: File;
  onReady: (ready: TableReady | undefined) => void;
}): ReactNode {
  const given = [file.name, file.size, file.lastModified] as const;
  const found = useQuery({
    queryKey: ['table-reading', ...given],
    queryFn: () => readingOf(file),
    gcTime: 0,
  });
  const [chosen, setChosen] = useState<Partial<Reading>>({});
  const reading = found.data === undefined ? undefined : { ...found.data, ...chosen };
  const sample = useQuery({
    queryKey: ['table-sample', ...given, reading],
    queryFn: () => sampleOf(file, reading as Reading),
    enabled: reading !== undefined,
    gcTime: 0,
    retry: false,
  });
  const error = found.error ?? sample.error;
  if (error !== null && !(error instanceof TableError)) return <Failed error={error} />;
  if (reading === undefined || sample.isPending) return <Loading />;
  const { encoding, delimiter } = reading;
  return (
    <Mapped
      key={`${encoding} ${delimiter}`}
      file={file}
      reading={reading}
      sample={sample.data}
      onReading={(change) => {
        onReady(undefined);
        setChosen((before) => ({ ...before, ...change }));
      }}
      onReady={onReady}
    />
  );
}

async function sampleOf(file: File, reading: Reading): Promise<Sample | null> {
  const rows: Row[] = [];
  for await (const row of rowsOf(file, reading)) {
    rows.push(row);
    if (rows.length > sampled) break;
  }
  const [first, ...others] = rows;
  return first === undefined ? null : { headers: headersOf(first), rows: others };
}

/** What a list is called where nobody says: as the file, without what says of which kind it is. */
const listOf = ({ name }: File): string => name.replace(/(?:\.(?:csv|tsv|txt|gz))+$/i, '').slice(0, 200);

function Mapped({
  file,
  reading,
  sample,
  onReading,
  onReady,
}: {
  file: File;
  reading: Reading;
  sample: Sample | null | undefined;
  onReading: (change: Partial<Reading>) => void;
  onReady: (ready: TableReady | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('bring-in');
  const { data: me } = useQuery(meQuery);
  const headers = sample?.headers ?? [];
  const account = me?.account ?? '';
  const [{ mapping, name }, setMapped] = useState(() => firstMapping(account, headers, listOf(file)));
  const [isFolded, setFolded] = useState(false);
  const lacks = lacksOf(mapping);
  const ready = useCallback(
    (made: TableReady | undefined) => {
      setFolded(made !== undefined);
      onReady(made);
    },
    [onReady],
  );
  const canConvert =
    sample !== undefined &&
    sample !== null &&
    sample.rows.length > 0 &&
    lacks.length === 0 &&
    me !== undefined;
  const isEmpty = sample === null || sample?.rows.length === 0;
  return (
    <Stack gap="lg">
      {canConvert && (
        <Group>
          <Button size="xs" variant="default" aria-expanded={!isFolded} onClick={() => setFolded(!isFolded)}>
            {isFolded ? t('table.unfold') : t('table.fold')}
          </Button>
        </Group>
      )}
      <Collapse expanded={!isFolded}>
        <Stack gap="lg">
          <TableForm
            reading={reading}
            onReading={onReading}
            account={account}
            sample={sample ?? { headers: [], rows: [] }}
            mapping={mapping}
            name={name}
            onMapping={(made, called) => {
              setMapped({ mapping: made, name: called });
              // To remember it changes nothing of what was made with it.
              if (made !== mapping) ready(undefined);
            }}
          />
          {isEmpty && <Alert color="orange">{t('table.empty')}</Alert>}
          {sample === undefined && <Alert color="red">{t('table.unreadable.begin')}</Alert>}
          {lacks.map((lack) => (
            <Alert key={lack} color="orange">
              {t(`lack.${lack}`)}
            </Alert>
          ))}
          {canConvert && <TablePreview sample={sample} mapping={mapping} member={me.member.id} />}
        </Stack>
      </Collapse>
      {canConvert && (
        <TableConversion
          file={file}
          reading={reading}
          mapping={mapping}
          member={me.member.id}
          onReady={ready}
        />
      )}
    </Stack>
  );
}

function firstMapping(
  account: string,
  headers: readonly string[],
  list: string,
): { mapping: Mapping; name: string | undefined } {
  const remembered = rememberedOf(account);
  const name = fittingAmong(remembered, headers);
  return {
    mapping: (name === undefined ? undefined : remembered.get(name)) ?? mappingFor(headers, list),
    name,
  };
}
