/** Groups of fields that persons and groups share: names, partial dates, places, documents. */
import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { valueAt, type Path } from '../../../record/path.ts';
import { scriptOf, scripts } from '../../../record/script.ts';
import { wordForCode, wordForDocument } from '../value/words.ts';
import { ChoiceField, CountryField, DayField, ListField, TextField, type Choice } from './fields.tsx';
import { Section } from './section.tsx';
import { useForm } from './state.ts';

const languages = [
  'ar',
  'bg',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'it',
  'ku',
  'nl',
  'pt',
  'ru',
  'tr',
  'uk',
  'ur',
];
const nameKinds = ['primary', 'alias', 'original-script', 'formerly'] as const;
const qualities = ['primary', 'original', 'good', 'low'] as const;
const precisions = ['exact', 'month', 'year', 'approximate', 'between', 'unknown'] as const;
const calendars = ['gregorian', 'islamic', 'persian', 'hebrew', 'other'] as const;
const documents = [
  'passport',
  'national-id',
  'travel-document',
  'residence-permit',
  'driving-licence',
  'birth-certificate',
  'registration',
  'tax-number',
  'other',
] as const;

export function Names({ at }: { at: Path }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Section title={t('names.detailed')} portion={[...at, 'names']}>
      <ListField path={[...at, 'names']} item={t('property.name')} add={t('add.name')} fresh={{ full: '' }}>
        {(path) => <NameFields path={path} />}
      </ListField>
    </Section>
  );
}

function NameFields({ path }: { path: Path }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const { object } = useForm();
  const guessed = scriptOf(String(valueAt(object, [...path, 'full']) ?? ''));
  const script = (code: string): Choice => ({
    value: code,
    label: wordForCode(code, 'script', i18n.language),
  });
  return (
    <>
      <TextField path={[...path, 'full']} label={t('property.name')} isRequired />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <ChoiceField
          path={[...path, 'kind']}
          label={t('property.kind')}
          choices={nameKinds.map((value) => ({ value, label: t(`name-kind.${value}`) }))}
        />
        <ChoiceField
          path={[...path, 'quality']}
          label={t('property.quality')}
          choices={qualities.map((value) => ({ value, label: t(`quality.${value}`) }))}
        />
        <ChoiceField
          path={[...path, 'script']}
          label={t('property.script')}
          choices={scripts.map(script)}
          {...(guessed === undefined ? {} : { placeholder: script(guessed).label })}
        />
        <ChoiceField
          path={[...path, 'language']}
          label={t('property.language')}
          choices={languages.map((value) => ({
            value,
            label: wordForCode(value, 'language', i18n.language),
          }))}
        />
      </SimpleGrid>
    </>
  );
}

/** A date as well as it is known: what is asked for follows from how well that is. */
export function DateFields({ path }: { path: Path }): ReactNode {
  const { t } = useTranslation('record');
  const { object } = useForm();
  const precision = valueAt(object, [...path, 'precision']);
  const hint = { exact: t('hint.day'), month: t('hint.month'), year: t('hint.year') }[String(precision)];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      <ChoiceField
        path={[...path, 'precision']}
        label={t('property.precision')}
        choices={precisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
      />
      {precision === 'between' ? (
        <>
          <TextField path={[...path, 'from']} label={t('date.earliest')} placeholder={t('hint.any')} />
          <TextField path={[...path, 'to']} label={t('date.latest')} placeholder={t('hint.any')} />
        </>
      ) : precision === 'unknown' ? (
        <TextField path={[...path, 'text']} label={t('date.as-written')} />
      ) : (
        <TextField path={[...path, 'date']} label={t('date.date')} placeholder={hint ?? t('hint.any')} />
      )}
      <ChoiceField
        path={[...path, 'calendar']}
        label={t('property.calendar')}
        choices={calendars.map((value) => ({ value, label: t(`calendar.${value}`) }))}
      />
      <TextField path={[...path, 'note']} label={t('property.note')} />
    </SimpleGrid>
  );
}

export function Dates({ at, property }: { at: Path; property: 'birth_dates' }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Section title={t(`property.${property}`)} portion={[...at, property]}>
      <ListField
        path={[...at, property]}
        item={t('date.date')}
        add={t('add.date')}
        fresh={{ precision: 'exact' }}
      >
        {(path) => <DateFields path={path} />}
      </ListField>
    </Section>
  );
}

export function Addresses({ at, property }: { at: Path; property: 'addresses' | 'birth_places' }): ReactNode {
  const { t } = useTranslation('record');
  const isWhole = property === 'addresses';
  return (
    <Section title={t(`property.${property}`)} portion={[...at, property]}>
      <ListField path={[...at, property]} item={t('property.place')} add={t('add.place')}>
        {(path) => (
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
            {isWhole && <TextField path={[...path, 'street']} label={t('property.street')} />}
            {isWhole && <TextField path={[...path, 'postal_code']} label={t('property.postal_code')} />}
            <TextField path={[...path, 'city']} label={t('property.city')} />
            <CountryField path={[...path, 'country', 'code']} label={t('property.country')} />
            <TextField path={[...path, 'note']} label={t('property.note')} />
          </SimpleGrid>
        )}
      </ListField>
    </Section>
  );
}

export function Documents({ at }: { at: Path }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Section title={t('property.documents')} portion={[...at, 'documents']}>
      <ListField path={[...at, 'documents']} item={t('add.document.item')} add={t('add.document')}>
        {(path) => (
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
            <ChoiceField
              path={[...path, 'type']}
              label={t('property.kind')}
              choices={documents.map((value) => ({ value, label: wordForDocument(value, t) }))}
            />
            <TextField path={[...path, 'number']} label={t('property.number')} />
            <CountryField path={[...path, 'issuing_country', 'code']} label={t('property.issuing_country')} />
            <TextField path={[...path, 'note']} label={t('property.note')} />
          </SimpleGrid>
        )}
      </ListField>
    </Section>
  );
}

const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const credibilities = ['1', '2', '3', '4', '5', '6'] as const;
const bases = ['fact', 'assessment'] as const;

/** Grades of the source and of what it says, and why it may be handled. */
export function Grading({ at, children }: { at: Path; children: ReactNode }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Section title={t('grading')} portion={at}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <ChoiceField
          path={[...at, 'source_reliability']}
          label={t('property.source_reliability')}
          choices={reliabilities.map((value) => ({
            value,
            label: t('grade.choice', { grade: value, words: t(`reliability.${value}`) }),
          }))}
        />
        <ChoiceField
          path={[...at, 'information_credibility']}
          label={t('property.information_credibility')}
          choices={credibilities.map((value) => ({
            value,
            label: t('grade.choice', { grade: value, words: t(`credibility.${value}`) }),
          }))}
        />
        <ChoiceField
          path={[...at, 'basis']}
          label={t('property.basis')}
          choices={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
        />
        <DayField path={[...at, 'assessed_on']} label={t('property.assessment-assessed_on')} />
      </SimpleGrid>
      {children}
    </Section>
  );
}
