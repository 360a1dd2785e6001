import { expect, it } from 'vitest';
import { countryCode } from './countries.ts';

it.each([
  ['France', 'FR'],
  [' the  Netherlands', 'NL'],
  ['CÔTE D’IVOIRE', 'CI'],
  ['Iran (Islamic Republic of)', 'IR'],
  ['Tunisian', 'TN'],
])('%j is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});

it.each(['Congolese', 'Possibly Ethiopian', 'USSR (until 1991)', 'Sudanese by birth', 'Ruritania', ''])(
  'a text that does not name one country alone has no code: %j',
  (text) => {
    expect(countryCode(text)).toBeUndefined();
  },
);
