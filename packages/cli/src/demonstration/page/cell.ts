/** One object in one column: what the form served says, and nothing about what it does not say. */
import { personExtensionId, organisationExtensionId } from '@entente/core/extension/identifiers';
import type { OrganisationContent } from '@entente/core/extension/organisation';
import type { PersonContent } from '@entente/core/extension/person';
import type { Json, JsonObject } from '@entente/core/stix/types';
import type { Bilingual, Language } from '../language.ts';
import { demonstrationMembers } from '../members.ts';
import { foreign, html, joined, nothing, type Html } from './html.ts';
import { labelLine } from './label-line.ts';
import { relationshipNames, typeNames, words } from './words.ts';

/** One contribution as a member's view has it. `contributor` is the member's id. */
export interface SeenContribution {
  object: JsonObject;
  contributor: string;
}

/** What a cell needs to know around its object. */
export interface CellContext {
  language: Language;
  /** The member whose view it is. */
  reader: string;
  /** Names of the objects in the same view, by id. */
  names: ReadonlyMap<string, string>;
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const refs = (value: Json | undefined): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** By what an object is called: its name, else its most telling text, else the name of its type. */
export function titleOf(object: JsonObject, language: Language): string {
  const found = ['name', 'abstract', 'value', 'user_id'].map((name) => text(object[name]));
  const title = found.find((one) => one !== undefined);
  if (title !== undefined) return title;
  if (object['type'] === 'observed-data')
    return `${String(object['number_observed'])} ${words.seen[language]}`;
  return typeName(object, language);
}

function typeName(object: JsonObject, language: Language): string {
  const type = String(object['type']);
  return typeNames[type]?.[language] ?? type;
}

/** The content of a cell of the comparison. */
export function seenObject({ object, contributor }: SeenContribution, context: CellContext): Html {
  const { language, reader } = context;
  const from = demonstrationMembers.find(({ id }) => id === contributor)?.names[language] ?? contributor;
  const source =
    contributor === reader
      ? html`<b class="own">${words.own[language]}</b>`
      : html`${words.from[language]}${from}`;
  return html`<p class="kind"><span>${typeName(object, language)}</span> <span>${source}</span></p>
    <p class="name">${heading(object, context)}</p>
    ${otherNames(object, language)}${facts(object, context)}${prose(object)}${labelLine(object, language)}`;
}

function heading(object: JsonObject, { language, names }: CellContext): Html {
  const nameOf = (id: Json | undefined): Html => foreign(names.get(String(id)) ?? String(id));
  switch (object['type']) {
    case 'relationship': {
      const kind = String(object['relationship_type']);
      return html`${nameOf(object['source_ref'])}
        <i>${relationshipNames[kind]?.[language] ?? kind}</i> ${nameOf(object['target_ref'])}`;
    }
    case 'sighting':
      return nameOf(object['sighting_of_ref']);
    case 'opinion':
      return joined(refs(object['object_refs']).map(nameOf), ', ');
    case 'language-content':
      return joined([nameOf(object['object_ref']), ...translated(object['contents'])], ' → ');
    default:
      return foreign(titleOf(object, language), text(object['lang']));
  }
}

function translated(contents: Json | undefined): Html[] {
  return Object.entries((contents ?? {}) as JsonObject).map(([language, content]) =>
    foreign(text((content as JsonObject)['name']) ?? '', language),
  );
}

function otherNames(object: JsonObject, language: Language): Html {
  const extensions = (object['extensions'] ?? {}) as JsonObject;
  const content = (extensions[personExtensionId] ?? extensions[organisationExtensionId]) as
    (PersonContent | OrganisationContent) | undefined;
  const others = (content?.names ?? []).filter(({ full }) => full !== titleOf(object, language));
  if (others.length === 0) return nothing;
  return html`<p class="names">
    ${joined(
      others.map((name) => foreign(name.full, name.language)),
      ' · ',
    )}
  </p>`;
}

function facts(object: JsonObject, { language, names }: CellContext): Html {
  const extensions = (object['extensions'] ?? {}) as JsonObject;
  const person = extensions[personExtensionId] as PersonContent | undefined;
  const about = refs(object['object_refs']).map((id) => foreign(names.get(id) ?? id));
  const list = (title: Bilingual, items: readonly (string | undefined)[]): [Bilingual, Html[]] => [
    title,
    items.flatMap((item) => (item === undefined || item === '' ? [] : [foreign(item)])),
  ];
  const all: [Bilingual, Html[]][] = [
    list(
      words.born,
      (person?.birth_dates ?? []).map(({ date, from, to }) => date ?? `${from} – ${to}`),
    ),
    list(
      words.papers,
      (person?.documents ?? []).map(({ number, note }) => joinTexts(number, note)),
    ),
    list(
      words.address,
      (person?.addresses ?? []).map(({ street, city }) => joinTexts(street, city)),
    ),
    [words.about, object['type'] === 'opinion' ? [] : about],
  ];
  const rows = all.filter(([, items]) => items.length > 0);
  if (rows.length === 0) return nothing;
  return html`<dl>
    ${rows.map(
      ([title, items]) =>
        html`<dt>${title[language]}</dt>
          <dd>${joined(items, ' · ')}</dd>`,
    )}
  </dl>`;
}

const joinTexts = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ');

function prose(object: JsonObject): Html {
  const found = ['description', 'content', 'explanation'].flatMap((name) => text(object[name]) ?? []);
  const pattern = text(object['pattern']);
  return html`${found.map((words) => html`<p class="prose" dir="auto">${words}</p>`)}${
    pattern === undefined ? nothing : html`<p class="prose"><code>${pattern}</code></p>`
  }${period(object)}`;
}

/** From when to when, in days; an open end stays open. */
function period(object: JsonObject): Html {
  const day = (...names: string[]): string =>
    names.map((name) => text(object[name])?.slice(0, 10) ?? '').join('');
  const from = day('start_time', 'first_observed', 'first_seen');
  const to = day('stop_time', 'last_observed', 'last_seen');
  if (from === '' && to === '') return nothing;
  return html`<p class="time">${from === to ? from : `${from} → ${to}`.trim()}</p>`;
}
