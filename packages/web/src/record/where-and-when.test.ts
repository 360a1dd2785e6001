import { expect, test } from 'vitest';
import { personExtensionId } from '@entente/contract/stix';
import type { Entry, StixObject } from './object.ts';
import { keyOfSpot, placesOf, spotOf } from './where.ts';
import { birthsOf, meets, momentsOf, subjectOf } from './when.ts';

const location = (rest: object): StixObject => ({ type: 'location', id: 'location--1', ...rest });
const entryOf = (object: StixObject): Entry => ({ object, contributor: 'm', added: null, version: null });
const at = (text: string): number => Date.parse(text);

test('A place with coordinates stands there, one with a country or a region alone in the middle of it', () => {
  expect(spotOf(location({ latitude: 36.2, longitude: 37.1, country: 'SY', precision: 500 }))).toEqual({
    kind: 'point',
    at: [37.1, 36.2],
    name: undefined,
    metres: 500,
  });
  expect(spotOf(location({ country: 'be' }))).toEqual({ kind: 'country', code: 'BE' });
  expect(spotOf(location({ region: 'western-asia' }))).toEqual({ kind: 'region', region: 'western-asia' });
  expect(spotOf(location({ region: 'narnia' }))).toBeUndefined();
  expect(spotOf(location({ latitude: 136, longitude: 37 }))).toBeUndefined();
});

test('Links and sightings stand where the place is that they name, persons where they live and were born', () => {
  const gazetteer = new Map([['location--1', location({ country: 'TR' })]]);
  const link = { type: 'relationship', id: 'r', source_ref: 'identity--1', target_ref: 'location--1' };
  const sighting = {
    type: 'sighting',
    id: 's',
    sighting_of_ref: 'identity--1',
    where_sighted_refs: ['location--1', 'location--2'],
  };
  const person = {
    type: 'identity',
    id: 'i',
    extensions: {
      [personExtensionId]: {
        addresses: [{ city: 'Klaverhaven', country: { code: 'BE' } }, { city: 'elsewhere' }],
        birth_places: [{ country: { code: 'FR' } }],
      },
    },
  };
  const told = [link, sighting, person].map((object) =>
    placesOf(entryOf(object), gazetteer).map(({ sense, spot }) => `${sense} ${keyOfSpot(spot)}`),
  );
  expect(told).toEqual([['linked TR'], ['sighted TR'], ['address BE', 'birth FR']]);
});

test('An object is dated by its own times; one end that is not said is the other', () => {
  const link = { type: 'relationship', id: 'r', source_ref: 'i', target_ref: 'l' };
  expect(momentsOf({ ...link, stop_time: '2016-08-27T04:30:00.000Z' })).toEqual([
    { kind: 'happened', start: at('2016-08-27T04:30:00Z'), end: at('2016-08-27T04:30:00Z') },
  ]);
  expect(momentsOf(link)).toEqual([]);
  expect(subjectOf(link)).toBe('i');
});

test('A birth date that is known in part is the stretch of days that it may mean', () => {
  const born = (birth: object): unknown =>
    birthsOf({ type: 'identity', id: 'i', extensions: { [personExtensionId]: { birth_dates: [birth] } } });
  expect(born({ precision: 'month', date: '1974-05' })).toEqual([
    { start: at('1974-05-01'), end: at('1974-06-01') - 1 },
  ]);
  expect(born({ precision: 'between', from: '1989', to: '1992' })).toEqual([
    { start: at('1989-01-01'), end: at('1993-01-01') - 1 },
  ]);
  expect(born({ precision: 'approximate', date: '1369', calendar: 'islamic' })).toEqual([]);
});

test('Stretches meet where they have a moment in common', () => {
  expect(meets({ start: 1, end: 3 }, { start: 3, end: 5 })).toBe(true);
  expect(meets({ start: 1, end: 2 }, { start: 3, end: 5 })).toBe(false);
});
