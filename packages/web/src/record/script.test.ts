import { expect, test } from 'vitest';
import { scriptOf } from './script.ts';

test('The script is the one of most letters', () => {
  expect(scriptOf('Karim Elkarnabi')).toBe('Latn');
  expect(scriptOf('كريم القرنبي')).toBe('Arab');
  expect(scriptOf('Карим ал Карнаби (Karim)')).toBe('Cyrl');
  expect(scriptOf('Καρίμ')).toBe('Grek');
});

test('Figures and signs have no script', () => {
  expect(scriptOf('42 — ?')).toBeUndefined();
});
