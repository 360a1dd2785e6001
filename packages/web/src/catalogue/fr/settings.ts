/** Mots de cet écran. */
import type english from '../en/settings.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  'access.what':
    'Chaque réponse par laquelle un compte de votre membre a reçu des fiches, la plus récente d’abord. Les consultations des autres membres ne relèvent que d’eux.',
  'access.no-right': 'Le journal des consultations est réservé aux auditeurs de votre membre',
  'access.no-right.next': 'Ce rôle est attribué par un administrateur de votre membre.',
  'access.none': 'Aucune consultation',
  'access.none.next': 'Effacez les critères ou choisissez d’autres dates.',
  'access.older': 'Afficher les consultations antérieures',
  'access.object': 'Fiche consultée (identifiant)',
  'access.from': 'Du (UTC)',
  'access.to': 'Au (UTC)',
  'access.of-account': 'Compte {{account}} seulement',
  'access.clear': 'Effacer les critères',
  'access.time': 'Date et heure',
  'access.account': 'Compte',
  'access.purpose': 'Finalité et dossier',
  'access.no-purpose': 'Non indiquée',
  'access.way': 'Mode d’accès',
  'access.way.search': 'Recherche',
  'access.way.record': 'Fiche',
  'access.way.links': 'Liens',
  'access.way.situation': 'Situation',
  'access.way.export': 'Export',
  'access.way.events': 'Suivi en direct',
  'access.way.taxii': 'TAXII',
  'access.objects': 'Fiches reçues',
  'access.all_one': 'Afficher la version reçue',
  'access.all_many': 'Afficher les {{count}} de versions reçues',
  'access.all_other': 'Afficher les {{count}} versions reçues',
  'access.fewer': 'Réduire',
  'access.more': 'Afficher la suite',
  'access.who': 'qui d’autre ?',
  'access.who-else': 'Qui d’autre, chez votre membre, a reçu {{object}} ?',
};

export default words;
