import type { MessageWords } from './kinds.ts';

/** What messages say, in English. */
export const english: MessageWords = {
  'label-waits': 'A label waits for your agreement.',
  'request-asked': 'A request waits for your answer.',
  'request-reminder': 'The date of a request comes near, and it waits for your answer.',
  'request-expired': 'The date of a request has passed without an answer.',
  'request-acknowledged': 'A member has acknowledged your request.',
  'request-answered': 'A member has answered your request.',
  'request-refused': 'A member has declined your request, or holds nothing on it.',
  'device-new': 'Your account signed in in a browser that it had not been in before.',
  'recovery-used': 'The recovery code of your member was used.',
  'mail-stopped':
    'E-mail to an account of your member could not be delivered for three days; it gets no more.',
  'webhook-stopped': 'A webhook of your member could not be reached for three days; it is called no more.',
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
