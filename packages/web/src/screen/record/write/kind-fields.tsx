/** The fields of each kind of record. */
import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordForType } from '../../../record/kind.ts';
import { textsIn } from '../../../record/object.ts';
import { organisationPath, personPath, renamed, type Kind } from '../../../record/writing.ts';
import { RecordsPicker } from '../record-picker.tsx';
import { Addresses, Dates, Documents, Names } from './details.tsx';
import {
  ChoiceField,
  ChoicesField,
  CountryField,
  ListField,
  LongField,
  NumberField,
  TextField,
  TextsField,
} from './fields.tsx';
import { LikelySame } from './likely-same.tsx';
import { ObservableFields } from './observable-fields.tsx';
import { Section } from './section.tsx';
import { useField, useForm } from './state.ts';

const statuses = ['current', 'former', 'claimed', 'disputed'] as const;
const sexes = ['female', 'male', 'other', 'unknown'] as const;
const categories = [
  'suspect',
  'convicted',
  'potential-offender',
  'contact',
  'associate',
  'victim',
  'witness',
  'informant',
] as const;

function NameField(): ReactNode {
  const { t } = useTranslation('record');
  const { object, change } = useForm();
  return (
    <TextField
      path={['name']}
      label={t('property.name')}
      description={t('hint.name')}
      isRequired
      onText={(name) => change(renamed(object, name))}
    />
  );
}

function Described({ children }: { children?: ReactNode }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <Section title={t('property.description')} portion={['description']}>
      {children}
      <LongField path={['description']} label={t('description.text')} />
    </Section>
  );
}

function PersonFields(): ReactNode {
  const { t } = useTranslation('record');
  const at = personPath;
  return (
    <>
      <Section title={t('property.name')} portion={['name']}>
        <NameField />
        <LikelySame />
      </Section>
      <Names at={at} />
      <Dates at={at} property="birth_dates" />
      <Addresses at={at} property="birth_places" />
      <Section title={t('property.nationalities')} portion={[...at, 'nationalities']}>
        <ListField
          path={[...at, 'nationalities']}
          item={t('add.nationality.item')}
          add={t('add.nationality')}
        >
          {(path) => (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <CountryField path={[...path, 'code']} label={t('property.country')} />
              <ChoiceField
                path={[...path, 'status']}
                label={t('property.status')}
                choices={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
              />
            </SimpleGrid>
          )}
        </ListField>
      </Section>
      <Documents at={at} />
      <Addresses at={at} property="addresses" />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Section title={t('property.sex')} portion={[...at, 'sex']}>
          <ChoiceField
            path={[...at, 'sex']}
            label={t('hint.as-source')}
            choices={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
          />
        </Section>
        <Section title={t('property.subject_categories')} portion={[...at, 'subject_categories']}>
          <ChoicesField
            path={[...at, 'subject_categories']}
            label={t('hint.category')}
            choices={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          />
        </Section>
      </SimpleGrid>
      <Section title={t('property.designations')} portion={[...at, 'designations']}>
        <TextsField path={[...at, 'designations']} label={t('hint.several')} />
      </Section>
      <Described />
    </>
  );
}

function GroupFields(): ReactNode {
  const { t } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const at = organisationPath;
  const classes = ['group', 'organization', 'class'].map((value) => ({
    value,
    label: wordForType(`identity.${value}`, stix),
  }));
  return (
    <>
      <Section title={t('property.name')} portion={['name']}>
        <NameField />
        <LikelySame />
        <ChoiceField path={['identity_class']} label={t('property.identity_class')} choices={classes} />
      </Section>
      <Names at={at} />
      <Section title={t('property.countries')} portion={[...at, 'countries']}>
        <ListField path={[...at, 'countries']} item={t('property.country')} add={t('add.country')}>
          {(path) => <CountryField path={[...path, 'code']} label={t('property.country')} />}
        </ListField>
      </Section>
      <Addresses at={at} property="addresses" />
      <Documents at={at} />
      <Section title={t('property.activities')} portion={[...at, 'activities']}>
        <TextsField path={[...at, 'activities']} label={t('hint.several')} />
      </Section>
      <Described />
    </>
  );
}

function PlaceFields(): ReactNode {
  const { t } = useTranslation('record');
  const fields = ['administrative_area', 'city', 'street_address', 'postal_code'] as const;
  return (
    <>
      <Section title={t('property.name')} portion={['name']}>
        <TextField path={['name']} label={t('property.name')} />
      </Section>
      <Section title={t('property.place')}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <CountryField path={['country']} label={t('property.country')} />
          {fields.map((field) => (
            <TextField key={field} path={[field]} label={t(`property.${field}`)} />
          ))}
        </SimpleGrid>
      </Section>
      <Section title={t('coordinates')} portion={['latitude']}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <NumberField path={['latitude']} label={t('property.latitude')} description={t('hint.latitude')} />
          <NumberField
            path={['longitude']}
            label={t('property.longitude')}
            description={t('hint.longitude')}
          />
          <NumberField path={['precision']} label={t('property.accuracy')} description={t('hint.metres')} />
        </SimpleGrid>
      </Section>
      <Described />
    </>
  );
}

function IncidentFields(): ReactNode {
  const { t } = useTranslation('record');
  return (
    <>
      <Section title={t('property.name')} portion={['name']}>
        <TextField path={['name']} label={t('property.name')} isRequired />
      </Section>
      <Described />
    </>
  );
}

function NoteFields(): ReactNode {
  const { t } = useTranslation('record');
  const { object } = useForm();
  const { set, error } = useField(['object_refs']);
  return (
    <>
      <Section title={t('kind.note')} portion={['content']}>
        <TextField path={['abstract']} label={t('property.abstract')} />
        <LongField path={['content']} label={t('property.content')} isRequired />
      </Section>
      <Section title={t('property.object_refs')}>
        <RecordsPicker
          label={t('note.about')}
          value={textsIn(object, 'object_refs')}
          error={error}
          onChange={set}
        />
      </Section>
    </>
  );
}

/** What has no form of its own: what every object may have. */
function GeneralFields(): ReactNode {
  const { t } = useTranslation('record');
  const { object } = useForm();
  const hasName = 'name' in object && object.type !== 'extension-definition';
  return (
    <>
      {hasName && (
        <Section title={t('property.name')} portion={['name']}>
          <TextField path={['name']} label={t('property.name')} />
        </Section>
      )}
      <Described />
    </>
  );
}

const fieldsOf: Readonly<Record<Kind, () => ReactNode>> = {
  person: PersonFields,
  group: GroupFields,
  place: PlaceFields,
  incident: IncidentFields,
  observable: ObservableFields,
  note: NoteFields,
};

export function KindFields({ kind }: { kind: Kind | undefined }): ReactNode {
  const Fields = kind === undefined ? GeneralFields : fieldsOf[kind];
  return <Fields />;
}
