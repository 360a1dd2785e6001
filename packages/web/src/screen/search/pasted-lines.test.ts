import { expect, test } from 'vitest';
import { isList, linesIn } from './pasted-lines.ts';

test('lines are trimmed, and each is looked up once', () => {
  expect(linesIn(' Karim Benali \r\n\r\nKarim Benali\nكريم')).toEqual({
    lines: ['Karim Benali', 'كريم'],
    left: 0,
  });
});

test('addresses that were made unclickable are whole again', () => {
  expect(linesIn('hxxps://evil[.]example/a\na[at]evil(.)example').lines).toEqual([
    'https://evil.example/a',
    'a@evil.example',
  ]);
});

test('one line is words, two are a list; beyond a thousand it is said how many are left', () => {
  expect([isList('Karim Benali\n'), isList('a\nb')]).toEqual([false, true]);
  const many = linesIn(Array.from({ length: 1200 }, (_none, place) => `line ${place}`).join('\n'));
  expect([many.lines.length, many.left]).toEqual([1000, 200]);
});
