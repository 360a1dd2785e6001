import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deterministicId } from './deterministic.ts';
import { tlp1Ids, tlp1Marking } from './tlp.ts';
import type { Json, JsonObject } from './types.ts';
import { detectVersion, noSecret, upgradeFrom20 } from './upgrade.ts';
import { validateObject } from './validate.ts';

const uuid = '7a0f5e4e-6a52-4c1e-9d0f-3b6f0c5a9e11';
const time = '2018-01-31T08:00:00.000Z';
const older = (type: string, properties: JsonObject): JsonObject => ({
  type,
  id: `${type}--${uuid}`,
  created: time,
  modified: time,
  ...properties,
});
const observed = (objects: Json, more: JsonObject = {}) =>
  older('observed-data', { first_observed: time, last_observed: time, number_observed: 1, objects, ...more });
const raised = (object: JsonObject) => upgradeFrom20(object, noSecret).objects;
const only = (object: JsonObject): JsonObject => raised(object)[0] as JsonObject;
const errorsOf = (objects: JsonObject[]) => objects.flatMap((object) => validateObject(object).errors);

describe('the version of an object', () => {
  it.each<[string | undefined, JsonObject]>([
    ['2.1', { type: 'identity', spec_version: '2.1' }],
    ['2.0', { type: 'identity' }],
    ['2.0', { type: 'bundle', spec_version: '2.0', objects: [] }],
    ['2.1', { type: 'bundle', objects: [] }],
    ['2.1', { type: 'file' }],
    ['2.0', { type: 'x-custom' }],
    ['2.1', { type: 'x-usb', extensions: { [`extension-definition--${uuid}`]: {} } }],
    [undefined, { name: 'a' }],
  ])('is %s for %j', (version, object) => {
    expect(detectVersion(object)).toBe(version);
  });
});

describe('an upgrade from STIX 2.0', () => {
  it('leaves objects of 2.1 as they are', () => {
    const object = { type: 'identity', spec_version: '2.1', id: `identity--${uuid}`, name: 'Ana Example' };
    expect(raised(object)).toEqual([object]);
  });
  it('states the version', () => {
    const identity = older('identity', { name: 'Ana Example', identity_class: 'individual' });
    expect(only(identity)).toEqual({ ...identity, spec_version: '2.1' });
    expect(errorsOf(raised(identity))).toEqual([]);
  });
  it('moves labels of the vocabulary to the types, with their markings, and keeps the others', () => {
    const tool = older('tool', {
      name: 'T',
      labels: ['shared', 'remote-access', 'checked'],
      granular_markings: [
        { marking_ref: tlp1Ids.RED, selectors: ['labels.[1]', 'labels.[2]'] },
        { marking_ref: tlp1Ids.AMBER, selectors: ['labels'] },
      ],
    });
    expect(only(tool)).toMatchObject({
      tool_types: ['remote-access'],
      labels: ['shared', 'checked'],
      granular_markings: [
        { selectors: ['tool_types.[0]', 'labels.[1]'] },
        { selectors: ['tool_types', 'labels'] },
      ],
    });
    expect(errorsOf(raised(tool))).toEqual([]);
  });
  it.each([
    ['indicator', 'indicator_types', 'benign', { pattern: "[url:value = 'a']", valid_from: time }],
    ['malware', 'malware_types', 'worm', { name: 'M' }],
    ['report', 'report_types', 'campaign', { name: 'R', published: time, object_refs: [`tool--${uuid}`] }],
    ['threat-actor', 'threat_actor_types', 'spy', { name: 'A' }],
    ['tool', 'tool_types', 'unknown', { name: 'T' }],
  ])('makes a valid %s with %s', (type, property, label, properties) => {
    const objects = raised(older(type, { labels: [label], ...properties }));
    expect(objects[0]).toMatchObject({ [property]: [label] });
    expect(objects[0]).not.toHaveProperty('labels');
    expect(errorsOf(objects)).toEqual([]);
  });
  it('says that a malware is no family where 2.0 did not ask, and notes it', () => {
    const { objects, notes } = upgradeFrom20(older('malware', { name: 'M', labels: ['worm'] }), noSecret);
    expect(objects[0]).toMatchObject({ is_family: false });
    expect(notes).toHaveLength(1);
  });
  it('writes START and STOP of patterns as timestamps and leaves quoted text alone', () => {
    const pattern = `[file:name = 'START \\'x\\''] START '${time}' STOP '${time}'`;
    const object = only(older('indicator', { labels: ['benign'], pattern, valid_from: time }));
    expect(object['pattern']).toBe(`[file:name = 'START \\'x\\''] START t'${time}' STOP t'${time}'`);
    expect(object['pattern_type']).toBe('stix');
  });
  it('reads patterns of any length in one pass', () => {
    const pattern = `'${"\\'".repeat(500_000)}`;
    expect(only(older('indicator', { pattern, valid_from: time }))['pattern']).toBe(pattern);
  });
  it('takes the published TLP marking', () => {
    const { spec_version: _, name: __, ...marking } = tlp1Marking('AMBER');
    expect(raised(marking as JsonObject)).toEqual([tlp1Marking('AMBER')]);
  });
  it('splits observed data into objects with deterministic ids', () => {
    const objects = raised(
      observed({
        0: { type: 'ipv4-addr', value: '198.51.100.3' },
        1: { type: 'network-traffic', src_ref: '0', protocols: ['tcp'], start: time },
        2: { type: 'process', pid: 1, name: 'p', arguments: ['-v'], created: time, binary_ref: '3' },
        3: { type: 'file', name: 'a', hashes: { ssdeep: '3:a:b' }, created: time, is_encrypted: false },
      }),
    );
    expect(errorsOf(objects)).toEqual([]);
    const [address, traffic, process, file, parent] = objects as [
      JsonObject,
      JsonObject,
      JsonObject,
      JsonObject,
      JsonObject,
    ];
    expect(address['id']).toBe(deterministicId(address));
    expect(traffic['src_ref']).toBe(address['id']);
    expect(traffic['id']).toBe(deterministicId(traffic));
    expect(process).toMatchObject({
      created_time: time,
      image_ref: file['id'],
      name: 'p',
      arguments: ['-v'],
    });
    expect(file).toMatchObject({ ctime: time, hashes: { SSDEEP: '3:a:b' }, is_encrypted: false });
    expect(parent).not.toHaveProperty('objects');
    expect(parent['object_refs']).toEqual([address['id'], traffic['id'], process['id'], file['id']]);
  });
  it('gives what is split off the markings of the whole', () => {
    const objects = raised(
      observed(
        { 0: { type: 'mutex', name: 'a' }, 1: { type: 'mutex', name: 'b' } },
        {
          object_marking_refs: [tlp1Ids.GREEN],
          granular_markings: [
            { marking_ref: tlp1Ids.RED, selectors: ['objects.0'] },
            { marking_ref: tlp1Ids.AMBER, selectors: ['objects.1.name', 'number_observed'] },
          ],
        },
      ),
    );
    expect(errorsOf(objects)).toEqual([]);
    expect(objects[0]).toMatchObject({ object_marking_refs: [tlp1Ids.GREEN, tlp1Ids.RED] });
    expect(objects[1]).toMatchObject({
      object_marking_refs: [tlp1Ids.GREEN],
      granular_markings: [{ marking_ref: tlp1Ids.AMBER, selectors: ['name'] }],
    });
    expect(objects[2]).toMatchObject({
      granular_markings: [{ marking_ref: tlp1Ids.AMBER, selectors: ['number_observed'] }],
    });
  });
  it('gives a marking of all objects to each', () => {
    const objects = raised(
      observed(
        { 0: { type: 'mutex', name: 'a' } },
        { granular_markings: [{ marking_ref: tlp1Ids.RED, selectors: ['objects'] }] },
      ),
    );
    expect(objects[0]).toMatchObject({ object_marking_refs: [tlp1Ids.RED] });
    expect(objects[1]).not.toHaveProperty('granular_markings');
  });
  it('renames selectors with the properties that they select', () => {
    const objects = raised(
      observed(
        { 0: { type: 'file', name: 'a', created: time } },
        { granular_markings: [{ marking_ref: tlp1Ids.RED, selectors: ['objects.0.created'] }] },
      ),
    );
    expect(errorsOf(objects)).toEqual([]);
    expect(objects[0]).toMatchObject({ granular_markings: [{ selectors: ['ctime'] }] });
  });
  it('keeps observations of custom types as custom objects', () => {
    const objects = raised(observed({ 0: { type: 'x-usb-device', serial: '1', part_refs: ['0'] } }));
    expect(errorsOf(objects)).toEqual([]);
    expect(objects[0]).toMatchObject({
      type: 'x-usb-device',
      serial: '1',
      part_refs: [objects[0]?.['id'] as string],
    });
  });
  it('ends where references go in a ring', () => {
    const archive = (other: string): Json => ({
      type: 'file',
      name: other,
      extensions: { 'archive-ext': { contains_refs: [other] } },
    });
    const input = observed({ 0: archive('1'), 1: archive('0') });
    expect(raised(input)).toEqual(raised(input));
    expect(errorsOf(raised(input))).toEqual([]);
  });
  it('makes ids that nobody else can make', () => {
    const input = observed({ 0: { type: 'process', pid: 1 } });
    const [ours, theirs] = [1, 2].map((byte) => upgradeFrom20(input, new Uint8Array([byte])).objects);
    expect(ours?.[0]?.['id']).toMatch(/^process--/);
    expect(ours?.[0]?.['id']).not.toBe(theirs?.[0]?.['id']);
  });
  it('takes the objects out of a bundle, each by its own version', () => {
    const identity = older('identity', { name: 'Ana Example', identity_class: 'individual' });
    const newer = { ...identity, spec_version: '2.1' };
    const { objects } = upgradeFrom20(
      {
        type: 'bundle',
        id: `bundle--${uuid}`,
        spec_version: '2.0',
        objects: [identity, newer],
      },
      noSecret,
    );
    expect(objects).toEqual([newer, newer]);
  });
  it('does not change what it is given, and takes anything', () => {
    const types = fc.constantFrom(
      'observed-data',
      'indicator',
      'malware',
      'bundle',
      'marking-definition',
      'file',
    );
    const names = fc.constantFrom(
      'objects',
      'labels',
      'granular_markings',
      'extensions',
      'pattern',
      'id',
      'object_refs',
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
      fc.dictionary(
        fc.constantFrom('0', '1', 'a', '__proto__'),
        fc.record({
          type: types,
          name: fc.string({ unit: 'binary' }),
          a_ref: fc.constantFrom('0', '1', 'b'),
        }),
      ),
    );
    fc.assert(
      fc.property(types, fc.dictionary(names, values), (type, properties) => {
        const object = { type, ...properties } as JsonObject;
        const before = JSON.stringify(object);
        expect(Array.isArray(upgradeFrom20(object, noSecret).objects)).toBe(true);
        expect(JSON.stringify(object)).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });
});
