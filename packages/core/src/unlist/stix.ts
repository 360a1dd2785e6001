import { organisationExtensionId, personExtensionId } from '../extension/identifiers.ts';
import type { OrganisationContent } from '../extension/organisation.ts';
import type { PersonContent } from '../extension/person.ts';
import { compareTimestamps } from '../stix/timestamp.ts';
import type { JsonObject, StixObject } from '../stix/types.ts';
import {
  countryOf,
  isDay,
  listName,
  readBirthDate,
  readDocument,
  readListing,
  readPlace,
} from './details.ts';
import { listedId, unListIdentity, type Edition } from './edition.ts';
import { dataIdOf, referenceOf, type UnEntry } from './entry.ts';
import { identityClass } from './identity-class.ts';
import { ofOrganisation, readNames } from './names.ts';
import { Reading } from './reading.ts';

/** The id of the identity that an entry becomes. */
export const identityIdOf = (entry: UnEntry, edition: Edition): string =>
  listedId('identity', dataIdOf(entry), edition);

/**
 * The objects that one entry becomes: its identity with the person or organisation extension and, where some
 * text of the entry has no property, a note that keeps it with its tag. Relationships between entries are made
 * from the whole edition (`relationships`). Throws `Failure('invalid')` for an entry without DATAID.
 */
export function toStix(entry: UnEntry, edition: Edition): StixObject[] {
  const fields = new Reading(entry.fields);
  const times = timesOf(entry, edition);
  const id = identityIdOf(entry, edition);
  const details = entry.kind === 'individual' ? readPerson(fields) : readOrganisation(fields);
  const identity: StixObject = {
    type: 'identity',
    spec_version: '2.1',
    id,
    created_by_ref: unListIdentity.id,
    ...times,
    name: details.name ?? referenceOf(entry) ?? dataIdOf(entry),
    identity_class: identityClass(entry),
    external_references: referencesOf(entry),
    extensions: details.extensions,
  };
  const description = fields.all('COMMENTS1').join('\n\n');
  if (description !== '') identity['description'] = description;
  const left = fields.left();
  if (left.length === 0) return [identity];
  const note: StixObject = {
    type: 'note',
    spec_version: '2.1',
    id: listedId('note', dataIdOf(entry), edition),
    created_by_ref: unListIdentity.id,
    ...times,
    abstract: 'Fields of the list that have no property of their own',
    content: left.map(({ path, text }) => `${path}: ${text}`).join('\n'),
    object_refs: [id],
  };
  return [identity, note];
}

interface Details {
  name: string | undefined;
  extensions: JsonObject;
}

function readPerson(fields: Reading): Details {
  const { names, births, places } = readNames(fields, 'INDIVIDUAL_ALIAS');
  const content: PersonContent = { extension_type: 'property-extension' };
  if (names.length > 0) content.names = names;
  const dates = [...present(fields.each('INDIVIDUAL_DATE_OF_BIRTH').map(readBirthDate)), ...births];
  if (dates.length > 0) content.birth_dates = dates;
  const birthPlaces = [...present(fields.each('INDIVIDUAL_PLACE_OF_BIRTH').map(readPlace)), ...places];
  if (birthPlaces.length > 0) content.birth_places = birthPlaces;
  const nationalities = [...fields.values('NATIONALITY'), ...fields.all('NATIONALITY2')];
  if (nationalities.length > 0) content.nationalities = nationalities.map(countryOf);
  const documents = present(fields.each('INDIVIDUAL_DOCUMENT').map(readDocument));
  if (documents.length > 0) content.documents = documents;
  const addresses = present(fields.each('INDIVIDUAL_ADDRESS').map(readPlace));
  if (addresses.length > 0) content.addresses = addresses;
  const sex = fields.one('GENDER', (text) => /^(male|female|unknown)$/i.test(text));
  if (sex !== undefined) content.sex = sex.toLowerCase() as 'male' | 'female' | 'unknown';
  const titles = fields.values('TITLE');
  if (titles.length > 0) content.titles = titles;
  const designations = fields.values('DESIGNATION');
  if (designations.length > 0) content.designations = designations;
  content.listings = [readListing(fields)];
  return { name: names[0]?.full, extensions: { [personExtensionId]: content } };
}

function readOrganisation(fields: Reading): Details {
  const { names } = readNames(fields, 'ENTITY_ALIAS');
  const content: OrganisationContent = { extension_type: 'property-extension' };
  if (names.length > 0) content.names = ofOrganisation(names);
  const addresses = present(fields.each('ENTITY_ADDRESS').map(readPlace));
  if (addresses.length > 0) content.addresses = addresses;
  content.listings = [readListing(fields)];
  return { name: names[0]?.full, extensions: { [organisationExtensionId]: content } };
}

/** The reference number and the permanent number, by which others cite the entry. */
function referencesOf(entry: UnEntry): JsonObject[] {
  const numbers = [referenceOf(entry), dataIdOf(entry)].filter((number) => number !== undefined);
  return numbers.map((number) => ({ source_name: listName, external_id: number }));
}

/** `created` is LISTED_ON; `modified` the last LAST_DAY_UPDATED; neither is later than the edition. */
export function timesOf(entry: UnEntry, edition: Edition): { created: string; modified: string } {
  const fields = new Reading(entry.fields);
  const listed = fields.peek('LISTED_ON')?.slice(0, 10) ?? '';
  const created = earlier(isDay(listed) ? midnight(listed) : edition.generated, edition.generated);
  const updated = fields.values('LAST_DAY_UPDATED', isDay).sort().at(-1);
  const modified = updated === undefined ? created : earlier(midnight(updated), edition.generated);
  return { created, modified: compareTimestamps(modified, created) < 0 ? created : modified };
}

const midnight = (day: string): string => `${day}T00:00:00.000Z`;
const earlier = (left: string, right: string): string => (compareTimestamps(left, right) < 0 ? left : right);
const present = <Item>(items: readonly (Item | undefined)[]): Item[] =>
  items.filter((item) => item !== undefined);
