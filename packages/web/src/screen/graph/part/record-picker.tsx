/** Choosing a record of the view by its words. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { ofView } from '../../../app/questions.ts';
import type { Entry } from '../../../record/object.ts';
import { isNode, kindKeyOf } from '../picture/edge.ts';
import { useWords } from './words.ts';

export function RecordPicker({
  label,
  value,
  onChoose,
}: {
  label: string;
  value?: Entry | undefined;
  onChoose: (entry: Entry) => void;
}): ReactNode {
  const { t } = useTranslation('graph');
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery({
    queryKey: [ofView, 'graph-picker', q],
    queryFn: () => cell.search({ q, limit: 20 }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = q === '' ? [] : (data?.items ?? []).filter(isNode);
  const entries =
    value === undefined ? found : [value, ...found.filter((one) => one.object.id !== value.object.id)];
  return (
    <Select
      label={label}
      placeholder={t('picker.hint')}
      size="sm"
      searchable
      value={value?.object.id ?? null}
      onSearchChange={setTyped}
      data={entries.map((entry) => ({
        value: entry.object.id,
        label: [words.title(entry), words.kind(kindKeyOf(entry)), words.member(entry.contributor)].join(
          ' · ',
        ),
      }))}
      filter={({ options }) => options}
      nothingFoundMessage={q === '' ? undefined : t('picker.none')}
      onChange={(id) => {
        const entry = entries.find(({ object }) => object.id === id);
        if (entry !== undefined) onChoose(entry);
      }}
    />
  );
}
