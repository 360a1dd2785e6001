import { expect, test } from 'vitest';
import { isPersonName } from './person-name.ts';

test.each(['Muhammad Balqasim', 'محمد بلقاسم', 'BENALI, Karim', 'Abd al-Rahman d’Azalée', 'J. Smith'])(
  '“%s” reads as a name',
  (words) => expect(isPersonName(words)).toBe(true),
);

test.each([
  '',
  'karim',
  'a b',
  '192.0.2.1 10.0.0.1',
  'karim@example.org now',
  'one two three four five six seven',
])('“%s” does not', (words) => expect(isPersonName(words)).toBe(false));
