import type { MessageWords } from './kinds.ts';

/** What messages say, in English. */
export const english: MessageWords = {
  'label-waits': 'A label waits for your agreement.',
  'decision-tabled': 'A text is put to your member under silence, until {expiry}.',
  'decision-for-note': 'A text is put to your member for note, until {expiry}.',
  'decision-revised': 'A text comes to your member in its next version, under silence until {expiry}.',
  'decision-reminder': 'Silence on a text ends at {expiry}.',
  'decision-extended': 'More time is given for a text, until {expiry}.',
  'decision-broken': 'Silence on a text is broken.',
  'decision-adopted': 'A text is adopted.',
  'decision-noted': 'The time to take note of a text is over.',
  'decision-issued': 'A decision is issued.',
  'decision-ended': 'A text is before the members no more.',
};
