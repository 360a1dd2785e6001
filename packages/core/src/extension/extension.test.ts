import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../stix/types.ts';
import { checkExtension, projectExtensions, projectIdentity, publishedSchemas } from './definitions.ts';
import {
  answerExtensionId,
  assessmentExtensionId,
  decisionExtensionId,
  noticeExtensionId,
  organisationExtensionId,
  personExtensionId,
  reportTextExtensionId,
  requestExtensionId,
} from './identifiers.ts';
import { projectId, projectNamespace } from './project-id.ts';
import { uuidV5 } from '../stix/deterministic.ts';
import type { OrganisationContent } from './organisation.ts';
import type { PersonContent } from './person.ts';

const folder = new URL('../../../../docs/extensions/', import.meta.url);

const person: PersonContent = {
  extension_type: 'property-extension',
  names: [
    {
      full: 'Ilyas al-Marwani',
      kind: 'primary',
      quality: 'good',
      script: 'Latn',
      parts: [
        { role: 'given', text: 'Ilyas' },
        { role: 'nisba', text: 'al-Marwani' },
      ],
      transliteration_of: 'إلياس المرواني',
    },
  ],
  birth_dates: [{ precision: 'between', from: '1979', to: '1981-06' }],
  birth_places: [{ city: 'Sandport', country: { code: 'FR', text: 'France' } }],
  nationalities: [{ text: 'stateless', status: 'claimed' }],
  documents: [{ type: 'passport', number: 'X 001', expires: { precision: 'exact', date: '2020-01-31' } }],
  sex: 'male',
  subject_categories: ['witness'],
  listings: [{ list: 'A list', listed_on: '2020-01-31' }],
};
const organisation: OrganisationContent = {
  extension_type: 'property-extension',
  names: [{ full: 'Blue Harbour Relief', acronym: 'BHR' }],
};
const assessment: JsonObject = {
  extension_type: 'property-extension',
  source_reliability: 'B',
  basis: 'fact',
};
const examples: [string, JsonObject][] = [
  [personExtensionId, person],
  [organisationExtensionId, organisation],
  [assessmentExtensionId, assessment],
  [noticeExtensionId, { extension_type: 'property-extension', kind: 'recalled' }],
  [reportTextExtensionId, { extension_type: 'property-extension', paragraphs: ['First.', 'ثانيًا'] }],
  [
    requestExtensionId,
    {
      extension_type: 'property-extension',
      answer_by: '2017-06-01T12:00:00.000000Z',
      reason: 'He was seen near Sandport.',
      addressees: ['member:a2fd9712-13f7-4a7d-bd2c-f9685302c06d'],
    },
  ],
  [answerExtensionId, { extension_type: 'property-extension', extent: 'partly-answered' }],
  [
    decisionExtensionId,
    {
      extension_type: 'property-extension',
      decision: 'd1',
      digest: 'e3b0c442',
      adopted: '2017-06-05T12:00:00Z',
      kind: 'roster',
      title_en: 'Accession',
      title_fr: 'Adhésion',
      text_en: 'It enters.',
      text_fr: 'Il entre.',
      statements: [{ member: 'Norland', kind: 'reservation', text: 'From June on.' }],
    },
  ],
];

/** Every value within, with a way to put another in its place. */
function places(value: Json): ((other: Json) => Json)[] {
  const inner = (key: string | number, item: Json): ((other: Json) => Json)[] =>
    places(item).map((put) => (other) => {
      if (Array.isArray(value)) return value.map((old, index) => (index === key ? put(other) : old));
      return { ...(value as JsonObject), [key]: put(other) };
    });
  const here = [(other: Json): Json => other];
  if (Array.isArray(value)) return [...here, ...value.flatMap((item, index) => inner(index, item))];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, item]) => inner(key, item))];
}

describe('the extensions of the project', () => {
  it('have ids that anyone can derive from their names', () => {
    expect(projectNamespace).toBe(uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:entente'));
    expect(projectIdentity.id).toBe(projectId('identity', 'entente'));
    const names = [
      'person',
      'organisation',
      'assessment',
      'notice',
      'report-text',
      'request',
      'answer',
      'decision',
    ];
    expect(projectExtensions.map(({ id }) => id)).toEqual(
      names.map((name) => projectId('extension-definition', name)),
    );
  });

  it.each([...publishedSchemas])('are published as they are checked: %s', (file, schema) => {
    const place = new URL(file, folder);
    if (process.env['WRITE_SCHEMAS'] === '1') writeFileSync(place, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual(schema);
  });

  it('accept complete examples', () => {
    for (const [id, content] of examples) expect(checkExtension(id, content, '')).toEqual([]);
  });

  it('name the place of each broken rule', () => {
    const content = { ...person, sex: 'M', names: [{ parts: [] }], height: 180 };
    expect(checkExtension(personExtensionId, content, 'extensions.x').map(({ path }) => path)).toEqual([
      'extensions.x.names[0].full',
      'extensions.x.names[0].parts',
      'extensions.x.sex',
      'extensions.x.height',
    ]);
    expect(checkExtension(personExtensionId, { sex: 'male' }, '')).toEqual([
      { path: 'extension_type', message: 'is required' },
    ]);
  });

  it('leave the extensions of others alone', () => {
    expect(checkExtension('extension-definition--00000000-0000-4000-8000-000000000000', 7, '')).toEqual([]);
  });

  it('have no field for biometric data or a score', () => {
    const fields = JSON.stringify([...publishedSchemas.values()].map(fieldsOf));
    expect(fields).not.toMatch(/biometr|fingerprint|facial|iris|dna|photo|score|danger|risk/i);
  });

  it('are checked exactly as their JSON Schema says', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const validators = new Map(
      [...publishedSchemas.values()].map((schema, at) => [examples[at]?.[0], ajv.compile(schema)]),
    );
    const other = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('', ' ', 'FR', 'fr', 'Arab', '1999', '1999-02', '1999-2', 'A', '1', 'x'.repeat(10_001)),
      fc.constantFrom('𐍈'.repeat(10_000), {}, [], ['suspect'], { __proto__x: 1 }, { text: 'x' }),
    ) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(), other, ([id, content], at, value) => {
        const puts = places(content);
        const changed = puts[at % puts.length]?.(value) ?? null;
        expect(checkExtension(id, changed, '').length === 0).toBe(validators.get(id)?.(changed));
      }),
      { numRuns: 3000 },
    );
  });
});

function fieldsOf(schema: Json): Json[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as JsonObject;
  const own = properties !== undefined ? Object.keys(properties as JsonObject) : [];
  return [...own, ...Object.values(schema as JsonObject).flatMap(fieldsOf)];
}
