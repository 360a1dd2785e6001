/** Mots de tous les écrans. */
import type english from '../en/common.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  'nav.situation': 'Situation',
  'nav.search': 'Recherche',
  'nav.graph': 'Graphe',
  'nav.places': 'Carte et chronologie',
  'nav.bring-in': 'Versement',
  'nav.reports': 'Rapports',
  'nav.coalition': 'Coalition',
  'nav.settings': 'Compte',
  'nav.main': 'Navigation principale',
  'nav.open': 'Ouvrir le menu',
  'skip-to-content': 'Aller au contenu',
  'search-anywhere': 'Chercher dans votre vue',
  'you-are': 'Vous êtes {{account}}, pour {{member}}',
  'sign-out': 'Se déconnecter',
  'language.other': 'English',
  'theme.light': 'Clair',
  'theme.dark': 'Sombre',
  'theme.auto': 'Comme le système',
  theme: 'Apparence',
  'live.on': 'En direct\u00a0: ce que d’autres diffusent s’affiche de soi-même',
  'live.off': 'Liaison interrompue, nouvel essai en cours. L’affichage peut dater.',
  offline:
    'Vous êtes hors ligne. Ce que vous rédigez est conservé sur ce poste jusqu’au retour de la liaison avec la cellule.',
  loading: 'Chargement…',
  'try-again': 'Réessayer',
  close: 'Fermer',
  cancel: 'Annuler',
  save: 'Enregistrer',
  copy: 'Copier',
  copied: 'Copié',
  back: 'Retour',
  'to-situation': 'Revenir à la situation',
  'failure.title': 'L’opération n’a pas abouti',
  'failure.detail': 'Réponse de la cellule',
  'failure.invalid': 'Un élément de la demande n’est pas correct.',
  'failure.unauthenticated': 'Votre session est close. Reconnectez-vous pour continuer.',
  'failure.forbidden':
    'Votre compte n’y est pas autorisé. Adressez-vous à un administrateur de votre membre.',
  'failure.not-found':
    'Il n’y a rien ici que vous puissiez voir\u00a0: soit cela n’existe pas, soit cela ne vous est pas destiné.',
  'failure.conflict':
    'Une autre personne a modifié ceci entre-temps. Relisez la version actuelle, puis réessayez.',
  'failure.too-many': 'Demandes trop nombreuses. Patientez un peu avant de réessayer.',
  'failure.too-large': 'L’envoi est trop volumineux. Scindez-le.',
  'failure.unavailable':
    'La cellule est injoignable pour l’instant. Rien n’est perdu\u00a0; réessayez dans un moment.',
  'failure.other':
    'La cellule a rencontré un incident. Réessayez\u00a0; s’il persiste, communiquez à l’hôte le numéro ci-dessous.',
  'members.unknown': 'un membre',
  'own-contribution': 'Votre membre',
  'notice-of-the-hub': 'Avis du centre',
  'label.released-to': 'Diffusé à\u00a0: {{audiences}}',
  'label.everybody': 'tous les membres',
  'label.or': '{{one}} ou {{other}}',
  'label.and': '{{one}}, et {{other}}',
  'label.rank': '{{policy}}, rang {{rank}}',
  'label.owner': 'accord requis\u00a0: {{member}}',
  'label.until': 'jusqu’au {{date}}',
  'label.review': 'à réexaminer avant le {{date}}',
  'label.alone': 'Votre membre seul',
  'label.unsaid': 'Aucune consigne de traitement',
  'text.whole': 'Afficher tout le texte',
  'text.part': 'Réduire',
  'text.hidden-signs_one': '{{count}} signe invisible omis',
  'text.hidden-signs_many': '{{count}} de signes invisibles omis',
  'text.hidden-signs_other': '{{count}} signes invisibles omis',
};

export default words;
