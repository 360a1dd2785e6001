import type { MessageWords } from './kinds.ts';

/** What messages say, in English. */
export const english: MessageWords = {
  'label-waits': 'A label waits for your agreement.',
  'recall-told': 'What another member had given you was taken back: remove your copies and acknowledge.',
  'recall-reminder': 'A recall has not been acknowledged yet: remove your copies and acknowledge.',
  'review-due': 'Records of your member are to be reviewed by {day}.',
  'review-overdue': 'Records of your member were to be reviewed by {day}; others lose them if nobody does.',
  'subject-deadline': 'The answer to a data subject is due by {day}.',
};
