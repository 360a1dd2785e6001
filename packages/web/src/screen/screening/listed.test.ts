import { expect, test } from 'vitest';
import { listedIn } from './listed.ts';

const listed = (text: string) => listedIn(new Blob([text]));

test('lines without headers are names, whatever their script; a comma in them is passed over', async () => {
  const { persons } = await listed('Karim Benali\nHADDAD, Yusuf\nمحمد بلقاسم\n');
  expect(persons.map(({ line, asked }) => [line, asked.name])).toEqual([
    [1, 'Karim Benali'],
    [2, 'HADDAD Yusuf'],
    [3, 'محمد بلقاسم'],
  ]);
});

test('a name that has a word of headers in it is a name', async () => {
  expect((await listed('Tanaka Benali\nKarim Benali')).persons).toHaveLength(2);
  expect((await listed('Name\nKarim Benali')).persons).toHaveLength(1);
});

test('columns are known by their headers in English and French, dates and countries as people write them', async () => {
  const english = await listed('name,born,nationality,document\nKarim Benali,1991-03-14,Belgian,X 1\n');
  expect(english.persons).toEqual([
    { line: 2, asked: { name: 'Karim Benali', born: '1991-03-14', nationality: 'BE', document: 'X 1' } },
  ]);
  const french = await listed('Nom;Prénom;Né le;Nationalité\nBenali;Karim;14/03/1991;Belgique\n');
  expect(french.persons).toEqual([
    { line: 2, asked: { name: 'Karim Benali', born: '1991-03-14', nationality: 'BE' } },
  ]);
});

test('a date that cannot be read is said, and lines without a name are counted', async () => {
  const { persons, nameless } = await listed('name,born\nKarim Benali,about then\n,1990\n');
  expect(persons).toEqual([{ line: 2, asked: { name: 'Karim Benali' }, unread: 'about then' }]);
  expect(nameless).toBe(1);
});

test('beyond a thousand it is said how many are left', async () => {
  const { persons, left } = await listed(
    Array.from({ length: 1010 }, (_none, place) => `Karim Benali ${'abcdefghij'[place % 10]}`).join('\n'),
  );
  expect([persons.length, left]).toEqual([1000, 10]);
});
