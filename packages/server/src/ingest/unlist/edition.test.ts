import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExtension } from '@entente/core/extension/definitions';
import { organisationExtensionId, personExtensionId } from '@entente/core/extension/identifiers';
import type { OrganisationContent } from '@entente/core/extension/organisation';
import type { PersonContent } from '@entente/core/extension/person';
import type { Json, JsonObject, StixObject } from '@entente/core/stix/types';
import { validateObject } from '@entente/core/stix/validate';
import { relationships, type Citations } from '@entente/core/unlist/citations';
import { editionPreamble, type Edition } from '@entente/core/unlist/edition';
import { dataIdOf, type UnElement, type UnEntry } from '@entente/core/unlist/entry';
import {
  contentDigest,
  planEdition,
  revokedVersion,
  type EditionPlan,
  type Held,
} from '@entente/core/unlist/plan';
import { identityIdOf, toStix } from '@entente/core/unlist/stix';
import { openUnList } from './read.ts';

const fixture = (name: string): string =>
  new URL(`../../../../testkit/fixtures/unlist/${name}.xml`, import.meta.url).pathname;

interface Loaded {
  generated: string;
  entries: UnEntry[];
  objects: StixObject[];
  citations: Citations;
}

/** What is held of the list, as the store would have it, and the time of its newest edition. */
class Holding {
  readonly held = new Map<string, Held>();
  readonly bodies = new Map<string, StixObject>();
  latest: string | undefined;

  async load(file: string | Uint8Array): Promise<Loaded> {
    const bytes =
      typeof file === 'string'
        ? createReadStream(file)
        : (async function* () {
            yield file;
          })();
    const { header, entries: source } = await openUnList(bytes);
    const entries: UnEntry[] = [];
    for await (const entry of source) entries.push(entry);
    const edition = { ...header, isRevoked: (id: string) => this.held.get(id)?.revoked === true };
    const citations = relationships(entries, edition);
    const objects = [...entries.flatMap((entry) => toStix(entry, edition)), ...citations.relationships];
    return { ...header, entries, objects, citations };
  }

  /** Reads an edition, plans it, and takes in what the plan says. */
  async take(file: string | Uint8Array): Promise<EditionPlan> {
    const { generated, objects } = await this.load(file);
    const plan = planEdition(this.held, objects, generated, this.latest);
    if (plan.applies) this.latest = generated;
    for (const object of [...plan.added, ...plan.changed]) this.#put(object);
    for (const id of plan.revoked) this.#put(revokedVersion(this.body(id), generated));
    return plan;
  }

  body(id: string): StixObject {
    const body = this.bodies.get(id);
    if (body === undefined) throw new Error(`nothing is held of ${id}`);
    return body;
  }

  #put(object: StixObject): void {
    const [created, modified] = [object['created'] as string, object['modified'] as string];
    const before = this.held.get(object.id);
    if (before !== undefined) expect(modified > before.modified && created === before.created).toBe(true);
    this.held.set(object.id, {
      digest: contentDigest(object),
      created,
      modified,
      revoked: object['revoked'] === true,
    });
    this.bodies.set(object.id, object);
  }
}

/** The number of objects of each type in the parts of a plan. */
function figures(plan: EditionPlan): Record<string, Record<string, number>> {
  const count = (ids: string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const type of ids.map((id) => id.split('--')[0] ?? '')) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  };
  return {
    added: count(plan.added.map(({ id }) => id)),
    changed: count(plan.changed.map(({ id }) => id)),
    unchanged: count(plan.unchanged),
    revoked: count(plan.revoked),
  };
}

function identityOf(objects: readonly StixObject[], dataId: string): StixObject {
  const found = objects.find(
    ({ type, external_references: references }) =>
      type === 'identity' && JSON.stringify(references).includes(`"${dataId}"`),
  );
  if (found === undefined) throw new Error(`no identity of ${dataId}`);
  return found;
}

const extension = (object: StixObject, id: string): Json | undefined =>
  (object['extensions'] as JsonObject)[id];
const personOf = (object: StixObject): PersonContent => extension(object, personExtensionId) as PersonContent;

describe('an entry as STIX', async () => {
  const { objects, citations } = await new Holding().load(fixture('edition-1'));
  const ilyas = personOf(identityOf(objects, '9000001'));
  const timur = personOf(identityOf(objects, '9000002'));

  it('keeps its id and times on every installation', () => {
    expect(identityOf(objects, '9000001')).toMatchObject({
      id: 'identity--05f8db93-1bbd-5feb-a6c9-753650361fb8',
      created: '2029-03-04T00:00:00.000Z',
      modified: '2030-02-01T00:00:00.000Z',
      name: 'ILYAS HARUN AL-MARWANI',
      identity_class: 'individual',
    });
    expect(identityOf(objects, '9000002')).toMatchObject({
      created: '2030-04-14T00:00:00.000Z',
      modified: '2030-04-14T00:00:00.000Z',
      description: 'Works with the person listed as QI.A.12.02. Arms & fuel.',
    });
  });

  it('has all names, in every script, with their quality', () => {
    expect(ilyas.names).toEqual([
      {
        full: 'ILYAS HARUN AL-MARWANI',
        script: 'Latn',
        kind: 'primary',
        quality: 'primary',
        parts: [
          { role: 'first', text: 'ILYAS' },
          { role: 'second', text: 'HARUN' },
          { role: 'third', text: 'AL-MARWANI' },
        ],
        transliteration_of: 'إلياس هارون المرواني',
      },
      { full: 'إلياس هارون المرواني', script: 'Arab', kind: 'original-script', quality: 'original' },
      { full: 'Elias Haroun el-Marouani', script: 'Latn', kind: 'alias', quality: 'good' },
      { full: 'Ilias Harun Marwani', script: 'Latn', kind: 'alias', quality: 'good' },
      { full: 'Abu Nuh', script: 'Latn', kind: 'alias', quality: 'low', note: 'nom de guerre' },
    ]);
    expect(timur.names?.map(({ full, script }) => [full, script]).slice(1)).toEqual([
      ['Тимур Аркадьевич Велесов', 'Cyrl'],
      ['Сокол', 'Cyrl'],
    ]);
    expect(personOf(identityOf(objects, '9000003')).names?.[1]).toMatchObject({
      full: '林浩然',
      script: 'Hani',
    });
  });

  it('has dates as precise as the list, with the alias to which they belong', () => {
    expect(ilyas.birth_dates).toEqual([
      { precision: 'exact', date: '1980-01-01' },
      { precision: 'between', from: '1979', to: '1981' },
      { precision: 'exact', date: '1981-02-03', under_name: 'Abu Nuh' },
    ]);
    expect(timur.birth_dates).toEqual([
      { precision: 'approximate', date: '1975' },
      { precision: 'between', from: '1974', to: '1976', text: '1974-1976', note: 'from a false passport' },
    ]);
    expect(personOf(identityOf(objects, '9000003')).birth_dates).toEqual([
      { precision: 'unknown', text: '30-35 years old' },
    ]);
  });

  it('has places, documents, nationality, functions and the listing', () => {
    expect(ilyas).toMatchObject({
      birth_places: [
        { city: 'Oldbridge', country: { text: 'Ruritania' } },
        { city: 'Sandport', country: { text: 'Ruritania' }, under_name: 'Abu Nuh' },
      ],
      addresses: [
        { street: '12 Quay Street', region: 'Coast', postal_code: '4410', note: 'previous address' },
      ],
      nationalities: [{ text: 'Ruritania' }],
      documents: [
        {
          type: 'passport',
          number: 'RU 0012345',
          issuing_country: { text: 'Ruritania' },
          issuing_place: 'Sandport',
          issued: { precision: 'exact', date: '2020-02-29' },
          note: 'expired on 28 Feb. 2030',
        },
        { type: 'national-id', type_text: 'National Identification Number; harbour card', number: '77-1' },
      ],
      sex: 'male',
      titles: ['Dr.'],
      designations: ['Treasurer', 'Former clerk of the port of Sandport'],
      listings: [
        {
          regime: 'Al-Qaida',
          reference: 'QDi.901',
          entry: '9000001',
          entry_version: '3',
          submitted_by: 'Ruritania',
          listed_on: '2029-03-04',
          updated_on: ['2030-02-01', '2029-11-05'],
        },
      ],
    });
  });

  it('is a group or an organisation with its own extension', () => {
    const front = identityOf(objects, '9000004');
    expect(front['identity_class']).toBe('group');
    expect(extension(front, organisationExtensionId) as OrganisationContent).toMatchObject({
      names: [
        { full: 'BLUE LANTERN FRONT (BLF)', acronym: 'BLF', kind: 'primary' },
        { kind: 'original-script', script: 'Arab' },
        { full: 'Lantern Brigades', kind: 'alias' },
        { full: 'Harbour Youth', kind: 'formerly' },
      ],
    });
    expect(identityOf(objects, '9000005')['identity_class']).toBe('organization');
  });

  it('keeps what has no property in a note, with its tag', () => {
    const notes = objects.filter(({ type }) => type === 'note').map(({ content }) => content);
    expect(notes).toEqual([
      'FOURTH_NAME: na\nSORT_KEY: AL-MARWANI ILYAS',
      'LISTED_ON: 2030-04-14-04:00',
      'SORT_KEY: Kestrel',
    ]);
  });

  it('is related to the entries that it cites', () => {
    const name = (id: Json | undefined): Json | undefined =>
      objects.find((object) => object.id === id)?.['name'];
    expect(
      citations.relationships.map((relation) => [name(relation['source_ref']), name(relation['target_ref'])]),
    ).toEqual([
      ['ILYAS HARUN AL-MARWANI', 'BLUE LANTERN FRONT (BLF)'],
      ['ILYAS HARUN AL-MARWANI', 'TIMUR ARKADYEVICH VELESOV'],
      ['TIMUR ARKADYEVICH VELESOV', 'ILYAS HARUN AL-MARWANI'],
      ['LIN HAORAN', 'KESTREL TRADING COMPANY'],
    ]);
    expect(citations.unresolved).toEqual([
      { dataId: '9000001', citation: 'QDe.999', sentence: 'Said to have paid QDe.999.' },
    ]);
  });
});

describe('editions one after the other', () => {
  it('add, change and revoke just what differs', async () => {
    const holding = new Holding();
    await holding.take(fixture('edition-1'));
    const plan = await holding.take(fixture('edition-2'));
    expect(figures(plan)).toEqual({
      added: { identity: 1, relationship: 1 },
      changed: { identity: 2 },
      unchanged: { identity: 2, note: 1, relationship: 3 },
      revoked: { identity: 1, note: 2, relationship: 1 },
    });
  });

  it('leave all as it is where the same comes again, an older one comes, or a part of one', async () => {
    const holding = new Holding();
    await holding.take(fixture('edition-1'));
    await holding.take(fixture('edition-2'));
    const before = new Map(holding.bodies);
    expect((await holding.take(fixture('edition-1'))).applies).toBe(false);
    expect(figures(await holding.take(fixture('edition-2')))).toMatchObject({
      added: {},
      changed: {},
      revoked: {},
    });
    const part = readFileSync(fixture('edition-2')).subarray(0, 4_000);
    await expect(holding.take(part)).rejects.toThrow(/truncated/);
    expect(holding.bodies).toEqual(before);
  });

  it('give a new id to what is listed again, for STIX lets nothing follow a revoked version', async () => {
    const holding = new Holding();
    for (const edition of ['edition-1', 'edition-2']) await holding.take(fixture(edition));
    const text = readFileSync(fixture('edition-1'), 'utf8').replace('2031-01-15T18', '2032-01-15T18');
    const again = Buffer.from(text);
    const { added } = await holding.take(again);
    const lin = added.filter(({ name }) => name === 'LIN HAORAN');
    expect(lin.map(({ id }) => holding.held.get(id)?.revoked)).toEqual([false]);
    expect(figures(await holding.take(again))).toMatchObject({ added: {}, changed: {}, revoked: {} });
  });
});

/** Words of the list that become codes of the extension; tests above hold what they become. */
const codes = new Set('a.k.a. f.k.a. good low exact approximately between male female unknown'.split(' '));

/** The last day in LAST_DAY_UPDATED; empty where there is none. */
const lastUpdate = (entry: UnEntry): string =>
  entry.fields
    .filter(({ tag }) => tag === 'LAST_DAY_UPDATED')
    .flatMap(({ children }) => children.map(({ text }) => text.trim()))
    .sort()
    .at(-1) ?? '';

const joined = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textsOf({ text, children }: UnElement): string[] {
  return [joined(text), ...children.flatMap(textsOf)].filter((one) => one !== '');
}

/** Texts of an entry that occur nowhere in its objects. */
function lost(entry: UnEntry, objects: readonly StixObject[]): string[] {
  const strings: string[] = [];
  JSON.stringify(objects, (_key, value: unknown) => {
    if (typeof value === 'string') strings.push(joined(value));
    return value;
  });
  const all = strings.join('\n');
  return entry.fields
    .flatMap(textsOf)
    .filter((text) => !codes.has(text.toLowerCase()))
    .filter((text) => !text.split(';').every((part) => all.includes(part.trim())));
}

interface Lacking {
  path: string;
  text: string;
  fields: UnElement[];
}

/** The fields of an entry without one of their texts, for each of these in turn. */
function* lackingOne(fields: readonly UnElement[]): Generator<Lacking> {
  for (const [index, field] of fields.entries()) {
    const { tag, text, children } = field;
    const put = (one: UnElement): UnElement[] => fields.with(index, one);
    if (text.trim() !== '') yield { path: tag, text: joined(text), fields: put({ ...field, text: '' }) };
    for (const inner of lackingOne(children)) {
      yield { ...inner, path: `${tag}/${inner.path}`, fields: put({ ...field, children: inner.fields }) };
    }
  }
}

/** Texts of an entry without which its objects are the same. */
function withoutTrace(entry: UnEntry, edition: Edition): string[] {
  const whole = JSON.stringify(toStix(entry, edition));
  return [...lackingOne(entry.fields)]
    .filter(({ path }) => path !== 'DATAID')
    .filter(({ fields }) => JSON.stringify(toStix({ ...entry, fields }, edition)) === whole)
    .map(({ path, text }) => `${path}: ${codes.has(text.toLowerCase()) ? text.toLowerCase() : text}`);
}

/** What these say is what holds where they say nothing. */
const usual = new Set([
  'INDIVIDUAL_DATE_OF_BIRTH/TYPE_OF_DATE: exact',
  'INDIVIDUAL_DATE_OF_BIRTH/TYPE_OF_DATE: between',
  'ENTITY_ALIAS/QUALITY: a.k.a.',
]);

/** Of the thousand of a published edition each seventh is enough, and quick. */
const some = (entries: readonly UnEntry[]): readonly UnEntry[] =>
  entries.filter((_, place) => entries.length < 100 || place % 7 === 0);

const checked = (objects: readonly StixObject[]): string[] =>
  objects.flatMap((object) => {
    const inner = Object.entries((object['extensions'] ?? {}) as JsonObject).flatMap(([id, content]) =>
      checkExtension(id, content, `extensions.${id}`),
    );
    return [...validateObject(object).errors, ...inner].map(
      ({ path, message }) => `${object.id} ${path} ${message}`,
    );
  });

const data = process.env['ENTENTE_DATA'] ?? '../shared';
const published = ['2015-03-16', '2020-11-30'].map((day) => join(data, 'data', `un-consolidated-${day}.xml`));
const invented = ['edition-1', 'edition-2'].map(fixture);

it('what every edition refers to is valid STIX', () => {
  expect(checked(editionPreamble)).toEqual([]);
});

describe.each([
  { name: 'the invented editions', files: invented },
  { name: 'the published editions (ENTENTE_DATA)', files: published },
])('of $name', ({ files }) => {
  describe.skipIf(!files.every(existsSync))('the objects', () => {
    it.each(files)('are valid STIX with unique ids: %s', async (file) => {
      const { objects } = await new Holding().load(file);
      expect(checked(objects)).toEqual([]);
      expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
    });

    it.each(files)('hold every text of their entry: %s', async (file) => {
      const { entries, generated } = await new Holding().load(file);
      for (const entry of entries) expect(lost(entry, toStix(entry, { generated }))).toEqual([]);
    });

    it.each(files)('would be others without any one text of their entry: %s', async (file) => {
      const { entries, generated } = await new Holding().load(file);
      const traceless = new Set(some(entries).flatMap((entry) => withoutTrace(entry, { generated })));
      expect([...traceless].filter((text) => !usual.has(text))).toEqual([]);
    });
  });
});

describe.skipIf(!published.every(existsSync))(
  'the published editions one after the other (ENTENTE_DATA)',
  () => {
    it('come to the figures known, and again to no change', async () => {
      const holding = new Holding();
      const [older = '', newer = ''] = published;
      expect(figures(await holding.take(older))).toMatchObject({
        added: { identity: 1043 },
        changed: {},
        revoked: {},
      });
      const plan = figures(await holding.take(newer));
      expect(plan).toEqual({
        added: { identity: 267, note: 14, relationship: 169 },
        changed: { identity: 605, note: 4, relationship: 32 },
        unchanged: { identity: 146, relationship: 305 },
        revoked: { identity: 292, note: 1033, relationship: 49 },
      });
      expect(figures(await holding.take(newer))).toMatchObject({ added: {}, changed: {}, revoked: {} });
      expect((await holding.take(older)).applies).toBe(false);
    });

    it('give a changed entry its last LAST_DAY_UPDATED where that is newer, else the time of the edition', async () => {
      const holding = new Holding();
      const [older = '', newer = ''] = published;
      const before = new Map((await holding.load(older)).entries.map((entry) => [dataIdOf(entry), entry]));
      await holding.take(older);
      const { changed } = await holding.take(newer);
      const { entries, generated } = await new Holding().load(newer);
      const counts = { newer: 0, unsaid: 0 };
      for (const entry of entries.filter((one) => before.has(dataIdOf(one)))) {
        const [was, is] = [lastUpdate(before.get(dataIdOf(entry)) as UnEntry), lastUpdate(entry)];
        const id = identityIdOf(entry, { generated });
        const version = changed.find((object) => object.id === id);
        if (is > was) expect(version?.['modified']).toBe(`${is}T00:00:00.000Z`);
        else if (version !== undefined) expect(version['modified']).toBe(generated);
        if (version !== undefined) counts[is > was ? 'newer' : 'unsaid'] += 1;
      }
      expect(counts).toEqual({ newer: 257, unsaid: 348 });
    });
  },
);
