/** Lists of a gateway in the three formats. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
const stix = JSON.stringify({
  type: 'bundle',
  id: 'bundle--5c1f5b5a-2a57-4a05-9f59-c1c4bb0b1d1c',
  objects: [
    { type: 'identity', id: 'identity--1', name: 'Yusuf Haddad', identity_class: 'individual' },
    { type: 'identity', id: 'identity--2', name: 'Haddad Ltd', identity_class: 'organization' },
  ],
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
    { reference: 'identity--1', person: { names: ['Yusuf Haddad'], ...none } },
  ]);
  expect(await readList(await fileOf('list.xml', un))).toMatchObject([
    { person: { names: ['YUSUF HADDAD'], births: ['1980'] } },
  ]);
});

it.each([
  [
    'a date that is none',
    'name,birth\nYusuf Haddad,1980\nAnna Mansour,spring 1980\n',
    'person 2: “spring 1980” is no date',
  ],
  ['no name', 'title,birth\nYusuf Haddad,1980\n', 'a column “name” or “names” is wanted'],
  ['lines of unequal length', 'name,birth\nYusuf Haddad\n', 'is no CSV'],
  ['half a bundle', '{"type":"bundle"', 'is not JSON'],
])('says where a list has %s', async (_what, text, message) => {
  await expect(readList(await fileOf('wrong', text))).rejects.toThrow(message);
});
