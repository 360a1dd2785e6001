import { expect, test } from 'vitest';
import { spelledIn } from './spelling.ts';

test.each([
  ['Karim El-Karnabi', 'karnabi', 'Karnabi'],
  ['Farès el Merjani', 'fares', 'Farès'],
  ['أَحْمَد القرنبي', 'احمد', 'أَحْمَد'],
  ['كريم القرنبي', 'قرنبي', 'قرنبي'],
  ['Abd al-Rahman', 'abd al rahman', 'Abd al-Rahman'],
  ['Καρίμ Αλ Καρνάμπι', 'καρναμπι', 'Καρνάμπι'],
])('of “%s”, the part %s is shown as it is written there', (name, part, written) => {
  expect(spelledIn(name, part)).toBe(written);
});

test('where a part begins a word it is taken there, not from within another', () => {
  expect(spelledIn('Wail al-Ali', 'al')).toBe('al');
  expect(spelledIn('Salim al Ali', 'ali')).toBe('Ali');
});

test('what is not found is shown as the comparison says it', () => {
  expect(spelledIn('Karim', 'xyz')).toBe('xyz');
  expect(spelledIn('Karim', '-')).toBe('-');
});
