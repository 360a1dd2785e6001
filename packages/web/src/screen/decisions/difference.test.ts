import { expect, test } from 'vitest';
import { compareTexts, type Piece } from './difference.ts';

const changed = (pieces: readonly Piece[]): string[] =>
  pieces.filter(({ isShared }) => !isShared).map(({ text }) => text.trim());
const whole = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

test('What one text has and the other has not is told apart, and each stays whole', () => {
  const [old, young] = ['Montenegro enters in June.', 'Montenegro enters not before July.'];
  const { before, after } = compareTexts(old, young);
  expect([whole(before), whole(after)]).toEqual([old, young]);
  expect([changed(before), changed(after)]).toEqual([['in June.'], ['not before July.']]);
});

test('The same text has nothing that is changed; texts that share nothing are changed as a whole', () => {
  expect(changed(compareTexts('As it was.', 'As it was.').before)).toEqual([]);
  expect(changed(compareTexts('One', 'Other').after)).toEqual(['Other']);
});
