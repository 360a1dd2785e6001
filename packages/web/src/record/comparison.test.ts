import { assessmentExtensionId, labelExtensionId, personExtensionId } from '@entente/contract/stix';
import { expect, test } from 'vitest';
import { changesBetween, claimRows, labelsBetween } from './comparison.ts';
import type { Entry, StixObject } from './object.ts';

const person = (name: string, details: object, more: object = {}): StixObject => ({
  type: 'identity',
  id: 'identity--6f4c1c0e-9c0f-4f6e-8a52-0f2b1c9e7d11',
  name,
  ...more,
  extensions: {
    [personExtensionId]: { extension_type: 'property-extension', ...details },
    [labelExtensionId]: { extension_type: 'property-extension', any: [['public']] },
    [assessmentExtensionId]: { extension_type: 'property-extension', source_reliability: 'B', note: 'seen' },
  },
});
const born = (date: string) => ({ birth_dates: [{ precision: 'year', date }] });
const rowOf = (property: string, ...claims: StixObject[]) =>
  claimRows(claims).find((row) => row.property === property);

test('Values that others state otherwise are disputed, and only they', () => {
  const row = rowOf(
    'nationalities',
    person('A', { nationalities: [{ code: 'FR', status: 'current' }, { code: 'MA' }] }),
    person('A', { nationalities: [{ code: 'FR' }] }),
  );
  expect(row?.cells.map((cell) => cell.map(({ isDisputed }) => isDisputed))).toEqual([
    [false, true],
    [false],
  ]);
  expect(row?.isDiffering).toBe(true);
});

test('Who says nothing of a property disputes nothing', () => {
  const row = rowOf('birth_dates', person('A', born('1990')), person('A', {}));
  expect(row).toMatchObject({ isDiffering: false, cells: [[{ isDisputed: false }], []] });
});

test('The order of keys makes no difference', () => {
  const row = rowOf(
    'birth_dates',
    person('A', born('1990')),
    person('A', { birth_dates: [{ date: '1990', precision: 'year' }] }),
  );
  expect(row?.isDiffering).toBe(false);
});

test('Names of STIX and of the extension are one property; label, grade and bookkeeping are none', () => {
  const rows = claimRows([
    person(
      'Karim',
      { names: [{ full: 'كريم', script: 'Arab' }] },
      { aliases: ['Abu Nuh'], spec_version: '2.1' },
    ),
  ]);
  expect(rows.map(({ property }) => property)).toEqual(['names', 'assessment-note']);
  expect(rows[0]?.cells[0]?.map(({ mark }) => mark)).toEqual(['كريم', 'Karim', 'Abu Nuh']);
});

test('What nobody here knows is compared by its own name', () => {
  const claims = [person('A', {}, { x_height: 180 }), person('A', {}, { x_height: 181 })];
  expect(rowOf('x_height', ...claims)?.isDiffering).toBe(true);
});

test('Between versions: what went, what came, and nothing of what only moved', () => {
  const earlier = person('Karim', { ...born('1990'), titles: ['Dr.', 'Sheikh'] });
  const later = person('Karim', { ...born('1991'), titles: ['Sheikh', 'Dr.'] }, { description: 'Seen' });
  expect(changesBetween(earlier, later)).toEqual([
    {
      property: 'birth_dates',
      gone: [{ precision: 'year', date: '1990' }],
      came: [{ precision: 'year', date: '1991' }],
    },
    { property: 'description', gone: [], came: ['Seen'] },
  ]);
});

test('A remark on a name that changes is a change, though the name is the same; a name that is told elsewhere is none', () => {
  const named = (...names: object[]) => person('Café A', { names });
  const [bare, noted] = [
    { full: 'Café A', kind: 'alias' },
    { full: 'Café A', kind: 'alias', note: 'once' },
  ];
  expect(changesBetween(named(bare), named(noted))).toMatchObject([
    { property: 'names', gone: [{ text: 'Café A' }], came: [{ text: 'Café A', note: 'once' }] },
  ]);
  expect(changesBetween(person('Café A', {}), named({ full: 'Cafe\u0301 A' }))).toEqual([]);
});

const under = (stated: object, label?: Entry['label']): Entry => ({
  object: {
    ...person('A', {}),
    extensions: { [labelExtensionId]: { extension_type: 'property-extension', ...stated } },
  },
  contributor: 'a',
  added: null,
  version: null,
  ...(label && { label }),
});

test('Versions under another label are told apart, whatever the order of its parts; dates count', () => {
  const [both, turned] = [
    { any: [['member:a', 'member:b'], ['public']], until: '2030-01-01T00:00:00Z' },
    { any: [['public'], ['member:b', 'member:a']], until: '2030-01-01T00:00:00Z' },
  ];
  const isOther = (one: Entry, other: Entry): boolean => labelsBetween(one, other).isOther;
  expect(isOther(under(both), under(turned))).toBe(false);
  expect(isOther(under(both), under({ any: both.any }))).toBe(true);
  expect(isOther(under({}), under({ handling: ['TLP:AMBER'] }))).toBe(true);
});

test('Of one’s own versions the label counts that is in force, not the one that was written', () => {
  expect(labelsBetween(under({ any: [['public']] }, {}), under({}, {})).isOther).toBe(false);
  expect(labelsBetween(under({}, {}), under({}, { any: [['public']] })).isOther).toBe(true);
});

test('Labels of single parts are told apart from that of the whole', () => {
  const portions = [{ selectors: ['name'], any: [['member:a']] }];
  expect(labelsBetween(under({}), under({ portions }))).toEqual({ isOther: false, isOtherInParts: true });
  expect(labelsBetween(under({ portions }), under({ portions })).isOtherInParts).toBe(false);
});
