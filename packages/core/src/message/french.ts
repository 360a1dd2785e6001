import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Un marquage attend votre accord.',
  'recall-told':
    'Ce qu’un autre membre vous avait remis a été rappelé\u00a0: supprimez vos copies et accusez réception.',
  'recall-reminder':
    'Un rappel attend encore votre accusé de réception\u00a0: supprimez vos copies et accusez réception.',
  'review-due': 'Des fiches de votre membre doivent être réexaminées avant le {day}.',
  'review-overdue':
    'Des fiches de votre membre devaient être réexaminées avant le {day}\u00a0: à défaut, les autres n’y auront plus accès.',
  'subject-deadline': 'La réponse à une personne concernée est attendue avant le {day}.',
};
