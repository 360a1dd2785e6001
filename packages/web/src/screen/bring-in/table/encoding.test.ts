import { expect, test } from 'vitest';
import { delimiterOf, encodingOf } from './encoding.ts';

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};
const table = 'nom;né le\nÉlodie;1980\nزينب;1981\n';

test('UTF-8 is known with its mark and without, also where the sample ends within a character', () => {
  const bytes = new TextEncoder().encode(table);
  expect(encodingOf(bytes)).toBe('utf-8');
  expect(encodingOf(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toBe('utf-8');
  expect(encodingOf(bytes.slice(0, 6))).toBe('utf-8');
});

test('UTF-16 is known with its mark and without, in either order', () => {
  for (const mark of ['\ufeff', '']) {
    expect(encodingOf(utf16(mark + table, true))).toBe('utf-16le');
    expect(encodingOf(utf16(mark + table, false))).toBe('utf-16be');
  }
});

test('what is no UTF is taken for Windows-1252', () => {
  expect(encodingOf(Uint8Array.from('n\xe9 le,\x80\n', (sign) => sign.charCodeAt(0)))).toBe('windows-1252');
});

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['nom;né le;ville\n"Durand, Paul";1980;Liège\n', ';'],
  ['name\tborn\nA, B\t1980\n', '\t'],
  ['name|note\nA|"x|y"\n', '|'],
  ['name,note\nA,"one; two; three\nfour; five"\nB,"x; y"\n', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});
