import { describe, expect, it } from 'vitest';
import { contributingProperties } from './deterministic.ts';
import {
  dependants,
  objectSpecification,
  objectTypes,
  propertySpecification,
  requiredReferences,
} from './specification.ts';

describe('the tables of the specification', () => {
  it('hold every object type of STIX 2.1', () => {
    const categories = objectTypes.map((type) => objectSpecification(type)?.category);
    const count = (category: string) => categories.filter((one) => one === category).length;
    expect([count('domain'), count('relationship'), count('observable'), count('meta')]).toEqual([
      19, 2, 18, 3,
    ]);
    expect(propertySpecification('x-custom')).toBeUndefined();
  });
  it('know every property that makes up a deterministic id', () => {
    for (const type of objectTypes) {
      for (const name of contributingProperties(type) ?? []) {
        expect(propertySpecification(type)?.has(name), `${type}.${name}`).toBe(true);
      }
    }
  });
  it('tell what is required, a reference, a list, and text for people', () => {
    expect(propertySpecification('note')?.get('content')).toEqual({
      required: true,
      freeText: true,
      isRef: false,
      refTypes: [],
      list: false,
    });
    expect(propertySpecification('sighting')?.get('where_sighted_refs')).toEqual({
      required: false,
      freeText: false,
      isRef: true,
      refTypes: ['identity', 'location'],
      list: true,
    });
    expect(propertySpecification('url')?.get('value')).toMatchObject({ required: true, freeText: false });
  });
});

describe('references that may not be missing', () => {
  it.each([
    ['sighting', { sighting_of_ref: 'identity' }],
    ['relationship', { source_ref: 'identity', target_ref: 'identity' }],
    ['note', { object_refs: 'identity' }],
    ['opinion', { object_refs: 'identity' }],
    ['report', { object_refs: 'identity' }],
    ['grouping', { object_refs: 'identity' }],
    ['language-content', { object_ref: 'identity' }],
    ['extension-definition', { created_by_ref: 'identity' }],
    ['observed-data', { object_refs: 'artifact' }],
    ['malware-analysis', { analysis_sco_refs: 'artifact' }],
    ['network-traffic', { src_ref: 'ipv4-addr', dst_ref: 'ipv4-addr' }],
    ['file', { 'extensions.archive-ext.contains_refs': 'file' }],
    ['identity', {}],
    ['x-custom', {}],
  ])('of %s are %j', (type, expected) => {
    expect(Object.fromEntries(requiredReferences(type))).toEqual(expected);
  });
});

describe('properties that go with another', () => {
  it.each([
    ['location', 'latitude', ['longitude', 'precision']],
    ['location', 'longitude', ['latitude', 'precision']],
    ['location', 'precision', []],
    ['artifact', 'hashes', ['url']],
    ['artifact', 'encryption_algorithm', ['decryption_key']],
    ['marking-definition', 'definition', ['definition_type']],
    ['language-content', 'object_ref', ['object_modified']],
    ['identity', 'name', []],
    ['x-custom', 'name', []],
  ])('of %s when %s goes are %j', (type, property, expected) => {
    expect(dependants(type, property).toSorted()).toEqual(expected.toSorted());
  });
});
