/** A value of a property as a person reads it: dates, places, documents, references; the rest field by field. */
import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordLink, TitleOf } from '../../../part/entry.tsx';
import { Foreign, ForeignText } from '../../../part/foreign.tsx';
import { useNames } from '../../../part/names.ts';
import { useTimes } from '../../../part/time.ts';
import { wordForRelationship, wordForType } from '../../../record/kind.ts';
import { textIn, typeOfId, type Name } from '../../../record/object.ts';
import { isRegion, type Region } from '../../../record/region.ts';
import { dateWords, dayWords } from './date-words.ts';
import {
  Aside,
  Country,
  Document,
  Listing,
  Nationality,
  Place,
  Statement,
  type Fields,
} from './detail-values.tsx';
import { numberWords, wordForChoice, wordForCode, wordForProperty } from './words.ts';

const isId = (text: string): boolean =>
  /^[a-z0-9-]{3,}--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shapes: Readonly<Record<string, (given: { value: Fields }) => ReactNode>> = {
  addresses: Place,
  birth_places: Place,
  place: Place,
  countries: Country,
  country: Country,
  issuing_country: Country,
  nationalities: Nationality,
  documents: Document,
  listings: Listing,
  'decision-statements': Statement,
};

export function PropertyValue({ property, value }: { property: string; value: unknown }): ReactNode {
  const { t, i18n } = useTranslation('record');
  if (typeof value === 'string') return <TextValue property={property} text={value} />;
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'number') return numberWords(property, value, i18n.language);
  if (Array.isArray(value)) return <ListValue property={property} values={value as unknown[]} />;
  if (!isFields(value)) return null;
  if (property === 'names') return <NotedName name={value as unknown as Name} />;
  const Shape = shapes[property];
  if (Shape !== undefined) return <Shape value={value} />;
  if ('precision' in value) return <DateValue value={value} />;
  return <FieldsValue value={value} />;
}

function TextValue({ property, text }: { property: string; text: string }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const { t: stix } = useTranslation('stix');
  const times = useTimes();
  const chosen = wordForChoice(property, text, t);
  if (chosen !== undefined) return chosen;
  if (property === 'relationship_type') return wordForRelationship(text, stix);
  if (property === 'region' && isRegion(text)) return <RegionName region={text} />;
  if (property === 'identity_class') return wordForType(`identity.${text}`, stix);
  if (property === 'country') return wordForCode(text, 'region', i18n.language);
  if (property === 'request-addressees') return <Audience text={text} />;
  if (property === 'lang') return wordForCode(text, 'language', i18n.language);
  if (isId(text) && !typeOfId(text).startsWith('extension')) {
    return (
      <RecordLink id={text}>
        <TitleOf id={text} />
      </RecordLink>
    );
  }
  if (isTime(text)) return <time dateTime={text}>{times.moment(text)}</time>;
  if (isDay(text)) return dayWords(text, i18n.language);
  return <ForeignText text={text} />;
}

/** A member or a community, by its name where this account may know it. */
function Audience({ text }: { text: string }): ReactNode {
  const name = useNames();
  return <ForeignText text={name(text.replace(/^(member|community):/, '')) ?? text} />;
}

/** Words of regions are those of the map. */
function RegionName({ region }: { region: Region }): ReactNode {
  const { t } = useTranslation('places');
  return t(`region.${region}`);
}

function ListValue({ property, values }: { property: string; values: readonly unknown[] }): ReactNode {
  return (
    <ul className="plain-list">
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          <PropertyValue property={property} value={value} />
        </li>
      ))}
    </ul>
  );
}

export function NameValue({ name }: { name: Name }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const said = [
    name.kind === undefined ? undefined : wordForChoice('kind', name.kind, t),
    name.script === undefined || name.script === 'Latn'
      ? undefined
      : wordForCode(name.script, 'script', i18n.language),
  ].filter((word) => word !== undefined);
  const quality = name.quality === undefined ? undefined : wordForChoice('quality', name.quality, t);
  return (
    <Group gap={6} wrap="wrap" component="span">
      <Foreign text={name.text} language={name.language} />
      {said.map((word) => (
        <Text key={word} span size="xs" c="dimmed">
          {word}
        </Text>
      ))}
      {quality !== undefined && (
        <Badge component="span" size="xs" variant="default" tt="none">
          {quality}
        </Badge>
      )}
    </Group>
  );
}

function NotedName({ name }: { name: Name }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <>
      <NameValue name={name} />
      {name.note !== undefined && <Aside word={t('property.note')} text={name.note} />}
    </>
  );
}

function DateValue({ value }: { value: Fields }): ReactNode {
  const { t, i18n } = useTranslation('record');
  const [note, name] = [textIn(value, 'note'), textIn(value, 'under_name')];
  return (
    <>
      <span>{dateWords(value, t, i18n.language)}</span>
      {name !== undefined && <Aside word={t('property.under_name')} text={name} />}
      {note !== undefined && <Aside word={t('property.note')} text={note} />}
    </>
  );
}

/** What has no form of its own, field by field. */
function FieldsValue({ value }: { value: Fields }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <dl className="fields">
      {Object.entries(value)
        .filter(([key]) => key !== 'extension_type')
        .map(([key, field]) => (
          <div key={key}>
            <dt>{wordForProperty(key, t)}</dt>
            <dd>
              <PropertyValue property={key} value={field} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
