import type { MessageWords } from './kinds.ts';

/** What messages say, in English. */
export const english: MessageWords = {
  'label-waits': 'A label waits for your agreement.',
  'consent-waits': 'A request for the consent of owners waits for your agreement.',
  'consent-asked': '{member} asks for your consent to release further what you own.',
  'consent-expiring': 'A request of {member} for your consent ends within a day.',
  'consent-taken-back': '{member} took back its request for your consent.',
  'consent-given': '{member} consents to what you asked.',
  'consent-refused': '{member} refuses what you asked.',
  'consent-withdrawn': '{member} withdrew its consent.',
  'consent-in-force': 'All owners consented: the label that you asked for is in force.',
  'consent-expired': 'The date of your request passed before all owners had consented.',
};
