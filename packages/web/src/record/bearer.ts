/** Who bears a name that is screened: a person, an organisation, or one of whom the record does not say which. */
import { organisationExtensionId, personExtensionId } from '@entente/contract/stix';
import { recordIn, textIn, type StixObject } from './object.ts';

/** Groups are organisations too; `either` is what most threat actors are. */
export type Bearer = 'person' | 'organisation' | 'either';

/** STIX 2.1 §10.7: a class of people and a system are neither. */
const classes: Readonly<Record<string, Bearer>> = {
  individual: 'person',
  group: 'organisation',
  organization: 'organisation',
};

export function bearerOf(object: StixObject): Bearer {
  const extensions = recordIn(object, 'extensions');
  if (personExtensionId in extensions) return 'person';
  if (organisationExtensionId in extensions) return 'organisation';
  const identityClass = object.type === 'identity' ? textIn(object, 'identity_class') : undefined;
  return classes[identityClass ?? ''] ?? 'either';
}

/** Who two records would be if they were one; nothing where one is a person and the other an organisation. */
export function bearerOfBoth(one: StixObject, other: StixObject): Bearer | undefined {
  const [first, second] = [bearerOf(one), bearerOf(other)];
  if (first === second) return first;
  return first === 'either' || second === 'either' ? 'either' : undefined;
}
