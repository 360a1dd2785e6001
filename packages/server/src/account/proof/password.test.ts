import { expect, test } from 'vitest';
import { requireGoodPassword } from './password.ts';

const refusalOf = (password: string): string => {
  try {
    requireGoodPassword(password, 'maria.lund@norland');
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

test.each(['seven grey herons', 'Ölçü tartı şöför', 'kT7#vQ2!mZ9$', '五つの灰色の鷺が湖の上を飛ぶ'])(
  'a long password of its own is taken: %s',
  (password) => expect(refusalOf(password)).toBe('taken'),
);

test.each([
  ['elevenchars', 'at least 12'],
  ['x'.repeat(257), 'at most 256'],
  ['maria.lund@norland', 'the login'],
  ['MariaLund2017', 'the login'],
  ['abababababab', 'repeat'],
  ['Password1234', 'tried first'],
  ['entente-2017!', 'tried first'],
  ['123456789012', 'tried first'],
])('a password that is guessed at once is refused: %s', (password, reason) =>
  expect(refusalOf(password)).toContain(reason),
);
