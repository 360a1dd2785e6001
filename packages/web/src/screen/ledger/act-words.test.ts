/** Words for acts in the ledger. */
import { expect, it } from 'vitest';
import { actWord } from './act-words.ts';

it.each([
  ['recall', 'act.recall'],
  ['recall-acknowledge', 'about.recall'],
  ['recover', 'act.recover'],
  ['recovery-renew', 'about.recovery'],
  ['link-redeem', 'act.link-redeem'],
  ['matching-propose', 'about.matching'],
  ['matching-run', 'about.matching'],
  ['reader-create', 'about.reader'],
])('%s has words of its own or of what it is about', (kind, word) => {
  expect(actWord(kind)).toBe(word);
});

it('names what has no words as the ledger does', () => {
  expect(actWord('memberless')).toBeUndefined();
});
