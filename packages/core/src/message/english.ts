import type { MessageWords } from './kinds.ts';

/** What messages say, in English. */
export const english: MessageWords = {
  'label-waits': 'A label waits for your agreement.',
  'device-new': 'Your account signed in in a browser that it had not been in before.',
  'recovery-used': 'The recovery code of your member was used.',
  'mail-stopped':
    'E-mail to an account of your member could not be delivered for three days; it gets no more.',
  'webhook-stopped': 'A webhook of your member could not be reached for three days; it is called no more.',
};
