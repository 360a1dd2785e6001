import { expect, test } from 'vitest';
import { safeText } from './safe-text.ts';

test('Signs that turn around or hide what stands beside them are left out, and counted', () => {
  expect(safeText('abc\u202Etxt.exe')).toEqual({ text: 'abctxt.exe', omitted: 1 });
  expect(safeText('a\u200Bb\u2066c\u2069\u{E0041}d\u0000')).toEqual({ text: 'abcd', omitted: 5 });
});

test('Joiners of Arabic, Persian and Indic words, tabs and lines stay', () => {
  const text = 'می\u200Cخواهم\n\tक्\u200Dष';
  expect(safeText(text)).toEqual({ text, omitted: 0 });
});
