import { expect, test } from 'vitest';
import { fieldsFor, subjectFor } from './header.ts';
import { fitted, isMapping, lacksOf, mappingFor } from './mapping.ts';

test('columns of persons are found by their headers, in English', () => {
  const headers = [
    'Ref.',
    'Full name',
    'Name (Arabic)',
    'a.k.a.',
    'Date of birth',
    'Place of birth',
    'Nationality',
    'Passport no.',
    'Sex',
    'City',
    'Country',
    'Remarks',
  ];
  expect(Object.values(fieldsFor(headers, 'person'))).toEqual([
    'reference',
    'name',
    'original-name',
    'alias',
    'birth-date',
    'birth-place',
    'nationality',
    'passport',
    'sex',
    'city',
    'country',
    'description',
  ]);
});

test('columns of persons are found by their headers, in French', () => {
  const headers = [
    'N°',
    'Nom',
    'Prénom',
    'Nom en écriture d’origine',
    'Né(e) le',
    'Lieu de naissance',
    'Nationalité',
    'N° de passeport',
    'Sexe',
    'Adresse',
    'Courriel',
    'Observations',
  ];
  expect(fieldsFor(headers, 'person')).toEqual({
    'N°': 'reference',
    Nom: 'family-name',
    Prénom: 'given-name',
    'Nom en écriture d’origine': 'original-name',
    'Lieu de naissance': 'birth-place',
    'Né(e) le': 'birth-date',
    Nationalité: 'nationality',
    'N° de passeport': 'passport',
    Sexe: 'sex',
    Adresse: 'address',
    Courriel: 'e-mail',
    Observations: 'description',
  });
});

test.each([
  [['name', 'dob'], 'person'],
  [['Nom', 'Prénom', 'Nationalité'], 'person'],
  [['Dénomination', 'Sigle', 'Pays'], 'group'],
  [['Event', 'Date', 'City', 'Country'], 'incident'],
  [['Lieu', 'Latitude', 'Longitude'], 'place'],
  [['Indicator', 'First seen'], 'observable'],
] as const)('a table with %j holds rows of the kind %s', (headers, subject) => {
  expect(subjectFor(headers)).toBe(subject);
});

test('the column of references tells the rows apart, where there is one', () => {
  expect(mappingFor(['id', 'name'], 'list').key).toBe('id');
  expect(mappingFor(['name'], 'list').key).toBeUndefined();
});

test('a remembered mapping fits another file as far as that has the columns', () => {
  const mapping = mappingFor(['id', 'name', 'dob'], 'list');
  expect(fitted(mapping, ['name', 'other'])).toMatchObject({ columns: { name: 'name' }, key: undefined });
});

test('it is said why a mapping makes no record', () => {
  expect(lacksOf({ ...mappingFor(['dob'], ' ') })).toEqual(['list-unnamed', 'nothing-named']);
  expect(lacksOf(mappingFor(['Place', 'Lat'], 'l'))).toEqual(['coordinates-halved']);
  expect(lacksOf(mappingFor(['id', 'name'], 'l'))).toEqual([]);
});

test('what is kept on a device counts as a mapping only where it is one', () => {
  expect(isMapping(JSON.parse(JSON.stringify(mappingFor(['id', 'name'], 'l'))))).toBe(true);
  for (const other of [null, 3, {}, { ...mappingFor(['name'], 'l'), columns: { name: 'height' } }]) {
    expect(isMapping(other)).toBe(false);
  }
});
