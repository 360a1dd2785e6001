import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Une étiquette attend votre accord.',
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
  'decision-tabled': 'Un texte est soumis à votre membre par procédure de silence, jusqu’au {expiry}.',
  'decision-for-note': 'Un texte est soumis à votre membre pour qu’il en prenne note, jusqu’au {expiry}.',
  'decision-revised':
    'Un texte revient à votre membre dans une nouvelle version, par procédure de silence jusqu’au {expiry}.',
  'decision-reminder': 'Le silence sur un texte expire le {expiry}.',
  'decision-extended': 'Le délai pour un texte est prolongé jusqu’au {expiry}.',
  'decision-broken': 'Le silence sur un texte est rompu.',
  'decision-adopted': 'Un texte est adopté.',
  'decision-noted': 'Le délai pour prendre note d’un texte est écoulé.',
  'decision-issued': 'Une décision est publiée auprès des membres.',
  'decision-ended': 'Un texte n’est plus soumis aux membres.',
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
  'matching-proposed': '{member} propose un accord de concordance (hit/no-hit).',
  'matching-accepted': '{member} accepte l’accord de concordance (hit/no-hit) que vous avez proposé.',
  'matching-ended': '{member} a décliné un accord de concordance (hit/no-hit) ou y a mis fin.',
  'matching-departed':
    'L’accord de concordance (hit/no-hit) avec {member} a pris fin, ce membre ayant quitté la cellule.',
  'matching-rests':
    'L’accord de concordance (hit/no-hit) avec {member} est suspendu, comme ce membre, jusqu’à son retour.',
  'matching-resumed':
    'L’accord de concordance (hit/no-hit) avec {member} reprend, ce membre étant réintégré.',
  'matching-answered': '{member} a répondu à une interrogation de votre passerelle.',
  'matching-refused': '{member} a refusé une interrogation de votre passerelle.',
  'recall-told':
    'Ce qu’un autre membre vous avait remis a été rappelé\u00a0: supprimez vos copies et accusez réception.',
  'recall-reminder':
    'Un rappel attend encore votre accusé de réception\u00a0: supprimez vos copies et accusez réception.',
  'review-due': 'Des fiches de votre membre doivent être réexaminées avant le {day}.',
  'review-overdue':
    'Des fiches de votre membre devaient être réexaminées avant le {day}\u00a0: à défaut, les autres n’y auront plus accès.',
  'subject-deadline': 'La réponse à une personne concernée est attendue avant le {day}.',
};
