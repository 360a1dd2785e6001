import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatsNames } from './repeated-names.ts';
import type { Json } from './types.ts';

const repeats = (text: string): boolean => repeatsNames(text, JSON.parse(text) as Json);

test.each([
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061" : 2}',
  '[{"b":{"a":1,\n"a":2}}]',
  '{"a\\\\":1,"a\\\\":2}',
  '{"":1,"":2}',
])('%s repeats a name', (text) => {
  expect(repeats(text)).toBe(true);
});

test.each(['{}', '[]', '"a:"', '{"a":"b\\":","c":"\\\\"}', '{"a":{"a":1}, "b":[{"a":1},{"a":2}]}'])(
  '%s repeats none',
  (text) => expect(repeats(text)).toBe(false),
);

test('no text that was written from a value repeats a name', () => {
  const property = fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
    expect(repeats(JSON.stringify(value, null, indent))).toBe(false);
  });
  fc.assert(property, { numRuns: 500 });
});
