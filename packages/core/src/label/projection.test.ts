import { expect, test } from 'vitest';
import { makeLabel } from './label.ts';
import type { Rights } from './permits.ts';
import { projectLabel } from './projection.ts';

const reader: Rights = {
  member: 'm1',
  full: true,
  levels: {},
  attributes: new Set(),
  communities: new Map([['c1', 2]]),
};

test('a reader is served of the audiences itself and the communities that it is within, without epochs', () => {
  const label = makeLabel({
    any: [
      ['member:m1', 'member:m2', 'community:c1@4', 'community:c2@1'],
      ['member:m3', 'community:c2@1', 'public'],
    ],
  });
  expect(projectLabel(label, reader, () => true)['any']).toEqual([['public'], ['community:c1', 'member:m1']]);
});

test('a clause of which nothing may be told goes whole', () => {
  const label = makeLabel({
    any: [
      ['member:m2', 'member:m3'],
      ['member:m1', 'member:m2'],
    ],
  });
  expect(projectLabel(label, reader, () => true)['any']).toEqual([['member:m1']]);
});

test('owners are told where their contribution is seen; levels, attributes, handling and dates always', () => {
  const label = makeLabel({
    any: [['public']],
    levels: { secret: 1 },
    all: ['analysts'],
    handling: ['TLP:RED'],
    owners: ['m2', 'm3'],
    review: 0,
  });
  expect(projectLabel(label, reader, (owner) => owner === 'm3')).toEqual({
    extension_type: 'property-extension',
    levels: { secret: 1 },
    all: ['analysts'],
    any: [['public']],
    handling: ['TLP:RED'],
    owners: ['m3'],
    review: '1970-01-01T00:00:00.000000Z',
  });
});
