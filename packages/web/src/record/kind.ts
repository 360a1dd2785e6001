/** What an object is, in the words of the catalogue. */
import type { TFunction } from 'i18next';
import type { Words } from '../catalogue/words.ts';
import { textIn, typeOfId, type StixObject } from './object.ts';

type TypeKey = Extract<keyof Words['stix'], `type.${string}`>;
type RelationshipKey = Extract<keyof Words['stix'], `relationship.${string}`>;
export type StixWords = TFunction<'stix'>;

/** The word for a type; of identities, for their class. */
export function kindOf(object: StixObject, t: StixWords): string {
  const identityClass = object.type === 'identity' ? textIn(object, 'identity_class') : undefined;
  if (identityClass !== undefined) {
    const key: TypeKey = `type.identity.${identityClass}` as TypeKey;
    const word = t(key, { defaultValue: '' });
    if (word !== '') return word;
  }
  return wordForType(object.type, t);
}

export function wordForType(type: string, t: StixWords): string {
  const word = t(`type.${type}` as TypeKey, { defaultValue: '' });
  return word === '' ? type : word;
}

/** The word for a kind of relationship; one's own kinds as they are written, without dashes. */
export function wordForRelationship(kind: string, t: StixWords): string {
  const word = t(`relationship.${kind}` as RelationshipKey, { defaultValue: '' });
  return word === '' ? kind.replaceAll('-', ' ') : word;
}

export const wordForTypeOfId = (id: string, t: StixWords): string => wordForType(typeOfId(id), t);

/** The STIX type of a kind, which is a type or an identity with its class, as `identity.individual`. */
export const typeOfKind = (kind: string): string => kind.split('.')[0] ?? kind;

/** The types of the kinds that an address names. */
export const typesIn = (kinds: string | undefined): string[] => [
  ...new Set(
    (kinds ?? '')
      .split(',')
      .filter((kind) => kind !== '')
      .map(typeOfKind),
  ),
];
