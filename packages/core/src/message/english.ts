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
};
