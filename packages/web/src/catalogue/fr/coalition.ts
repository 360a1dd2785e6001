/** Mots de la coalition : membres, communautés, listes de composition. */
import type english from '../en/coalition.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  title: 'Coalition',
  lead: 'Qui participe, qui fait partie de quoi, et depuis quand.',
  members_one: '{{number}} membre',
  members_many: '{{number}} membres',
  members_other: '{{number}} membres',
  'members.find': 'Trouver un membre',
  'members.none': 'Aucun membre de ce nom',
  'column.member': 'Membre',
  'column.within': 'Dans vos communautés',
  'member.supervises': 'Autorité de contrôle des données',
  'member.own': 'le vôtre',
  'member.departed': 'parti',
  'member.unknown': 'un membre',
  'member.acts': 'Actes concernant {{member}}',
  'member.leaves': 'Acter son départ de la cellule…',
  'kind.nation': 'Nation',
  'kind.organisation': 'Organisation',
  'kind.community': 'communauté',
  communities: 'Communautés dont vous faites partie',
  'communities.none': 'Votre membre ne fait partie d’aucune communauté',
  'communities.none.next':
    'C’est le secrétaire de la cellule qui inscrit les membres. Des autres communautés, rien n’est montré.',
  'community.unknown': 'Vous ne faites partie d’aucune communauté de ce nom',
  'community.unknown.next': 'Choisissez l’une de celles ci-dessus.',
  'community.other': 'une communauté dont vous n’êtes pas',
  since: 'Votre membre lit cette liste depuis le {{moment}}. Ce qui précède n’est pas communiqué.',
  'roster.of': 'Composition de {{community}}',
  'column.entry': 'Sur la liste',
  'column.entered': 'Depuis',
  'column.left': 'Jusqu’à',
  'before-you': 'avant votre membre',
  still: 'ce jour',
  now: 'ce jour',
  admit: 'Admettre un membre',
  'admit.name': 'Nom',
  'admit.kind': 'Nature',
  'admit.identity': 'Identité STIX',
  'admit.identity.hint':
    'Identifiant sous lequel il publie déjà. Laissez vide pour qu’une identité soit créée.',
  'admit.effect':
    'Tous les membres le connaîtront par son nom. Il voit ce qui est diffusé à tous les membres et verse ce qu’il souhaite\u00a0; il ne figure encore sur aucune liste. Son administrateur est ensuite invité par un lien à usage unique.',
  'admit.confirm': 'Admettre',
  'admit.done': '{{member}} est membre de la cellule.',
  'depart.title': 'Acter le départ de {{member}}\u00a0?',
  'depart.effect':
    '{{member}} perd tout sur-le-champ\u00a0: sa vue, l’accès de ses comptes, sa place sur toutes les listes\u00a0; ses habilitations cessent de valoir.',
  'depart.stays':
    'Ce qu’il a versé demeure sous les étiquettes qu’il a choisies. Il ne pourra pas revenir comme le même membre.',
  'depart.confirm': 'Acter le départ',
  'depart.done': '{{member}} a quitté la cellule.',
  table: 'Soumettre une décision',
  'make.decide':
    'Elle est créée vide. Sa composition est décidée par ceux qui doivent y entrer\u00a0: le texte se rédige ensuite.',
  make: 'Créer une communauté',
  'make.name': 'Nom',
  'make.roster': 'Première composition',
  'make.effect':
    'Seuls ceux qui y figurent sauront que la communauté existe. Rien ne lui est encore diffusé.',
  'make.unseen':
    'Votre propre membre n’y figure pas\u00a0: une fois créée, cette communauté vous sera invisible et vous ne pourrez pas la modifier ici.',
  'make.confirm': 'Créer',
  'make.done': 'La communauté {{community}} est créée.',
  enter: 'Inscrire sur la liste',
  'enter.title': 'Inscrire sur la liste de {{community}}',
  'enter.who': 'Qui',
  'enter.members': 'Membres',
  'enter.from': 'Ce qu’il pourra lire',
  'enter.now': 'Ce que la communauté reçoit désormais',
  'enter.now.hint': 'Ce qui lui a été diffusé auparavant reste fermé.',
  'enter.start': 'Également tout ce que la communauté a reçu',
  'enter.start.hint': 'Ceux qui l’ont donné ne connaissaient pas ce lecteur. Décidez-en ensemble.',
  'enter.effect.now':
    '{{entry}} lira ce qui est diffusé à {{community}} à compter de maintenant, ainsi que sa composition. Tous ceux qui y figurent l’y verront.',
  'enter.effect.start':
    '{{entry}} lira tout ce qui a jamais été diffusé à {{community}}, ainsi que sa composition actuelle. Tous ceux qui y figurent l’y verront.',
  'enter.confirm': 'Inscrire',
  'enter.done': '{{entry}} figure sur la liste de {{community}}.',
  'leave.of': 'Retirer {{entry}} de la liste',
  'leave.title': 'Retirer {{entry}} de la liste de {{community}}\u00a0?',
  'leave.effect':
    '{{entry}} perd sur-le-champ ce qui ne lui venait que de {{community}} et n’en voit plus la composition. Ce qui a déjà été emporté ne peut être repris.',
  'leave.again':
    'Inscrit de nouveau plus tard, il lira à partir de ce moment, sauf décision contraire. Les autres verront qu’il est parti, et quand.',
  'leave.confirm': 'Retirer',
  'leave.done': '{{entry}} ne figure plus sur la liste de {{community}}.',
};

export default words;
