import type { MessageWords } from './kinds.ts';

/** What messages say, in French. */
export const french: MessageWords = {
  'label-waits': 'Un marquage attend votre accord.',
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
};
