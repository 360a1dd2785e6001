import { expect, it } from 'vitest';
import { scriptOf } from './script.ts';

it.each([
  ['Ilyas al-Marwānī', 'Latn'],
  ['إلياس المرواني', 'Arab'],
  ['Тимур Велесов', 'Cyrl'],
  ['林浩然', 'Hani'],
  ['ፍትዊ', 'Ethi'],
  ['Abu Nuh (أبو نوح)', undefined],
  ['123', undefined],
])('the script of %j is %s', (name, script) => {
  expect(scriptOf(name)).toBe(script);
});
