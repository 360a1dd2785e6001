/** Choosing another record by searching the view. */
import { Group, MultiSelect, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../app/cell.ts';
import { objectQuery, ofView } from '../../app/questions.ts';
import { ContributorOf, ObjectTitle } from '../../part/entry.tsx';
import { KindIcon } from '../../part/kind-icon.tsx';
import { kindOf } from '../../record/kind.ts';
import { titleOf, type Entry } from '../../record/object.ts';
import { safeText } from '../../record/safe-text.ts';

interface Asked {
  label: string;
  description?: string;
  error?: string | undefined;
  /** STIX types, separated by commas. */
  type?: string | undefined;
  isAllowed?: (id: string) => boolean;
}

/** What the search finds, and what was chosen before, as choices. */
function useChoices(chosen: readonly string[], { type, isAllowed = () => true }: Asked) {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 120);
  const found = useQuery({
    queryKey: [ofView, 'pick', q, type],
    queryFn: () => cell.search({ q, limit: 12, ...(type === undefined ? {} : { type }) }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const known = useQueries({ queries: chosen.map((id) => objectQuery(id)) });
  const entries = new Map<string, Entry>();
  for (const { data } of known) if (data !== undefined) entries.set(data.object.id, data);
  for (const entry of found.data?.items ?? []) {
    const { id, type: kind } = entry.object;
    if (kind !== 'relationship' && isAllowed(id)) entries.set(id, entry);
  }
  const word = ({ object }: Entry): string => safeText(titleOf(object)).text || kindOf(object, stix);
  const data = [...new Set([...chosen, ...entries.keys()])].map((id) => {
    const entry = entries.get(id);
    return { value: id, label: entry === undefined ? id : word(entry) };
  });
  const renderOption = ({ option: { value, label } }: { option: { value: string; label: string } }) => {
    const entry = entries.get(value);
    return entry === undefined ? label : <Choice entry={entry} />;
  };
  return {
    data,
    searchable: true as const,
    searchValue: typed,
    onSearchChange: setTyped,
    // The cell has searched already, in any script and spelling that it knows.
    filter: <Option,>({ options }: { options: Option[] }) => options,
    renderOption,
    nothingFoundMessage: q === '' ? t('picker.type') : t('picker.none'),
  };
}

function Choice({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation('stix');
  return (
    <Group gap="xs" wrap="nowrap">
      <KindIcon object={entry.object} />
      <div>
        <ObjectTitle object={entry.object} />
        <Text size="xs" c="dimmed">
          {kindOf(entry.object, t)} · <ContributorOf entry={entry} />
        </Text>
      </div>
    </Group>
  );
}

export function RecordPicker({
  value,
  onChange,
  ...asked
}: Asked & { value: string | undefined; onChange: (id: string | undefined) => void }): ReactNode {
  const choices = useChoices(value === undefined ? [] : [value], asked);
  return (
    <Select
      {...choices}
      label={asked.label}
      description={asked.description}
      error={asked.error}
      value={value ?? null}
      clearable
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}

export function RecordsPicker({
  value,
  onChange,
  ...asked
}: Asked & { value: readonly string[]; onChange: (ids: string[]) => void }): ReactNode {
  const choices = useChoices(value, asked);
  return (
    <MultiSelect
      {...choices}
      label={asked.label}
      description={asked.description}
      error={asked.error}
      value={[...value]}
      onChange={onChange}
    />
  );
}
