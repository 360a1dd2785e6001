/** Words for properties, fields and closed choices; what nobody here knows is said as it is written. */
import type { TFunction } from 'i18next';
import type { Words } from '../../../catalogue/words.ts';

export type RecordWords = TFunction<'record'>;
type KeyOf<Beginning extends string> = Extract<keyof Words['record'], `${Beginning}.${string}`>;

/** The word for a property; one’s own properties without `x_` and underscores. */
export function wordForProperty(property: string, t: RecordWords): string {
  const word = t(`property.${property}` as KeyOf<'property'>, { defaultValue: '' });
  if (word !== '') return word;
  const [, field = property] = /^extension-definition--\S+ (.+)$/.exec(property) ?? [];
  return field.replace(/^x_/, '').replaceAll('_', ' ');
}

/** Properties whose values are of a closed list, and the keys of their words. */
const choices: Readonly<Record<string, (value: string) => string>> = {
  sex: (value) => `sex.${value}`,
  subject_categories: (value) => `category.${value}`,
  status: (value) => `status.${value}`,
  quality: (value) => `quality.${value}`,
  kind: (value) => `name-kind.${value}`,
  precision: (value) => `precision.${value}`,
  'answer-extent': (value) => `extent.${value}`,
  'decision-kind': (value) => `effect.${value}`,
  'statement-kind': (value) => `statement.${value}`,
};

/** The word for a value of a closed list; nothing where the property has none, or the value is not of it. */
export function wordForChoice(property: string, value: string, t: RecordWords): string | undefined {
  const key = choices[property]?.(value);
  if (key === undefined) return undefined;
  const word = t(key as KeyOf<'sex'>, { defaultValue: '' });
  return word === '' ? undefined : word;
}

export const wordForDocument = (type: string, t: RecordWords): string =>
  t(`document.${type}` as KeyOf<'document'>, { defaultValue: type });

/** What is measured, and in what (STIX 2.1 §4.11, location). */
const units: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  latitude: { style: 'unit', unit: 'degree', unitDisplay: 'narrow' },
  longitude: { style: 'unit', unit: 'degree', unitDisplay: 'narrow' },
  precision: { style: 'unit', unit: 'meter' },
};

/** A number as it is written in a language, with its unit where the property has one. */
export const numberWords = (property: string, value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 8, ...units[property] }).format(value);

const namesIn = (language: string, type: 'region' | 'script' | 'language'): Intl.DisplayNames =>
  new Intl.DisplayNames(language, { type, fallback: 'code' });

/** What a code stands for, in a language; the code itself where it stands for nothing. */
export function wordForCode(code: string, type: 'region' | 'script' | 'language', language: string): string {
  const isCode = {
    region: /^[A-Z]{2}$/,
    script: /^[A-Z][a-z]{3}$/,
    language: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
  };
  if (!isCode[type].test(code)) return code;
  try {
    return namesIn(language, type).of(code) ?? code;
  } catch (error) {
    // A tag of the right form need not be one: it is shown as it is.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

const notCountries = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Countries to choose from, by their names in a language. */
export function countriesIn(language: string): { value: string; label: string }[] {
  const names = namesIn(language, 'region');
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => !notCountries.has(code))
    .flatMap((code) => {
      const label = names.of(code);
      const isOfToday = new Intl.Locale(`und-${code}`).region === code;
      return label === undefined || label === code || !isOfToday ? [] : [{ value: code, label }];
    })
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}
