import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './process.ts';

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

it('prints the keys made for each person of a list in any of the three formats', async () => {
  const fromCsv = await run(['gateway', 'keys', await fileOf('list.csv', csv)]);
  expect(fromCsv.code).toBe(0);
  expect(fromCsv.out).toContain('7\tYusuf Haddad\n\tdocument|AB1234567\tdocument\tstrong\n');
  expect(fromCsv.out.match(/\tday\|1980-02-19\|T\t/g)).toHaveLength(2);
  const fromUn = await run(['gateway', 'keys', '--side', 'asked', '--json', await fileOf('list.xml', un)]);
  expect(JSON.parse(fromUn.out)).toMatchObject({ names: ['YUSUF HADDAD'], births: ['1980'] });
  const fromStix = await run(['gateway', 'keys', '--json', await fileOf('list.json', stix)]);
  expect(fromStix.out.trim().split('\n')).toHaveLength(1);
  expect(fromStix.error).toContain('Persons: 1;');
});

it('names the person whose date is none', async () => {
  const file = await fileOf('wrong.csv', 'name,birth\nYusuf Haddad,1980\nAnna Mansour,spring 1980\n');
  const { code, error } = await run(['gateway', 'keys', file]);
  expect(code).toBe(1);
  expect(error).toContain('person 2: “spring 1980” is no date');
});
