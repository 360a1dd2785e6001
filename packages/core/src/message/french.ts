import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Un marquage attend votre accord.',
  'recall-told':
    'Ce qu’un autre membre vous avait remis a été rappelé\u00a0: supprimez vos copies et accusez réception.',
  'recall-reminder':
    'Un rappel attend encore votre accusé de réception\u00a0: supprimez vos copies et accusez réception.',
};
