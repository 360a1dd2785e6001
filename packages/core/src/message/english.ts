import type { MessageWords } from './kinds.ts';

/** What messages say, in English. */
export const english: MessageWords = {
  'label-waits': 'A label waits for your agreement.',
  'recall-told': 'What another member had given you was taken back: remove your copies and acknowledge.',
  'recall-reminder': 'A recall has not been acknowledged yet: remove your copies and acknowledge.',
};
