/** Lists of a gateway in the three formats. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personExtensionId } from '@entente/core/extension/identifiers';
import { Failure } from '@entente/core/failure';
import { readList } from './list.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-gateway-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const csv = 'reference,names,births,documents\n7,Yusuf Haddad; يوسف حداد,1980-02-19,AB 1234567\n';
const person = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--5c1f5b5a-2a57-4a05-9f59-c1c4bb0b1d01',
  created: '2020-01-01T00:00:00.000Z',
  modified: '2020-01-01T00:00:00.000Z',
  name: 'Yusuf Haddad',
  identity_class: 'individual',
};
const { id: _id, ...nameless } = person;
const firm = { ...person, id: person.id.replace('d01', 'd02'), identity_class: 'organization' };
const detailed = (content: object): string =>
  JSON.stringify([firm, { ...person, extensions: { [personExtensionId]: content } }]);
const stix = JSON.stringify({
  type: 'bundle',
  id: 'bundle--5c1f5b5a-2a57-4a05-9f59-c1c4bb0b1d1c',
  objects: [person, firm],
});
const un =
  '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2020-11-30T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>' +
  '<DATAID>1</DATAID><FIRST_NAME>YUSUF</FIRST_NAME><SECOND_NAME>HADDAD</SECOND_NAME>' +
  '<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1980</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>' +
  '<ENTITIES></ENTITIES></CONSOLIDATED_LIST>';

const yusuf = { names: ['Yusuf Haddad', 'يوسف حداد'], births: ['1980-02-19'], documents: ['AB 1234567'] };

it('reads persons from CSV, STIX and the list of the United Nations, and leaves organisations out', async () => {
  expect(await readList(await fileOf('list.csv', csv))).toEqual([{ reference: '7', person: yusuf }]);
  const none = { births: [], documents: [] };
  expect(await readList(await fileOf('list.json', stix))).toEqual([
    { reference: person.id, person: { names: ['Yusuf Haddad'], ...none } },
  ]);
  expect(await readList(await fileOf('list.xml', un))).toMatchObject([
    { person: { names: ['YUSUF HADDAD'], births: ['1980'] } },
  ]);
});

it('numbers a person whose reference is empty', async () => {
  const entries = await readList(await fileOf('numbered.csv', 'reference,name\n,Yusuf Haddad\n'));
  expect(entries).toMatchObject([{ reference: '1' }]);
});

it.each([
  ['a date that is none', 'name,birth\nA B,1980\nC D,spring 1980\n', 'person 2: “spring 1980” is no date'],
  ['a month that is none', 'name,birth\nA B,1980-13-01\n', 'person 1: “1980-13-01” is no date'],
  ['no column of names', 'title,birth\nYusuf Haddad,1980\n', 'the first line names no column “names”'],
  ['a column of another program', 'name,born\nYusuf Haddad,1980\n', '“born” is no column of a list'],
  ['an empty name', 'name,birth\nA B,1980\n;,1980\n', 'person 2 has no name'],
  ['lines of unequal length', 'name,birth\nYusuf Haddad\n', 'is no CSV'],
  ['nothing in it', '', 'has no person in it'],
  ['a head alone', 'name,birth\n', 'has no person in it'],
  ['nobody in it', JSON.stringify([firm]), 'has no person in it'],
  ['half a bundle', '{"type":"bundle"', 'is not JSON'],
  ['a bundle of no list', '{"type":"bundle","objects":{}}', 'its “objects” are no list'],
  ['a number for an object', JSON.stringify([person, 7]), 'object 2 is no STIX object'],
  ['an object of no type', JSON.stringify([{ id: person.id }]), 'object 1: type is required'],
  ['an identity without id', JSON.stringify([person, nameless]), 'object 2: id is required'],
  ['a name that is no text', JSON.stringify({ ...person, name: 7 }), `object 1 (${person.id}): name must be`],
  [
    'names that are no list',
    detailed({ extension_type: 'property-extension', names: 'A B' }),
    'names must be',
  ],
  ['an extension that is none', detailed([]), `object 2 (${person.id}): extensions`],
])('says where a list has %s', async (_what, text, message) => {
  const file = await fileOf('wrong', text);
  await expect(readList(file)).rejects.toThrow(message);
  await expect(readList(file)).rejects.toBeInstanceOf(Failure);
});
