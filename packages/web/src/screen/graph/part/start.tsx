/** How a graph begins, and how more comes in: a record that one seeks, or a part of the view. */
import { Alert, Button, Group, MultiSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsked } from '../../../app/address.ts';
import type { CarriedKey } from '../../../app/carried.ts';
import { DayInput } from '../../../part/day-field.tsx';
import { Failed } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { typesIn } from '../../../record/kind.ts';
import type { Entry } from '../../../record/object.ts';
import { facetsQuery, readView, type Many } from '../ask/bulk.ts';
import { isNodeType } from '../picture/edge.ts';
import { mostNodes } from '../picture/picture.ts';
import { RecordPicker } from './record-picker.tsx';
import { useWords } from './words.ts';

interface StartProps {
  onRecord: (entry: Entry) => void;
  onMany: (found: Many) => void;
}

export function Start({ onRecord, onMany }: StartProps): ReactNode {
  const { t } = useTranslation('graph');
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Title order={2}>{t('start.record')}</Title>
        <RecordPicker label={t('start.record.which')} onChoose={onRecord} />
      </Stack>
      <Stack gap="xs">
        <Title order={2}>{t('start.view')}</Title>
        <PartOfView onMany={onMany} />
      </Stack>
    </Stack>
  );
}

function PartOfView({ onMany }: Pick<StartProps, 'onMany'>): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const times = useTimes();
  const { q = '', type } = useAsked<CarriedKey>();
  const [typed, setTyped] = useState(q);
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const [types, setTypes] = useState(() => typesIn(type));
  const [since, setSince] = useState('');
  const [before, setBefore] = useState('');
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { data: facets } = useQuery({ ...facetsQuery(asked), placeholderData: keepPreviousData });
  const known = (facets?.types ?? []).filter(({ type }) => isNodeType(type));
  const chosen = types.length === 0 ? known : known.filter(({ type }) => types.includes(type));
  const many = chosen.reduce((sum, { count }) => sum + count, 0);
  const read = async (): Promise<void> => {
    setReading(true);
    setFailure(undefined);
    try {
      const wanted = {
        words: typed.trim(),
        types: chosen.map(({ type }) => type),
        since: since || undefined,
        before: before || undefined,
      };
      onMany(await readView(wanted, new AbortController().signal));
    } catch (error) {
      setFailure(error);
    } finally {
      setReading(false);
    }
  };
  return (
    <Stack gap="sm">
      <TextInput
        label={t('start.words')}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <MultiSelect
        label={t('filter.types')}
        placeholder={types.length === 0 ? t('filter.all') : ''}
        data={known.map(({ type, count }) => ({
          value: type,
          label: `${words.kind(type)} (${times.number(count)})`,
        }))}
        value={types}
        onChange={setTypes}
        searchable
        clearable
      />
      <Days
        labels={[t('start.since'), t('start.before')]}
        since={since}
        before={before}
        onSince={setSince}
        onBefore={setBefore}
      />
      {many > mostNodes && (
        <Alert color="yellow">{t('start.too-many', { count: many, most: times.number(mostNodes) })}</Alert>
      )}
      {failure !== undefined && <Failed error={failure} onRetry={() => void read()} />}
      <Group>
        <Button loading={isReading} disabled={many === 0} onClick={() => void read()}>
          {t('start.show')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('records', { count: many })}
        </Text>
      </Group>
    </Stack>
  );
}

export function Days(asked: {
  labels: readonly [string, string];
  since: string;
  before: string;
  onSince: (day: string) => void;
  onBefore: (day: string) => void;
}): ReactNode {
  const [since, before] = asked.labels;
  return (
    <div className="graph-days">
      <DayInput label={since} value={asked.since} onChange={asked.onSince} />
      <DayInput label={before} value={asked.before} onChange={asked.onBefore} />
    </div>
  );
}
