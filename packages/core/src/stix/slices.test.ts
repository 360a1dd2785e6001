import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { objectSlices } from './slices.ts';

const texts = (text: string): string[] => objectSlices(text, 'objects').map((slice) => slice.text);

test('each object comes with the very text that it was written in, and where it begins', () => {
  const text =
    '{"more": false, "objects" : [ {"a": 1.0e0 , "b":"]}\\""} ,\n{"c":[{}]}, 7, "x" ], "z": {"objects":[1]}}';
  const slices = objectSlices(text, 'objects');
  expect(slices.map((slice) => slice.text)).toEqual(['{"a": 1.0e0 , "b":"]}\\""}', '{"c":[{}]}', '7', '"x"']);
  for (const slice of slices) expect(text.startsWith(slice.text, slice.start)).toBe(true);
});

test('an envelope without a list has no objects, and neither has an empty list', () => {
  expect(texts('{}')).toEqual([]);
  expect(texts(' { "objects" : [ ] } ')).toEqual([]);
});

test('a name written with escapes is the same name', () => {
  expect(texts('{"\\u006fbjects":[{}]}')).toEqual(['{}']);
});

test.each([
  ['no object', '[]'],
  ['nothing', ''],
  ['no list', '{"objects":{}}'],
  ['a null instead of a list', '{"objects":null}'],
  ['a second list', '{"objects":[],"objects":[]}'],
  ['an open list', '{"objects":[{}'],
  ['an open object', '{"objects":[{]}'],
  ['an open string', '{"objects":["a]}'],
  ['a missing comma', '{"objects":[{} {}]}'],
  ['a comma too many', '{"objects":[{},]}'],
  ['a missing value', '{"objects":[{},,{}]}'],
  ['more behind the end', '{"objects":[]} {}'],
  ['another member that is no JSON', '{"x":{]},"objects":[]}'],
  ['a name without quotes', '{objects:[]}'],
])('%s is refused', (_what, text) => {
  expect(() => objectSlices(text, 'objects')).toThrow(Failure);
});

test('any list of JSON values comes back value for value, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), fc.nat(3), (objects, other, indent) => {
      const text = JSON.stringify({ first: other, objects, last: other }, null, indent);
      expect(texts(text).map((slice) => JSON.parse(slice) as unknown)).toEqual(
        JSON.parse(JSON.stringify(objects)),
      );
    }),
  );
});

test('text that JSON.parse refuses is refused here or in one of its slices', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:a1 \\'), maxLength: 12 }), (inner) => {
      const text = `{"objects":[${inner}]}`;
      const read = (work: () => unknown): boolean => {
        try {
          work();
          return true;
        } catch {
          return false;
        }
      };
      expect(read(() => texts(text).map((slice) => JSON.parse(slice) as unknown))).toBe(
        read(() => JSON.parse(text)),
      );
    }),
    { numRuns: 2000 },
  );
});
