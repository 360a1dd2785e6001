// Longer than other files: it holds one table with a case for each MUST.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tlp1Marking, tlp1Names, tlp2Marking, tlp2Names } from './tlp.ts';
import type { Json, JsonObject } from './types.ts';
import { validateObject } from './validate.ts';

const uuid = '7a0f5e4e-6a52-4c1e-9d0f-3b6f0c5a9e11';
const time = '2026-01-31T08:00:00.000Z';
const idOf = (type: string): string => `${type}--${uuid}`;

/** A domain, relationship or meta object with its required common properties. */
const versioned = (type: string, properties: JsonObject): JsonObject => ({
  type,
  spec_version: '2.1',
  id: idOf(type),
  created: time,
  modified: time,
  ...properties,
});
const observable = (type: string, properties: JsonObject): JsonObject => ({
  type,
  id: `${type}--5f3c2b1a-0d9e-5c4b-8a7f-6e5d4c3b2a10`,
  ...properties,
});
const identity = (properties: JsonObject = {}) =>
  versioned('identity', { name: 'Ana Example', ...properties });
const pathsOf = (value: Json) => validateObject(value).errors.map(({ path }) => path);

/** One valid object of each kind that later cases break. */
const sound: Record<string, JsonObject> = {
  identity: identity(),
  indicator: versioned('indicator', { pattern: "[url:value = 'a']", pattern_type: 'stix', valid_from: time }),
  malware: versioned('malware', { name: 'M', is_family: true }),
  location: versioned('location', { region: 'europe' }),
  sighting: versioned('sighting', { sighting_of_ref: idOf('malware') }),
  relationship: versioned('relationship', {
    relationship_type: 'uses',
    source_ref: idOf('campaign'),
    target_ref: idOf('tool'),
  }),
  observed: versioned('observed-data', {
    first_observed: time,
    last_observed: time,
    number_observed: 1,
    object_refs: [idOf('file')],
  }),
  language: versioned('language-content', {
    object_ref: idOf('identity'),
    contents: { fr: { name: 'Ana' } },
  }),
  extension: versioned('extension-definition', {
    created_by_ref: idOf('identity'),
    name: 'N',
    schema: 'https://example.org/s',
    version: '1.0.0',
    extension_types: ['property-extension'],
  }),
  statement: {
    type: 'marking-definition',
    spec_version: '2.1',
    id: idOf('marking-definition'),
    created: time,
    definition_type: 'statement',
    definition: { statement: 'Example' },
  },
  artifact: observable('artifact', { payload_bin: 'AAAA' }),
  file: observable('file', { name: 'a.txt' }),
  email: observable('email-message', { is_multipart: false, body: 'Hello' }),
  traffic: observable('network-traffic', { src_ref: idOf('ipv4-addr'), protocols: ['tcp'] }),
  process: { type: 'process', id: idOf('process'), pid: 1 },
  account: observable('user-account', { user_id: '1' }),
  certificate: observable('x509-certificate', { serial_number: '01' }),
  key: observable('windows-registry-key', { key: 'HKEY_LOCAL_MACHINE\\System' }),
  software: observable('software', { name: 'Editor' }),
  custom: versioned('x-flight', {
    extensions: {
      'extension-definition--6f0d7a54-77c1-4a51-8b2e-90c1f8a1b2c3': { extension_type: 'new-sdo' },
    },
  }),
};

describe('validation', () => {
  it.each(Object.entries(sound))('accepts a sound object: %s', (_, object) => {
    expect(validateObject(object).errors).toEqual([]);
  });
  it('accepts the published TLP markings of both versions and nothing that differs from them', () => {
    for (const name of tlp2Names) expect(validateObject(tlp2Marking(name)).errors).toEqual([]);
    for (const name of tlp1Names) expect(validateObject(tlp1Marking(name)).errors).toEqual([]);
    expect(validateObject({ ...tlp2Marking('RED'), name: 'TLP:CLEAR' }).valid).toBe(false);
    expect(validateObject({ ...tlp1Marking('RED'), definition: { tlp: 'white' } }).valid).toBe(false);
    expect(validateObject({ ...tlp1Marking('RED'), id: idOf('marking-definition') }).valid).toBe(false);
    expect(validateObject({ ...tlp1Marking('RED'), created_by_ref: idOf('identity') }).valid).toBe(false);
  });
  it('tells the id of the object, also of one that is broken', () => {
    expect(validateObject({ ...identity(), name: 1 }).id).toBe(idOf('identity'));
    expect(validateObject({}).id).toBe('');
  });
});

/** Which object is broken, by which properties, and the path that the finding names. */
const broken: [rule: string, base: string, change: JsonObject, path: string][] = [
  ['the id has the type of the object', 'identity', { id: idOf('tool') }, 'id'],
  ['spec_version is 2.1', 'identity', { spec_version: '2.0' }, 'spec_version'],
  ['modified is not before created', 'identity', { modified: '2026-01-31T07:59:59.999Z' }, 'modified'],
  ['created is precise to the millisecond', 'identity', { created: '2026-01-31T08:00:00Z' }, 'created'],
  ['dates exist', 'identity', { created: '2025-02-29T00:00:00.000Z' }, 'created'],
  ['confidence is 0 to 100', 'identity', { confidence: 101 }, 'confidence'],
  ['confidence is whole', 'identity', { confidence: 1.5 }, 'confidence'],
  ['lang is a language code', 'identity', { lang: 'foo' }, 'lang'],
  ['lists are not empty', 'identity', { labels: [] }, 'labels'],
  ['custom lists are not empty', 'identity', { x_list: [] }, 'x_list'],
  ['null is no value', 'identity', { description: null }, 'description'],
  ['custom properties are not null', 'identity', { x_note: null }, 'x_note'],
  ['property names have no capitals', 'identity', { x_Note: 1 }, 'x_Note'],
  ['property names have three characters', 'identity', { ab: 1 }, 'ab'],
  ['property names have 250 characters at most', 'identity', { ['a'.repeat(251)]: 1 }, `${'a'.repeat(59)}…`],
  ['property names begin with a letter', 'identity', { '9abc': 1 }, '9abc'],
  ['reserved names are not used', 'identity', { severity: 'high' }, 'severity'],
  ['names that end with _bin hold base64', 'identity', { x_data_bin: 'a b' }, 'x_data_bin'],
  ['names that end with _hex hold hexadecimal digits', 'identity', { x_data_hex: 'abc' }, 'x_data_hex'],
  [
    'markings are marking-definitions',
    'identity',
    { object_marking_refs: [idOf('tool')] },
    'object_marking_refs[0]',
  ],
  ['references have a UUID', 'identity', { created_by_ref: 'identity--1' }, 'created_by_ref'],
  [
    'external references name their source',
    'identity',
    { external_references: [{ description: 'a' }] },
    'external_references[0].source_name',
  ],
  [
    'external references say something',
    'identity',
    { external_references: [{ source_name: 'a' }] },
    'external_references[0]',
  ],
  [
    'CVE numbers have their form',
    'identity',
    { external_references: [{ source_name: 'cve', external_id: 'CVE-20161234' }] },
    'external_references[0]',
  ],
  [
    'CAPEC numbers have their form',
    'identity',
    { external_references: [{ source_name: 'capec', external_id: 'CAPEC-abc' }] },
    'external_references[0]',
  ],
  [
    'URLs are URIs',
    'identity',
    { external_references: [{ source_name: 'a', url: 'www.example.org' }] },
    'external_references[0].url',
  ],
  [
    'selectors point at what is there',
    'identity',
    { granular_markings: [{ marking_ref: idOf('marking-definition'), selectors: ['description'] }] },
    'granular_markings[0].selectors[0]',
  ],
  [
    'selectors of items stay within the list',
    'identity',
    { labels: ['a'], granular_markings: [{ lang: 'fr', selectors: ['labels.[1]'] }] },
    'granular_markings[0].selectors[0]',
  ],
  [
    'selectors have their form',
    'identity',
    { granular_markings: [{ lang: 'fr', selectors: ['[0]'] }] },
    'granular_markings[0].selectors[0]',
  ],
  [
    'granular markings have a marking or a language, not both',
    'identity',
    { granular_markings: [{ lang: 'fr', marking_ref: idOf('marking-definition'), selectors: ['name'] }] },
    'granular_markings[0]',
  ],
  [
    'extensions have a known form of name',
    'identity',
    { extensions: { 'x-foo': { abc: 1 } } },
    'extensions.x-foo',
  ],
  [
    'extensions of definitions say their type',
    'identity',
    { extensions: { [idOf('extension-definition')]: { rank: 1 } } },
    `extensions.${idOf('extension-definition')}.extension_type`,
  ],
  ['patterns keep the grammar', 'indicator', { pattern: 'url:value = 1' }, 'pattern'],
  ['patterns name types of three characters', 'indicator', { pattern: "[f:name = 'a']" }, 'pattern'],
  ['patterns name properties of three characters', 'indicator', { pattern: "[file:n = 'a']" }, 'pattern'],
  ['valid_until is later than valid_from', 'indicator', { valid_until: time }, 'valid_until'],
  ['families have a name', 'malware', { name: undefined as never }, 'name'],
  ['samples are files or artifacts', 'malware', { sample_refs: [idOf('tool')] }, 'sample_refs[0]'],
  ['latitude comes with longitude', 'location', { latitude: 1 }, 'longitude'],
  [
    'precision comes with both',
    'location',
    { precision: 1, latitude: 1, longitude: 1.5, region: 5 },
    'region',
  ],
  ['latitude is within 90 degrees', 'location', { latitude: 91, longitude: 1 }, 'latitude'],
  ['locations are somewhere', 'location', { region: undefined as never }, ''],
  ['sightings are of domain objects', 'sighting', { sighting_of_ref: idOf('file') }, 'sighting_of_ref'],
  [
    'sightings are seen by identities or at locations',
    'sighting',
    { where_sighted_refs: [idOf('tool')] },
    'where_sighted_refs[0]',
  ],
  ['sightings are counted', 'sighting', { count: -1 }, 'count'],
  [
    'relationships do not end at relationships',
    'relationship',
    { target_ref: idOf('relationship') },
    'target_ref',
  ],
  ['relationships do not begin at bundles', 'relationship', { source_ref: idOf('bundle') }, 'source_ref'],
  [
    'relationship types are in lower case',
    'relationship',
    { relationship_type: 'USES' },
    'relationship_type',
  ],
  ['relationships stop after they start', 'relationship', { start_time: time, stop_time: time }, 'stop_time'],
  ['observed data is observed once at least', 'observed', { number_observed: 0 }, 'number_observed'],
  [
    'observed data holds no domain objects',
    'observed',
    { object_refs: [idOf('campaign')] },
    'object_refs[0]',
  ],
  ['observed data is of one of two forms', 'observed', { objects: { 0: { type: 'mutex', name: 'a' } } }, ''],
  ['contents are by language', 'language', { contents: { français: { name: 'a' } } }, 'contents.français'],
  ['contents are by property', 'language', { contents: { fr: { a: 'a' } } }, 'contents.fr.a'],
  [
    'language content is not of language content',
    'language',
    { object_ref: idOf('language-content') },
    'object_ref',
  ],
  ['extension types are of five', 'extension', { extension_types: ['other'] }, 'extension_types[0]'],
  [
    'extension properties are top-level',
    'extension',
    { extension_properties: ['abc'] },
    'extension_properties',
  ],
  [
    'extension-definitions have a creator',
    'extension',
    { created_by_ref: undefined as never },
    'created_by_ref',
  ],
  ['statements are texts', 'statement', { definition: { statement: 1 } }, 'definition.statement'],
  ['markings are defined', 'statement', { definition: undefined as never }, 'definition'],
  [
    'markings do not mark themselves',
    'statement',
    { object_marking_refs: [idOf('marking-definition')] },
    'object_marking_refs',
  ],
  [
    'artifacts have one content',
    'artifact',
    { url: 'https://example.org/a', hashes: { MD5: 'a'.repeat(32) } },
    '',
  ],
  ['contents of artifacts are base64', 'artifact', { payload_bin: 'failing test' }, 'payload_bin'],
  [
    'URLs of artifacts come with hashes',
    'artifact',
    { payload_bin: undefined as never, url: 'https://e.org' },
    'hashes',
  ],
  ['keys come with their algorithm', 'artifact', { decryption_key: 'a' }, 'encryption_algorithm'],
  ['algorithms are of three', 'artifact', { encryption_algorithm: 'rot13' }, 'encryption_algorithm'],
  ['media types have their form', 'artifact', { mime_type: 'bla/blabla' }, 'mime_type'],
  ['digests have their length', 'file', { hashes: { MD5: 'abc' } }, 'hashes.MD5'],
  ['names of hashes have three characters', 'file', { hashes: { MD: 'abc' } }, 'hashes.MD'],
  ['files have hashes or a name', 'file', { name: undefined as never }, ''],
  ['character sets have their form', 'file', { name_enc: 'bla.bla.bla' }, 'name_enc'],
  [
    'PE binaries have a type',
    'file',
    { extensions: { 'windows-pebinary-ext': { machine_hex: '014c' } } },
    'extensions.windows-pebinary-ext.pe_type',
  ],
  [
    'times of PE binaries are real',
    'file',
    { extensions: { 'windows-pebinary-ext': { pe_type: 'dll', time_date_stamp: '2016-11-31T08:17:27Z' } } },
    'extensions.windows-pebinary-ext.time_date_stamp',
  ],
  ['extensions are a dictionary', 'file', { extensions: 'a' }, 'extensions'],
  ['extensions are not empty', 'file', { extensions: { 'ntfs-ext': {} } }, 'extensions.ntfs-ext'],
  ['messages of one part have no parts', 'email', { body_multipart: [{ body: 'a' }] }, 'body_multipart'],
  ['messages of several parts have no body', 'email', { is_multipart: true }, 'body'],
  ['traffic has an end', 'traffic', { src_ref: undefined as never }, ''],
  ['ports are 16 bits', 'traffic', { src_port: 65_536 }, 'src_port'],
  ['active traffic has not ended', 'traffic', { is_active: true, end: time }, 'end'],
  ['traffic ends after it starts', 'traffic', { start: time, end: '2026-01-01T00:00:00Z' }, 'end'],
  [
    'header fields are lists',
    'traffic',
    {
      extensions: {
        'http-request-ext': { request_method: 'get', request_value: '/', request_header: { Host: 'a' } },
      },
    },
    'extensions.http-request-ext.request_header.Host',
  ],
  ['processes have random ids', 'process', { id: 'process--5f3c2b1a-0d9e-5c4b-8a7f-6e5d4c3b2a10' }, 'id'],
  ['processes have a property', 'process', { pid: undefined as never }, ''],
  [
    'accounts that could not make their id have a random one',
    'account',
    { user_id: undefined as never, display_name: 'a' },
    'id',
  ],
  [
    'periods of certificates are real dates',
    'certificate',
    { x509_v3_extensions: { private_key_usage_period_not_before: '2016-11-31T08:17:27Z' } },
    'x509_v3_extensions.private_key_usage_period_not_before',
  ],
  ['hives have their full name', 'key', { key: 'HKLM\\System' }, 'key'],
  [
    'registry values have a type of Windows',
    'key',
    { values: [{ data_type: 'REG_X' }] },
    'values[0].data_type',
  ],
  ['platform names have their form', 'software', { cpe: 'invalid' }, 'cpe'],
  ['languages of software are of ISO 639-2', 'software', { languages: ['bbb'] }, 'languages[0]'],
  ['custom types have no capitals', 'custom', { type: 'X-flight', id: idOf('X-flight') }, 'type'],
  ['custom types have no underscores', 'custom', { type: 'x_flight', id: idOf('x_flight') }, 'type'],
  ['custom types have their own ids', 'custom', { id: idOf('x-other') }, 'id'],
  ['the type action is reserved', 'custom', { type: 'action', id: idOf('action') }, 'type'],
];

/** An object with properties changed; `undefined` takes one out. */
function changed(base: string, change: JsonObject): JsonObject {
  const entries = Object.entries({ ...sound[base], ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as JsonObject;
}

describe('a broken MUST is named with its path', () => {
  it.each(broken)('%s', (_, base, change, path) => {
    const { valid, errors } = validateObject(changed(base, change));
    expect(valid).toBe(false);
    expect(errors.map((finding) => finding.path)).toContain(path);
  });
  it.each([
    ['identity', 'name'],
    ['identity', 'spec_version'],
    ['identity', 'created'],
    ['identity', 'id'],
    ['identity', 'type'],
    ['indicator', 'pattern'],
    ['indicator', 'pattern_type'],
    ['indicator', 'valid_from'],
    ['malware', 'is_family'],
    ['relationship', 'relationship_type'],
    ['traffic', 'protocols'],
    ['email', 'is_multipart'],
    ['custom', 'modified'],
  ])('%s without %s', (base, name) => {
    expect(pathsOf(changed(base, { [name]: undefined as never }))).toContain(name);
  });
});

describe('a broken SHOULD is a warning only', () => {
  it.each<[string, string, JsonObject, string]>([
    ['open vocabularies', 'malware', { malware_types: ['other'] }, 'malware_types[0]'],
    ['custom properties without an extension', 'identity', { x_rank: 1 }, 'x_rank'],
    ['creators that are no identity', 'indicator', { created_by_ref: idOf('source') }, 'created_by_ref'],
    [
      'relationships that nobody suggests',
      'relationship',
      { relationship_type: 'likes' },
      'relationship_type',
    ],
    [
      'addresses without hashes',
      'identity',
      { external_references: [{ source_name: 'a', url: 'https://example.org/' }] },
      'external_references[0]',
    ],
    [
      'names of kill chains with capitals',
      'indicator',
      { kill_chain_phases: [{ kill_chain_name: 'Chain', phase_name: 'one-two' }] },
      'kill_chain_phases[0].kill_chain_name',
    ],
    ['algorithms beyond the vocabulary', 'file', { hashes: { 'SHA-224': 'a' } }, 'hashes.SHA-224'],
    ['null inside custom values', 'identity', { x_rank: { a: null } }, 'x_rank.a'],
  ])('%s', (_, base, change, path) => {
    const { valid, warnings } = validateObject(changed(base, change));
    expect(valid).toBe(true);
    expect(warnings.map((finding) => finding.path)).toContain(path);
  });
});

describe('a bundle', () => {
  const bundle = (...objects: Json[]): JsonObject => ({ type: 'bundle', id: idOf('bundle'), objects });
  it('is valid where all its objects are', () => {
    expect(pathsOf(bundle(identity(), sound['file'] as Json))).toEqual([]);
    expect(pathsOf(bundle(identity(), identity({ name: 1 })))).toEqual(['objects[1].name']);
  });
  it('holds no bundles, no empty list, and objects only', () => {
    expect(pathsOf(bundle(bundle(identity())))).toContain('objects[0]');
    expect(pathsOf(bundle())).toContain('objects');
    expect(pathsOf(bundle(1))).toContain('objects[0]');
    expect(pathsOf({ type: 'bundle', id: idOf('bundle') })).toEqual([]);
  });
  it('may hold objects of STIX 2.0, with a warning', () => {
    const { spec_version: _, ...older } = identity();
    const { valid, warnings } = validateObject(bundle(older as JsonObject));
    expect(valid).toBe(true);
    expect(warnings[0]?.path).toBe('objects[0]');
  });
});

describe('the deprecated objects of observed data', () => {
  const observed = (objects: Json) => changed('observed', { object_refs: undefined as never, objects });
  it('are cyber-observable objects that refer to each other by key', () => {
    const objects = {
      0: observable('ipv4-addr', { value: '198.51.100.3' }),
      1: observable('network-traffic', { src_ref: '0', protocols: ['tcp'] }),
    };
    expect(validateObject(observed(objects)).errors).toEqual([]);
    expect(pathsOf(observed({ 0: observable('ipv4-addr', { value: 'a' }) }))).toEqual(['objects.0.value']);
    expect(pathsOf(observed({ 0: { type: 'ipv4-addr', value: '198.51.100.3' } }))).toEqual(['objects.0.id']);
    expect(pathsOf(observed({ 0: { type: 'identity', name: 'a' } }))).toEqual(['objects.0.type']);
    expect(pathsOf(observed([1]))).toEqual(['objects']);
  });
});

describe('anything that a member may send', () => {
  it('gets a verdict', () => {
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }),
      fc.constant({ toString: 1, valueOf: 1 }),
    );
    const names = fc.constantFrom(
      ...Object.values(sound).flatMap(Object.keys),
      'extensions',
      'granular_markings',
      '__proto__',
      'constructor',
      'external_references',
      'objects',
      'hashes',
    );
    const bases = fc.constantFrom(...Object.values(sound), { type: 'bundle', id: idOf('bundle') });
    fc.assert(
      fc.property(bases, fc.array(fc.tuple(names, values)), (base, changes) => {
        const entries = [...Object.entries(base), ...(changes as [string, Json][])];
        const value = JSON.parse(
          `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join()}}`,
        ) as Json;
        const { valid, errors } = validateObject(value);
        expect(valid).toBe(errors.length === 0);
      }),
      { numRuns: 2000 },
    );
  });
  it.each([
    undefined,
    null,
    1,
    'a',
    true,
    [],
    {},
    { type: null },
    { type: 'bundle', objects: [null, [], 1] },
  ])('is refused where it is no object: %j', (value) => {
    expect(validateObject(value).valid).toBe(false);
  });
  it('is looked at to a depth of 100 and no further', () => {
    const nested = (levels: number): Json => (levels === 0 ? 1 : [nested(levels - 1)]);
    expect(validateObject(identity({ x_deep: nested(90) })).valid).toBe(true);
    const [finding] = validateObject(identity({ x_deep: nested(1000) })).errors;
    expect(finding?.message).toContain('deeper than 100');
    let endless: Json = 1;
    for (let level = 0; level < 500_000; level += 1) endless = { a: endless };
    expect(validateObject(identity({ x_deep: endless })).valid).toBe(false);
  });
  it('does not reach the prototype', () => {
    const text = `{"type":"identity","__proto__":{"name":"a","id":"${idOf('identity')}"}}`;
    expect(pathsOf(JSON.parse(text) as Json)).toEqual(expect.arrayContaining(['__proto__', 'name', 'id']));
    expect(pathsOf(identity(JSON.parse('{"x_map":{"__proto__":1}}') as JsonObject))).toEqual([
      'x_map.__proto__',
    ]);
    expect(pathsOf(changed('identity', { name: undefined as never }))).toContain('name');
  });
  it('is Unicode and finite', () => {
    expect(pathsOf(identity({ name: 'a\ud800' }))).toEqual(['name']);
    expect(pathsOf(identity({ x_note: { '\udc00': 1 } }))).toHaveLength(1);
    expect(pathsOf(identity({ x_rank: Infinity }))).toEqual(['x_rank']);
    expect(pathsOf(identity({ x_rank: Number.NaN }))).toEqual(['x_rank']);
  });
  it('does not get a list of findings without end', () => {
    const labels = Array.from({ length: 100_000 }, () => 1);
    const { errors } = validateObject(identity({ labels }));
    expect(errors.length).toBeLessThan(110);
    expect(errors.every(({ message }) => message.length < 400)).toBe(true);
  });
  it('is quoted in few characters', () => {
    const [finding] = validateObject(identity({ created: 'x'.repeat(1_000_000) })).errors;
    expect(finding?.message.length).toBeLessThan(300);
  });
});

describe('patterns', () => {
  it('are judged by the caller where it says how', () => {
    const seen: string[] = [];
    const context = {
      patterns: (pattern: string, version: string) => {
        seen.push(pattern, version);
        return [{ path: '', message: 'is not wanted' }];
      },
    };
    expect(validateObject(sound['indicator'], context).errors).toEqual([
      { path: 'pattern', message: 'is not wanted' },
    ]);
    expect(seen).toEqual(["[url:value = 'a']", '2.1']);
  });
  it('of other languages are not looked at', () => {
    expect(
      validateObject(changed('indicator', { pattern_type: 'snort', pattern: 'alert tcp any' })).valid,
    ).toBe(true);
  });
});
