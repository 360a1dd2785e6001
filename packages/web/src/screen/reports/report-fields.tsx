/** Title, language, subjects and date of a report in the making. */
import { Group, MultiSelect, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';
import { subjects, useSubjectWord } from './subjects.tsx';
import { DayInput } from '../../part/day-field.tsx';

/** Languages that are offered, besides whatever the report has. */
const languages = ['en', 'fr', 'ar', 'bg', 'de', 'el', 'es', 'he', 'it', 'nl', 'pl', 'fa', 'ru', 'tr', 'uk'];

export function ReportFields({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const word = useSubjectWord();
  const spoken = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const offered = [...new Set([...languages, ...(draft.language === '' ? [] : [draft.language])])];
  const known = [...new Set<string>([...subjects, ...draft.subjects])];
  return (
    <>
      <TextInput
        label={t('field.title')}
        required
        size="md"
        maxLength={1000}
        dir="auto"
        value={draft.title}
        onChange={({ currentTarget: { value } }) => onChange({ title: value })}
      />
      <Group align="flex-start" gap="md" className="report-fields">
        <DayInput
          label={t('field.published')}
          required
          value={draft.published.slice(0, 10)}
          onChange={(value) => onChange({ published: value })}
        />
        <Select
          label={t('field.language')}
          placeholder={t('field.language.none')}
          clearable
          searchable
          data={offered.map((value) => ({ value, label: spoken.of(value) ?? value }))}
          value={draft.language === '' ? null : draft.language}
          onChange={(language) => onChange({ language: language ?? '' })}
        />
        <MultiSelect
          label={t('field.subjects')}
          placeholder={draft.subjects.length === 0 ? t('field.subjects.none') : undefined}
          clearable
          searchable
          className="report-subjects"
          data={known.map((value) => ({ value, label: word(value) }))}
          value={draft.subjects}
          onChange={(chosen) => onChange({ subjects: chosen })}
        />
      </Group>
    </>
  );
}
