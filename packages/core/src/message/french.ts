import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Un marquage attend votre accord.',
  'request-asked': 'Une demande attend votre réponse.',
  'request-reminder': 'L’échéance d’une demande approche, et votre réponse est attendue.',
  'request-expired': 'L’échéance d’une demande est passée sans réponse.',
  'request-acknowledged': 'Un membre a accusé réception de votre demande.',
  'request-answered': 'Un membre a répondu à votre demande.',
  'request-refused': 'Un membre a décliné votre demande, ou n’a rien à son sujet.',
  'device-new': 'Votre compte s’est connecté dans un navigateur où il ne l’avait jamais été.',
  'recovery-used': 'Le code de secours de votre membre a été utilisé.',
  'mail-stopped':
    'Le courriel d’un compte de votre membre n’a pu être remis pendant trois jours ; il n’en reçoit plus.',
  'webhook-stopped':
    'Un webhook de votre membre n’a pu être joint pendant trois jours ; il n’est plus appelé.',
};
