import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readingOf, rowsOf, TableError } from './read.ts';
import type { Row } from './row.ts';

async function read(content: string | Uint8Array<ArrayBuffer>): Promise<Row[]> {
  const file = new Blob([content]);
  return all(rowsOf(file, await readingOf(file)));
}

async function all(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

test('rows are told with the line in which they begin, also after cells of several lines and empty ones', async () => {
  const rows = await read('name,note\nA,"one\ntwo, three"\n\nB,"say ""no"""\nC\n');
  expect(rows).toEqual([
    { cells: ['name', 'note'], line: 1 },
    { cells: ['A', 'one\ntwo, three'], line: 2 },
    { cells: ['B', 'say "no"'], line: 5 },
    { cells: ['C'], line: 6 },
  ]);
});

test('gzip, marks, Windows line ends and encodings are read by themselves', async () => {
  const packed = new Uint8Array(gzipSync('\ufeffnom;ville\r\nزينب;Liège\r\n'));
  expect((await read(packed)).map(({ cells }) => cells)).toEqual([
    ['nom', 'ville'],
    ['زينب', 'Liège'],
  ]);
  const western = Uint8Array.from('nom;ville\nA;Li\xe8ge\n', (sign) => sign.charCodeAt(0));
  expect((await read(western))[1]?.cells).toEqual(['A', 'Liège']);
});

test('a character is whole wherever the file is cut into pieces', async () => {
  const names = Array.from({ length: 40_000 }, (_, index) => `${index},زينب الليثي`);
  const rows = await read(`id,name\n${names.join('\n')}\n`);
  expect(rows).toHaveLength(40_001);
  expect(rows.at(-1)).toEqual({ cells: ['39999', 'زينب الليثي'], line: 40_001 });
  expect(rows.some(({ cells }) => cells[1]?.includes('\ufffd'))).toBe(false);
});

test('a quote that is never closed is told with the line from which on nothing can be read', async () => {
  const file = new Blob(['name,note\nA,fine\nB,"open\nC,lost\n']);
  const error = await all(rowsOf(file, { encoding: 'utf-8', delimiter: ',' })).catch(
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(TableError);
  expect((error as TableError).line).toBe(3);
});

test('an empty file has no rows', async () => {
  expect(await read('')).toEqual([]);
});
