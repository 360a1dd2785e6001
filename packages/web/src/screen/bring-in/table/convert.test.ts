import { organisationExtensionId, personExtensionId } from '@entente/contract/stix';
import type { StixObject } from '@entente/core/stix/types';
import { expect, test } from 'vitest';
import { Conversion, type Converted } from './convert.ts';
import { contentOf } from './identifier.ts';
import { mappingFor, type Mapping } from './mapping.ts';
import { versionOf } from './version.ts';

function rowsOf(text: string, change: Partial<Mapping> = {}, member = 'belgium'): Converted[] {
  const [headers = [], ...rows] = text.split('\n').map((line) => line.split(','));
  const conversion = new Conversion(member, { ...mappingFor(headers, 'list'), ...change }, headers);
  return rows.map((cells, index) => conversion.convert({ cells, line: index + 2 }));
}

const objectsIn = (rows: readonly Converted[], type: string): StixObject[] =>
  rows.flatMap(({ objects }) => objects).filter((object) => object.type === type);
const faultsIn = (rows: readonly Converted[]): [number, string][] =>
  rows.flatMap(({ problems }) => problems).map(({ line, fault }) => [line, fault]);

test('a person has its names in all scripts, dates, nationality and documents as the table writes them', () => {
  const [row] = rowsOf(
    'Id,Name,Name in original script,Alias,DOB,Nationality,Passport\nP-1,Karim Haddad,كريم حداد,Abu Nuh;The Tailor,1979-1981,Jordanian,X 001',
  );
  expect(row?.problems).toEqual([]);
  expect(row?.objects[0]).toMatchObject({
    type: 'identity',
    name: 'Karim Haddad',
    identity_class: 'individual',
    external_references: [{ source_name: 'list', external_id: 'P-1' }],
    extensions: {
      [personExtensionId]: {
        names: [
          { full: 'Karim Haddad', script: 'Latn', kind: 'primary', transliteration_of: 'كريم حداد' },
          { full: 'كريم حداد', script: 'Arab', kind: 'original-script' },
          { full: 'Abu Nuh', kind: 'alias' },
          { full: 'The Tailor', kind: 'alias' },
        ],
        birth_dates: [{ precision: 'between', from: '1979', to: '1981' }],
        nationalities: [{ code: 'JO', text: 'Jordanian' }],
        documents: [{ type: 'passport', number: 'X 001' }],
      },
    },
  });
});

test('given and family name make the name, and its parts', () => {
  const [row] = rowsOf('Nom,Prénom,Sexe,Nationalité\nDurand,Paule,F,Belgique');
  expect(row?.objects[0]).toMatchObject({
    name: 'Paule Durand',
    extensions: {
      [personExtensionId]: {
        names: [
          {
            parts: [
              { role: 'given', text: 'Paule' },
              { role: 'family', text: 'Durand' },
            ],
          },
        ],
        sex: 'female',
        nationalities: [{ code: 'BE', text: 'Belgique' }],
      },
    },
  });
});

test('one row may make a person, its place, its group and address, and the links between them', () => {
  const rows = rowsOf(
    'Name,Born,City,Country,Group,E-mail\nA,1980,Liège,Belgium,Blue Harbour,a@example.org\nB,1981,Liège,Belgium,Blue Harbour,',
  );
  const types = rows.map(({ objects }) => objects.map(({ type }) => type));
  expect(types[0]).toEqual([
    'identity',
    'location',
    'relationship',
    'identity',
    'relationship',
    'email-addr',
    'relationship',
  ]);
  expect(types[1]).toEqual(['identity', 'relationship', 'relationship']);
  const [place] = objectsIn(rows, 'location');
  expect(place).toMatchObject({ country: 'BE', city: 'Liège' });
  const located = objectsIn(rows, 'relationship').filter((one) => one['relationship_type'] === 'located-at');
  expect(located.map(({ target_ref }) => target_ref)).toEqual([place?.id, place?.id]);
  expect(faultsIn(rows)).toEqual([]);
});

test('a group, a place, an incident and observables become what they are', () => {
  const [group] = objectsIn(rowsOf('Denomination,Sigle,Pays\nBlue Harbour Relief,BHR,Jordanie'), 'identity');
  expect(group).toMatchObject({
    identity_class: 'group',
    extensions: { [organisationExtensionId]: { names: [{ acronym: 'BHR' }], countries: [{ code: 'JO' }] } },
  });
  const [place] = objectsIn(rowsOf('Lieu,Latitude,Longitude\nPort,50.5,4.25'), 'location');
  expect(place).toMatchObject({ name: 'Port', latitude: 50.5, longitude: 4.25 });
  const incident = rowsOf('Event,Date,City,Country\nFire,05/2017,Manchester,United Kingdom');
  expect(objectsIn(incident, 'sighting')[0]).toMatchObject({
    sighting_of_ref: objectsIn(incident, 'incident')[0]?.id,
    where_sighted_refs: [objectsIn(incident, 'location')[0]?.id],
    first_seen: '2017-05-01T00:00:00Z',
    last_seen: '2017-05-31T23:59:59Z',
  });
  const values = [
    '10.0.0.1',
    '2001:db8::1',
    'hxxps://a[.]example/x',
    'A.example',
    'a@b.example',
    '00-11-22-AA-BB-CC',
    'd41d8cd98f00b204e9800998ecf8427e',
  ];
  const observed = rowsOf(`Indicator,Note\n${values.map((value) => `${value},`).join('\n')}\nnothing known,`);
  expect(observed.slice(0, -1).map(({ objects }) => objects[0]?.type)).toEqual([
    'ipv4-addr',
    'ipv6-addr',
    'url',
    'domain-name',
    'email-addr',
    'mac-addr',
    'file',
  ]);
  expect(faultsIn(observed)).toEqual([[9, 'unknown-value']]);
});

test('what is wrong is told by line: what refuses the row, and what is only left out', () => {
  const rows = rowsOf(
    'Id,Name,Sex,Born,City\n1,A,F,12/03/80,\n,B,M,1980,\n3,,F,1980,\n1,C,M,1980,\n5,D,?,1980,\n6,E,F\n7,F\ufffd,F,1980,\n8,G,F,1980,Nowhere',
  );
  expect(faultsIn(rows)).toEqual([
    [2, 'date-unclear'],
    [3, 'no-key'],
    [4, 'unnamed'],
    [5, 'same-key'],
    [6, 'sex-unclear'],
    [7, 'columns'],
    [8, 'unreadable'],
    [9, 'place-unplaced'],
  ]);
  expect(rows.map(({ subject }) => subject !== undefined)).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
});

test('a place without country and coordinates is refused where it is the subject, as STIX holds none', () => {
  expect(
    faultsIn(
      rowsOf('Place,Country\nPort,Atlantis\nQuay,Belgium', {
        subject: 'place',
        columns: { Place: 'place-name', Country: 'country' },
      }),
    ),
  ).toEqual([[2, 'no-country']]);
});

test('ids depend on the member, the list and the key alone; without a key on the row, in any order of columns', () => {
  const idOf = (rows: readonly Converted[]): string | undefined => rows[0]?.subject;
  const first = idOf(rowsOf('Id,Name\n1,A'));
  expect(idOf(rowsOf('Name,Id,Born\nB,1,1980'))).toBe(first);
  expect(idOf(rowsOf('Id,Name\n1,A', { list: 'other' }))).not.toBe(first);
  expect(idOf(rowsOf('Id,Name\n1,A', {}, 'france'))).not.toBe(first);
  const whole = idOf(rowsOf('Name,Born\nA,1980'));
  expect(idOf(rowsOf('Born,Name\n1980,A'))).toBe(whole);
  expect(idOf(rowsOf('Name,Born\nA,1981'))).not.toBe(whole);
  expect(first).toMatch(/^identity--[0-9a-f]{8}-[0-9a-f]{4}-5/);
});

test('the same row again is the version that is there; another is a later one of the same object', () => {
  const person = (text: string): StixObject => rowsOf(`Id,Name\n${text}`)[0]?.objects[0] as StixObject;
  const before = versionOf(person('1,A'), undefined, '2026-11-01T00:00:00.000Z');
  const held = {
    created: String(before['created']),
    modified: String(before['modified']),
    content: contentOf(before),
  };
  expect(versionOf(person('1,A'), held, '2026-11-02T00:00:00.000Z')).toEqual(before);
  expect(versionOf(person('1,B'), held, '2026-11-02T00:00:00.000Z')).toMatchObject({
    id: before.id,
    created: '2026-11-01T00:00:00.000Z',
    modified: '2026-11-02T00:00:00.000Z',
  });
  expect(versionOf(person('1,B'), held, '2026-10-01T00:00:00.000Z')['modified']).toBe(
    '2026-11-01T00:00:00.001Z',
  );
});
