import { expect, test } from 'vitest';
import { pathText, selectorText, valueAt, withoutBlanks, withValue } from './path.ts';

const person = { type: 'identity', extensions: { x: { names: [{ full: 'Ilyas' }, { full: 'Abu Nuh' }] } } };

test('A change at a place leaves the given object, its order and everything beside the place alone', () => {
  const changed = withValue(person, ['extensions', 'x', 'names', 0, 'full'], 'Elias');
  expect(valueAt(changed, ['extensions', 'x', 'names', 0, 'full'])).toBe('Elias');
  expect(valueAt(changed, ['extensions', 'x', 'names', 1])).toBe(
    valueAt(person, ['extensions', 'x', 'names', 1]),
  );
  expect(valueAt(person, ['extensions', 'x', 'names', 0, 'full'])).toBe('Ilyas');
  expect(Object.keys(withValue(person, ['type'], 'threat-actor'))).toEqual(['type', 'extensions']);
});

test('What is not there yet is made on the way, and an item taken away leaves no hole', () => {
  expect(withValue({}, ['a', 'b', 0, 'c'], 1)).toEqual({ a: { b: [{ c: 1 }] } });
  expect(withValue({ a: [1, 2, 3] }, ['a', 1], undefined)).toEqual({ a: [1, 3] });
  expect(withValue({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
});

test('A place is written as the validator and as selectors write it', () => {
  expect(pathText(['extensions', 'x', 'names', 0, 'full'])).toBe('extensions.x.names[0].full');
  expect(selectorText(['external_references', 0, 'url'])).toBe('external_references.[0].url');
});

test('Blank texts, empty lists and extensions without content go; zero and false stay', () => {
  const given = {
    name: 'A',
    description: '  ',
    latitude: 0,
    revoked: false,
    labels: [''],
    extensions: { x: { extension_type: 'property-extension', names: [{ full: '' }] } },
  };
  expect(withoutBlanks(given)).toEqual({ name: 'A', latitude: 0, revoked: false });
});
