import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AskedPerson } from '@entente/contract/screening';
import { afterAll, describe, expect, it } from 'vitest';
import { personsIn } from './persons.ts';

const folder = mkdtempSync(join(tmpdir(), 'screening-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string): Promise<AskedPerson[]> {
  const path = join(folder, 'list');
  writeFileSync(path, text);
  const persons: AskedPerson[] = [];
  for await (const person of personsIn(path)) persons.push(person);
  return persons;
}

const refuses = (text: string, told: string): Promise<void> =>
  expect(read(text)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(told) });

describe('a list of persons as CSV', () => {
  it('has line breaks, commas and doubled quotes within quotes, and a mark of byte order before its head', async () => {
    const rows =
      '\ufeffNote,"Name",born\r\n"one,\r\ntwo","Haddad,\r\nYusuf",1979\r\n\r\n,"Anna ""Nan"" Mansour",\r\n';
    expect(await read(rows)).toEqual([
      { name: 'Haddad,\r\nYusuf', born: '1979' },
      { name: 'Anna "Nan" Mansour' },
    ]);
  });

  it('has quotes within a cell that none begins, and short lines', async () => {
    expect(await read('name,born,document\nAnna "Nan" Mansour\n')).toEqual([{ name: 'Anna "Nan" Mansour' }]);
  });

  it.each([
    ['name,born\n"Anna\nMansour",1979\nYusuf,12.3.79\n', 'Line 4, born: must be a date, as YYYY'],
    ['name,born\n"Anna\nMansour",1979\n,1979\n', 'Line 4, name: a name is wanted.'],
    ['name,born\nHaddad, Yusuf,1979\n', 'line 2'],
    ['name,born\n"Anna,1979\nYusuf,1979\n', 'is no CSV: Quote Not Closed'],
    ['who,born\nAnna,1979\n', 'The first line names the columns'],
  ])('is refused by the line that is wrong: %j', refuses);
});

describe('a list of persons as JSON', () => {
  it('has an object a line', async () => {
    expect(await read('\n{"name":"Anna"}\n\n{"name":"Yusuf","born":"1979"}\n')).toEqual([
      { name: 'Anna' },
      { name: 'Yusuf', born: '1979' },
    ]);
  });

  it.each([
    ['[{"name":"Anna"}]', 'is one JSON array'],
    ['{"name":"Anna"}\n{"name":\n', 'Line 2 is not JSON'],
    ['{"born":"1979"}\n', 'Line 1, name: a name is wanted.'],
  ])('is refused by what is wrong: %j', refuses);
});
