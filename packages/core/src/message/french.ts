import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Un marquage attend votre accord.',
  'device-new': 'Votre compte s’est connecté dans un navigateur où il ne l’avait jamais été.',
  'recovery-used': 'Le code de secours de votre membre a été utilisé.',
  'mail-stopped':
    'Le courriel d’un compte de votre membre n’a pu être remis pendant trois jours ; il n’en reçoit plus.',
  'webhook-stopped':
    'Un webhook de votre membre n’a pu être joint pendant trois jours ; il n’est plus appelé.',
};
