import { describe, expect, test } from 'vitest';
import { labelExtensionId } from '../extension/identifiers.ts';
import type { Json, JsonObject, StixObject } from '../stix/types.ts';
import { formOf } from './form.ts';
import { plainTextOf, withLabel, writtenAs, writtenText } from './plain.ts';

const other = 'extension-definition--11111111-1111-4111-8111-111111111111';
const report = (more: Record<string, Json>): StixObject => ({
  type: 'report',
  id: 'report--22222222-2222-4222-8222-222222222222',
  ...more,
});

const open = (object: StixObject, label: JsonObject, closed: readonly string[] = []): string =>
  JSON.stringify(
    formOf(object, {
      isOpen: (target) => !closed.includes(target),
      closedSelectors: [],
      label,
      standIn: (_path, type) => `${type}--33333333-3333-4333-8333-333333333333`,
    }).object,
  );

const label = { handling: ['TLP:GREEN'] };

describe('the plain text', () => {
  const samples: Record<string, StixObject> = {
    'no extensions': report({ name: 'One' }),
    'the label first': report({ extensions: { [labelExtensionId]: { any: [] } }, name: 'One' }),
    'another extension first': report({ extensions: { [other]: { a: 1 } }, name: 'One' }),
    'the label among others': report({
      extensions: { [labelExtensionId]: {}, [other]: { a: 1 } },
      name: 'One',
    }),
    'granular markings in the middle': report({
      granular_markings: [{ lang: 'fr', selectors: ['name'] }],
      name: 'Un',
      extensions: { [other]: { a: 1 } },
    }),
    'a name that is no name elsewhere': report({ x_map: JSON.parse('{"__proto__":{"a":1}}') as Json }),
  };
  test.each(Object.entries(samples))('with a label is the form with everything open: %s', (_name, object) => {
    expect(withLabel(plainTextOf(object), JSON.stringify(label))).toBe(open(object, label));
  });

  test('of what is cut is that of what never was there', () => {
    const hidden = 'malware--44444444-4444-4444-8444-444444444444';
    const known = 'malware--55555555-5555-4555-8555-555555555555';
    const cut = report({ extensions: { [hidden]: 1 }, object_refs: [known, hidden], name: 'One' });
    const never = report({ object_refs: [known], name: 'One' });
    expect(open(cut, label, [hidden])).toBe(withLabel(plainTextOf(never), JSON.stringify(label)));
  });
});

describe('what was written', () => {
  const object = report({ name: 'É "1", 2: [3]\n', extensions: { [other]: { list: [], map: {}, n: 1.5 } } });
  const manners: Record<string, [text: string, isShort: boolean]> = {
    compact: [JSON.stringify(object), true],
    'two spaces': [JSON.stringify(object, null, 2), true],
    'four spaces, within a bundle': [JSON.stringify(object, null, 4).replaceAll('\n', '\n        '), true],
    'a space behind commas and colons': [
      JSON.stringify(object, null, 1).replace(/,\n */g, ', ').replace(/\n */g, ''),
      true,
    ],
    'a space behind some commas and colons': [JSON.stringify(object).replace(':', ': '), false],
    'a space behind commas and colons, and one behind a sign within a text': [
      JSON.stringify(report({ name: 'a\\": b, c' }), null, 1)
        .replace(/,\n */g, ', ')
        .replace(/\n */g, ''),
      true,
    ],
    'the same, and one more at the end': [
      JSON.stringify(object, null, 1).replace(/,\n */g, ', ').replace(/\n */g, '').replace(/\}$/, ' }'),
      false,
    ],
    tabs: [JSON.stringify(object, null, '\t'), false],
    'another order': [JSON.stringify({ extensions: object['extensions'], ...object }), false],
    'numbers and signs written otherwise': [
      JSON.stringify(object).replace('1.5', '1.50').replace('É', '\\u00c9'),
      false,
    ],
  };
  test.each(Object.entries(manners))('comes back to the byte: %s', (_name, [text, isShort]) => {
    const { text: plain } = plainTextOf(JSON.parse(text) as StixObject);
    const written = writtenAs(text, plain);
    const stored = written === null ? plain : written.startsWith('{') ? written : written + plain;
    expect(writtenText(stored)).toBe(text);
    expect(written === null || written.length < 10).toBe(isShort);
  });
});
