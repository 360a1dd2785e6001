import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Un marquage attend votre accord.',
  'consent-waits': 'Une demande de consentement attend votre accord.',
  'consent-asked':
    '{member} demande votre consentement pour diffuser plus loin ce dont vous êtes propriétaire.',
  'consent-expiring': 'Une demande de consentement de {member} prend fin d’ici un jour.',
  'consent-taken-back': '{member} a retiré sa demande de consentement.',
  'consent-given': '{member} consent à ce que vous avez demandé.',
  'consent-refused': '{member} refuse ce que vous avez demandé.',
  'consent-withdrawn': '{member} a retiré son consentement.',
  'consent-in-force': 'Tous les propriétaires ont consenti : l’étiquette demandée est en vigueur.',
  'consent-expired':
    'L’échéance de votre demande est passée avant le consentement de tous les propriétaires.',
};
