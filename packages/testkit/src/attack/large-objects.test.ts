/** Objects that are made so that the work on them grows faster than they do. */
import { expect, test } from 'vitest';
import { labelExtensionId } from '@entente/core/extension/identifiers';
import { formOf } from '@entente/core/release/form';
import { prepare } from '@entente/core/release/prepare';
import { noSecret, upgradeFrom20 } from '@entente/core/stix/upgrade';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import { stix } from '../api/scene.ts';

const numbered = <Item>(count: number, make: (number: number) => Item): Item[] =>
  Array.from({ length: count }, (_none, number) => make(number));
const tool = (number: number): string =>
  `tool--${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
const id = 'tool--99999999-0000-4000-8000-000000000000';

function prepared(object: JsonObject) {
  const made = prepare(object as StixObject, JSON.stringify(object), new Map(), () => '');
  if ('findings' in made) throw new Error(JSON.stringify(made.findings));
  return made.prepared;
}

const portioned = (more: JsonObject, names: readonly string[]): JsonObject =>
  stix('location--99999999-0000-4000-8000-000000000000', {
    region: 'europe',
    ...Object.fromEntries(names.map((name) => [name, 1])),
    ...more,
    extensions: {
      [labelExtensionId]: {
        extension_type: 'property-extension',
        portions: ['region', ...names].map((name) => ({ selectors: [name], any: [['public']] })),
      },
    },
  });

test('of a small object the sets of parts that must not all be closed are found, of a large one all parts are needed', () => {
  const names = numbered(5, (number) => `x_part_${number}`);
  expect(prepared(portioned({}, names)).analysis.needs).toEqual([['p0']]);
  const large = prepared(portioned({ x_large: numbered(20_000, String) }, names));
  expect(large.analysis.needs).toEqual([0, 1, 2, 3, 4, 5].map((index) => [`p${index}`]));
});

test('words are not told again with each of many references', () => {
  const words = numbered(1000, (number) => `word${number}`).join(' ');
  const many = (count: number): JsonObject =>
    stix(id, {
      name: 'Spade',
      description: words,
      x_seen: Object.fromEntries(numbered(count, (number) => [tool(number), `under${number}`])),
    });
  const told = (count: number): number =>
    prepared(many(count)).words.reduce((sum, entry) => sum + entry.words.split(' ').length, 0);
  expect(told(10)).toBeGreaterThan(10 * 1000);
  expect(told(500)).toBeLessThan(5 * 1000);
  const alone = prepared(many(500)).words.find(({ parts }) => parts.join() === `r${tool(7)}`);
  expect(alone?.words).toBe('under7');
});

test('a marking follows what moves up in a list of any length', () => {
  const count = 50_000;
  const object = stix(id, {
    name: 'Spade',
    x_list: [tool(0), ...numbered(count, (number) => ({ said: [tool(0), number] }))],
    granular_markings: [{ lang: 'en', selectors: ['x_list.[0]', `x_list.[${count}].said.[1]`] }],
  });
  const { object: form } = formOf(object as StixObject, {
    isOpen: () => false,
    closedSelectors: [],
    label: undefined,
    standIn: () => '',
  });
  expect(form['granular_markings']).toEqual([{ lang: 'en', selectors: [`x_list.[${count - 1}].said.[0]`] }]);
});

test('more portions than anybody reads are refused', () => {
  const names = numbered(200, (number) => `x_part_${number}`);
  expect(() => prepared(portioned({}, names))).toThrow('more than 200 portions');
  expect(prepared(portioned({}, names.slice(1))).portions).toHaveLength(200);
});

test('an observation of STIX 2.0 is not taken apart where each of many markings would go with each of many objects', () => {
  const observed = (count: number): JsonObject => ({
    type: 'observed-data',
    id: 'observed-data--99999999-0000-4000-8000-000000000000',
    object_marking_refs: numbered(count, (number) => tool(number).replace('tool', 'marking-definition')),
    objects: Object.fromEntries(
      numbered(count, (number) => [number, { type: 'domain-name', value: `${number}.example` }]),
    ),
  });
  expect(upgradeFrom20(observed(400), noSecret).objects).toHaveLength(401);
  const [whole, ...others] = upgradeFrom20(observed(500), noSecret).objects;
  expect(others).toEqual([]);
  expect(Object.keys(whole?.['objects'] as JsonObject)).toHaveLength(500);
});
