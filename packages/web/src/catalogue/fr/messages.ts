/** Mots de la boîte de réception, et des envois hors de la cellule. */
import type english from '../en/messages.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  title: 'Messages',
  show: 'Messages affichés',
  'show.all': 'Tous',
  'show.unread': 'Non lus',
  'show.waiting': 'En attente',
  'read-all': 'Tout marquer comme lu',
  'none.all': 'Aucun message',
  'none.unread': 'Vous avez tout lu',
  'none.waiting': 'Rien n’est en attente',
  'none.next': 'Ce qui vous attend et ce que vous devez savoir s’affiche ici de soi-même.',
  new: 'Non lu.',
  read: 'Marquer comme lu',
  waits: 'En attente',
  settled: 'Réglé',
  'not-noted': 'L’enregistrement a échoué. Veuillez réessayer.',
  mail: 'Courriel',
  'mail.lead': 'Un courriel indique combien de messages attendent, et où. Jamais de quoi ils traitent.',
  'mail.unavailable':
    'Cette cellule n’envoie pas de courriel\u00a0: son exploitant n’a pas indiqué de serveur de messagerie.',
  'mail.address': 'Adresse',
  'mail.rhythm': 'Fréquence',
  'mail.rhythm.soon': 'Peu après chaque message',
  'mail.rhythm.daily': 'Une fois par jour, à 6\u00a0h\u00a000 UTC',
  'mail.password': 'Votre mot de passe',
  'mail.password.hint':
    'Requis pour changer d’adresse\u00a0: le courriel vous avertit aussi des connexions inconnues.',
  'mail.send': 'Envoyer un code à cette adresse',
  'mail.sent': 'Un code a été envoyé à cette adresse',
  'mail.saved': 'Enregistré',
  'mail.code': 'Code envoyé à {{address}}',
  'mail.code.hint': 'Huit chiffres, valables une heure',
  'mail.confirm': 'Confirmer',
  'mail.confirmed': 'L’adresse est confirmée',
  'mail.remove': 'Ne plus m’envoyer de courriel',
  'mail.remove.says':
    'Plus aucun courriel n’est envoyé, et l’adresse en est avertie. Les messages restent dans la cellule.',
  'mail.stopped':
    'Rien n’a pu être remis pendant trois jours\u00a0: l’envoi est suspendu. Confirmez de nouveau une adresse.',
  policy: 'Contenu des courriels de votre membre',
  'policy.lead':
    'Pour tous les comptes de votre membre. Les courriels restent sur des serveurs qui ne sont pas ceux de la cellule.',
  'policy.sentences': 'Indiquer aussi la nature de ce qui attend',
  'policy.sentences.hint':
    'Par exemple «\u00a0Une étiquette attend votre accord.\u00a0» Jamais de nom ni de texte d’autrui, et rien de ce qui porte sur une fiche.',
  webhooks: 'Webhooks',
  'webhooks.lead':
    'Systèmes de votre membre appelés à chaque message. L’appel n’en indique que la nature\u00a0; il est signé.',
  'webhooks.shown-once': 'Copiez le secret maintenant\u00a0: il n’est affiché que cette fois',
  'webhooks.address': 'Adresse',
  'webhooks.since': 'Depuis le',
  'webhooks.acts': 'Actions',
  'webhooks.stopped': 'Abandonné le {{day}}',
  'webhooks.resume': 'Reprendre les appels',
  'webhooks.test': 'Essayer',
  'webhooks.took': 'L’appel a été accepté ({{status}}).',
  'webhooks.refused': 'L’appel a été refusé ({{status}}).',
  'webhooks.silent': 'Aucune réponse. La cellule n’appelle que des adresses publiques, par https.',
  'webhooks.failed': 'L’opération a échoué. Veuillez réessayer.',
  'webhooks.remove': 'Supprimer',
  'webhooks.remove.says': 'Le système n’est plus appelé, et les appels en attente sont abandonnés.',
  'webhooks.new': 'Autre adresse',
  'webhooks.add': 'Ajouter',
};

export default words;
