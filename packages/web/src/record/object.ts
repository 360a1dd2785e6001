/** Reading STIX objects as the cell serves them: what is absent or of another kind is passed over. */
import type { ObjectEntry } from '@entente/contract/object';
import {
  assessmentExtensionId,
  noticeExtensionId,
  organisationExtensionId,
  personExtensionId,
} from '@entente/contract/stix';

export type StixObject = ObjectEntry['object'];
export type Entry = ObjectEntry;
type Record_ = Readonly<Record<string, unknown>>;

export const textIn = (object: Record_, key: string): string | undefined => {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const textsIn = (object: Record_, key: string): string[] => {
  const value = object[key];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

export const recordIn = (object: Record_, key: string): Record_ => {
  const value = object[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record_) : {};
};

export const recordsIn = (object: Record_, key: string): Record_[] => {
  const value = object[key];
  return Array.isArray(value)
    ? value.filter((one): one is Record_ => typeof one === 'object' && one !== null)
    : [];
};

export const extensionIn = (object: StixObject, id: string): Record_ =>
  recordIn(recordIn(object, 'extensions'), id);

/** Details of a person or of an organisation, whichever the object has. */
export function detailsOf(object: StixObject): Record_ {
  const person = extensionIn(object, personExtensionId);
  return Object.keys(person).length > 0 ? person : extensionIn(object, organisationExtensionId);
}

export const assessmentOf = (object: StixObject): Record_ => extensionIn(object, assessmentExtensionId);
export const isNotice = (object: StixObject): boolean => noticeExtensionId in recordIn(object, 'extensions');

/** A name as one source writes it. */
export interface Name {
  text: string;
  /** ISO 15924, such as `Arab`, where the source says it. */
  script?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  kind?: string | undefined;
  quality?: string | undefined;
  /** What else the source says of it. */
  note?: string | undefined;
}

const nameFields = ['script', 'language', 'kind', 'quality', 'note'];

/** Every name of the object in its own order: the detailed ones, then the name and aliases of STIX. */
export function namesOf(object: StixObject): Name[] {
  const detailed = recordsIn(detailsOf(object), 'names').flatMap((name) => nameOf(name) ?? []);
  const plain = [textIn(object, 'name'), ...textsIn(object, 'aliases')].filter((one) => one !== undefined);
  const known = new Set(detailed.map(({ text }) => text));
  return [...detailed, ...plain.filter((text) => !known.has(text)).map((text) => ({ text }))];
}

/** A name as the details of a person or a group have it; nothing where it is none. */
export function nameOf(name: Readonly<Record<string, unknown>>): Name | undefined {
  const text = textIn(name, 'full');
  if (text === undefined) return undefined;
  const [script, language, kind, quality, note] = nameFields.map((field) => textIn(name, field));
  return { text, script, language, kind, quality, note };
}

const titles = [
  'name',
  'value',
  'abstract',
  'display_name',
  'account_login',
  'user_id',
  'path',
  'key',
  'subject',
];

/** What the object is called; of what has no name, how its text begins; empty where it says nothing. */
export function titleOf(object: StixObject): string {
  for (const key of titles) {
    const title = textIn(object, key);
    if (title !== undefined) return title;
  }
  const text = ['content', 'explanation', 'description', 'pattern', 'opinion']
    .map((key) => textIn(object, key))
    .find((one) => one !== undefined);
  return text === undefined ? '' : shortened(text, 90);
}

/** The first characters, cut at a word where one ends near. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most * 0.6 ? cut.slice(0, space) : cut}…`;
}

export const typeOfId = (id: string): string => id.split('--')[0] ?? '';

/** Of a relationship or sighting, its ends; stand-ins where they are not open. */
export function endsOf(object: StixObject): { source: string; target: string } | undefined {
  const [source, target] =
    object.type === 'sighting'
      ? [textsIn(object, 'where_sighted_refs')[0], textIn(object, 'sighting_of_ref')]
      : [textIn(object, 'source_ref'), textIn(object, 'target_ref')];
  return target === undefined ? undefined : { source: source ?? '', target };
}
