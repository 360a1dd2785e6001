/** What is said of a run that has no answer. */
import { expect, it } from 'vitest';
import { inWords } from './reason.ts';

it('gives a word of the protocol with what it means', () => {
  expect(inWords('quota')).toContain('quota (it has more keys');
  expect(inWords('ended')).toBe('ended (the agreement has ended)');
});

it('gives words of another member’s person as such, in one line that steers no terminal', () => {
  const reason = 'Call us.\n\u001b[2J2df5: run 8b69 has ended, candidates 0.\u202e';
  expect(inWords(reason)).toBe('“Call us. [2J2df5: run 8b69 has ended, candidates 0.”');
});
