import { personExtensionId } from '@entente/contract/stix';
import { expect, test } from 'vitest';
import { problemsOf } from './problems.ts';
import { blankWriting } from './writing.ts';
import { withValue } from './path.ts';

const at = `extensions.${personExtensionId}`;
const person = (details: object, name = 'Ilyas') =>
  withValue(
    withValue(blankWriting('person', 'identity--a').object, ['name'], name),
    ['extensions', personExtensionId],
    { extension_type: 'property-extension', ...details },
  );
const found = (details: object) => Object.fromEntries(problemsOf(person(details)));

test('What is required is asked for at its place', () => {
  expect([...problemsOf(person({}, ' '))]).toEqual([['name', 'required']]);
  expect(found({ names: [{ full: 'A' }, { full: '' }] })).toEqual({ [`${at}.names[1].full`]: 'required' });
  expect([...problemsOf(blankWriting('note', 'note--a').object)]).toEqual([
    ['content', 'required'],
    ['object_refs', 'about'],
  ]);
});

test('An observable needs a value, and one whose form says what it is', () => {
  const { object } = blankWriting('observable', '');
  expect([...problemsOf(object)]).toEqual([['value', 'required']]);
  expect([...problemsOf(withValue(object, ['value'], 'a moped'))]).toEqual([['value', 'observable']]);
  expect([...problemsOf({ ...object, type: 'url', value: 'http://quay.example/' })]).toEqual([]);
});

test('A partial date says as much as its precision promises, and no more', () => {
  const place = `${at}.birth_dates[0]`;
  const born = (given: object) => found({ birth_dates: [given] });
  expect(born({ precision: 'year', date: '1990' })).toEqual({});
  expect(born({ precision: 'year', date: '1990-05' })).toEqual({ [`${place}.date`]: 'date' });
  expect(born({ precision: 'exact', date: '1990-05-32' })).toEqual({ [`${place}.date`]: 'date' });
  expect(born({ precision: 'exact' })).toEqual({ [`${place}.date`]: 'date-missing' });
  expect(born({ precision: 'between', from: '1981', to: '1979' })).toEqual({ [`${place}.to`]: 'order' });
  expect(born({ precision: 'between' })).toEqual({ [`${place}.from`]: 'date-missing' });
  expect(born({ precision: 'approximate', from: '1979', to: '1981' })).toEqual({});
  expect(born({ precision: 'unknown', text: 'in the year of the flood' })).toEqual({});
});

test('A place has a region, a country or both coordinates, and these lie on the earth', () => {
  const place = (given: object) =>
    Object.fromEntries(problemsOf({ type: 'location', id: 'location--a', name: 'Port', ...given }));
  expect(place({})).toEqual({ country: 'place' });
  expect(place({ country: 'FR' })).toEqual({});
  expect(place({ latitude: 50.8, longitude: 4.4 })).toEqual({});
  expect(place({ country: 'FR', latitude: 95 })).toEqual({ latitude: 'coordinate', longitude: 'coordinate' });
});
