/** Mots du versement. */
import type english from '../en/bring-in.ts';
import type { French } from '../words.ts';
import table from './bring-in/table.ts';

const words: French<typeof english> = {
  ...table,
  title: 'Versement',
  lead: 'Versez un fichier dans la cellule\u00a0: examinez ce qu’il contient, choisissez son étiquette et, au besoin, retirez-le en bloc.',
  narrow: 'Votre compte ne permet aucun versement',
  'narrow.next':
    'Il voit moins que votre membre\u00a0: il ne peut ni verser de fichier ni consulter les versements. Adressez-vous à un administrateur de votre membre.',
  'no-write': 'Vous pouvez consulter les versements, sans en effectuer',
  'no-write.next':
    'Les analystes, les officiers de diffusion et les intégrateurs de votre membre y sont habilités.',
  'no-write.give': 'Attribuer un rôle sous «\u00a0Comptes de mon membre\u00a0»',
  'no-write.ask': 'Un administrateur de votre membre attribue ce rôle.',
  drop: 'Déposez un fichier ici, ou choisissez-en un',
  'drop.choose': 'Choisir un fichier',
  'drop.kinds':
    'Paquet STIX 2.1 ou 2.0 (.json, .json.gz), liste récapitulative des Nations unies (.xml) ou tableau (.csv, .tsv). Toutes les tailles sont admises\u00a0; rien n’est versé sans votre accord.',
  file: 'Fichier',
  another: 'Un autre fichier',
  'kind.stix': 'STIX',
  'kind.un-list': 'Liste des Nations unies',
  'kind.table': 'Tableau',
  'kind.unknown': 'Type inconnu',
  'kind.empty': 'Vide',
  'useless.unknown':
    'Ce n’est ni du STIX, ni la liste des Nations unies, ni un tableau. Enregistrez la feuille de calcul au format CSV, puis choisissez ce fichier.',
  'useless.empty': 'Ce fichier ne contient rien.',
  terms: 'Étiquette',
  'terms.label': 'Destinataires',
  'terms.label.why': 'Votre choix s’ajoute à ce que porte chaque objet et ne l’élargit jamais.',
  'terms.default': 'Selon chaque objet, à défaut la règle de votre membre',
  'terms.default.none':
    'Votre membre n’a pas de règle pour cette source\u00a0: ce qui ne porte aucune étiquette est réservé à votre membre.',
  'terms.default.is': 'Règle pour cette source\u00a0: {{line}}',
  'terms.default.unknown': 'La règle de votre membre n’a pas pu être lue\u00a0; elle s’applique néanmoins.',
  'terms.own': 'Une étiquette pour ce fichier',
  'terms.own.why':
    'Choisissez ci-dessous les destinataires et les conditions. Sans destinataire, le contenu est réservé à votre membre.',
  'terms.strict': 'Tout ou rien',
  'terms.strict.why':
    'Un seul objet non valide écarte tout le fichier. Sinon, les objets valides sont versés et les autres signalés.',
  'terms.strict.size':
    'La cellule doit alors retenir le fichier entier\u00a0: un fichier très volumineux est refusé.',
  holds: 'Contenu',
  'holds.lead': 'La cellule lit le fichier et indique le sort de chaque objet. Rien n’est encore versé.',
  check: 'Examiner le contenu',
  'check.again': 'Examiner de nouveau',
  'check.reading': 'Lecture par la cellule…',
  'check.other-label': 'Vous avez choisi une autre étiquette depuis',
  'check.other-label.why':
    'Ce qui passe pour inchangé dépend de l’étiquette\u00a0: le même contenu sous une autre étiquette s’ajoute à côté. Examinez de nouveau pour obtenir les chiffres exacts.',
  'check.broken': 'Le fichier ne peut être lu jusqu’au bout',
  'check.nothing-new': 'Rien de nouveau\u00a0: votre membre possède déjà tout ce contenu.',
  'check.unchanged':
    'Est inchangé ce que votre membre a déjà versé, avec le même contenu et la même étiquette.',
  newcomers_one: 'Personne ou groupe que ce fichier ajouterait\u00a0: {{number}}',
  newcomers_many: 'Personnes et groupes que ce fichier ajouterait\u00a0: {{number}}',
  newcomers_other: 'Personnes et groupes que ce fichier ajouterait\u00a0: {{number}}',
  'newcomers.why_one': 'Votre vue le contient peut-être déjà sous un autre identifiant.',
  'newcomers.why_many': 'Votre vue en contient peut-être déjà certains sous un autre identifiant.',
  'newcomers.why_other': 'Votre vue en contient peut-être déjà certains sous un autre identifiant.',
  'newcomers.more': 'Seuls les {{number}} premiers peuvent être recherchés ici.',
  'newcomers.look': 'Rechercher dans votre vue',
  'newcomers.progress': '{{done}} noms recherchés sur {{number}}…',
  'newcomers.bar': 'Avancement de la recherche',
  'newcomers.none': 'Personne dans votre vue ne porte un nom semblable sous un autre identifiant.',
  'newcomers.found': 'Peut-être dans votre vue sous un autre identifiant\u00a0: {{number}}',
  'newcomers.apart': 'Chaque fiche s’ouvre dans un nouvel onglet\u00a0: ce fichier reste choisi.',
  put: 'Verser',
  'outcome.added': 'Ajoutés',
  'outcome.changed': 'Modifiés',
  'outcome.unchanged': 'Inchangés',
  'outcome.revoked': 'Révoqués',
  'outcome.rejected': 'Rejetés',
  'outcome.waiting': 'En attente',
  'of-kind': '{{kind}}\u00a0: {{number}}',
  sent: '{{sent}} transmis sur {{size}}',
  'sent.label': 'Avancement du transfert',
  end: 'Arrêter',
  putting: 'Versement en cours',
  outcome: 'Résultat',
  'put.reading': 'La cellule a tout reçu et poursuit le traitement…',
  done_one: '{{number}} objet traité',
  done_many: '{{number}} d’objets traités',
  done_other: '{{number}} objets traités',
  broken: 'Le versement s’est interrompu',
  'broken.ended': 'Vous avez arrêté le versement',
  'broken.stands':
    'Ce qui a été versé jusque-là reste acquis. Renvoyez le même fichier pour reprendre\u00a0: ce qui s’y trouve déjà compte comme inchangé. Vous pouvez aussi annuler le versement.',
  'broken.nothing':
    'Rien n’a été versé. Corrigez le fichier, ou choisissez de ne prendre que ce qui est valide, puis réessayez.',
  'broken.again': 'Renvoyer',
  'broken.look': 'Voir ce qui a été versé',
  arrived_one: '{{number}} contribution versée',
  arrived_many: '{{number}} de contributions versées',
  arrived_other: '{{number}} contributions versées',
  'arrived.nothing': 'Aucun changement',
  'arrived.look': 'Voir ce qui a été versé, changer son étiquette ou l’annuler',
  'arrived.waiting_one':
    '{{number}} contribution est versée sous le plafond de votre membre, dans l’attente d’une deuxième personne.',
  'arrived.waiting_many':
    '{{number}} de contributions sont versées sous le plafond de votre membre, dans l’attente d’une deuxième personne.',
  'arrived.waiting_other':
    '{{number}} contributions sont versées sous le plafond de votre membre, dans l’attente d’une deuxième personne.',
  leaving: 'Un fichier est en cours d’envoi',
  'leaving.why':
    'C’est cette page qui l’envoie. Si vous la quittez, l’envoi s’interrompt\u00a0: ce qui a été versé jusque-là reste acquis.',
  'leaving.stay': 'Rester',
  'leaving.go': 'Quitter quand même',
  'problem.line': 'Ligne',
  'problem.place': 'Emplacement',
  'problem.object': 'Objet',
  'problem.what': 'Anomalie',
  'problem.text': 'Texte d’origine',
  'problem.keep': 'Télécharger',
  'problem.file': 'rapport - {{source}}.csv',
  'problem.label': 'Anomalies par ligne',
  'problem.title_one': '{{number}} anomalie',
  'problem.title_many': '{{number}} d’anomalies',
  'problem.title_other': '{{number}} anomalies',
  'remark.title_one': '{{number}} remarque',
  'remark.title_many': '{{number}} de remarques',
  'remark.title_other': '{{number}} remarques',
  'problem.more_one': '{{number}} objet a été rejeté\u00a0; les mille premières anomalies sont énumérées.',
  'problem.more_many':
    '{{number}} d’objets ont été rejetés\u00a0; les mille premières anomalies sont énumérées.',
  'problem.more_other':
    '{{number}} objets ont été rejetés\u00a0; les mille premières anomalies sont énumérées.',
  'problem.first': 'Les {{number}} premières sont énumérées.',
  'problem.help':
    'Corrigez ces passages à la source, puis versez de nouveau le fichier\u00a0: ce qui s’y trouve déjà compte comme inchangé.',
  'remedy.raise':
    'Votre membre a déjà versé cette version avec un autre contenu\u00a0: donnez à l’objet une date «\u00a0modified\u00a0» postérieure.',
  'remedy.clock':
    'La date devance l’horloge de la cellule\u00a0: corrigez-la, ou l’horloge du poste qui l’a inscrite.',
  'remedy.json': 'Le fichier est endommagé à cette ligne\u00a0: exportez-le de nouveau.',
  'remedy.encoding': 'Enregistrez le fichier en UTF-8.',
  'remedy.identifier':
    'L’identifiant ne suit pas STIX 2.1 §2.9\u00a0: faites-le recréer par l’outil d’origine.',
  'remedy.required': 'Ajoutez la propriété indiquée.',
  'remedy.cited':
    'L’édition renvoie à une entrée qu’elle ne contient pas\u00a0; rien n’est omis pour autant.',
  batches: 'Versements',
  'batches.none': 'Aucun versement pour l’instant',
  'batches.none.next':
    'Chaque fichier versé apparaît ici\u00a0; vous pourrez le consulter, en changer l’étiquette ou l’annuler en bloc.',
  'batch.source': 'Source',
  'batch.at': 'Date',
  'batch.state': 'État',
  'state.running': 'En cours',
  'state.complete': 'Achevé',
  'state.failed': 'Interrompu',
  'state.undone': 'Annulé',
  'batch.back': 'Tous les versements',
  'batch.title': 'Versement\u00a0: {{source}}',
  'batch.put-in-at': 'Versé le {{moment}}',
  'batch.edition': 'Édition du {{day}}',
  contributions: 'Contenu versé encore présent',
  'contributions.none': 'Ce versement n’a rien apporté',
  'contributions.undone': 'Tout a été retiré',
  'contributions.none.next': 'Le même fichier peut être versé de nouveau à tout moment.',
  'contribution.kind': 'Type',
  'contribution.object': 'Objet',
  'act.close': 'Fermer cette fenêtre',
  'act.leave': 'Ne rien changer',
  relabel: 'Changer l’étiquette',
  'relabel.title': 'Changer l’étiquette de tout le versement',
  'relabel.lead':
    'La nouvelle étiquette remplace celle du versement. Ce que porte chaque objet continue de s’appliquer.',
  'relabel.alone': 'Aucun destinataire n’est choisi\u00a0: le versement sera réservé à votre membre.',
  'relabel.act': 'Appliquer l’étiquette',
  'relabel.done': 'La nouvelle étiquette est appliquée.',
  'relabel.waits':
    'Le versement est désormais sous le plafond de votre membre\u00a0; l’étiquette demandée attend une deuxième personne.',
  undo: 'Annuler le versement',
  'undo.title': 'Retirer ce versement\u00a0?',
  'undo.what_one': '{{number}} contribution issue de ce versement est rappelée, si elle est encore présente.',
  'undo.what_many':
    '{{number}} de contributions issues de ce versement sont rappelées, pour autant qu’elles soient encore présentes.',
  'undo.what_other':
    '{{number}} contributions issues de ce versement sont rappelées, pour autant qu’elles soient encore présentes.',
  'undo.views':
    'Le contenu quitte aussitôt toutes les vues. Les membres qui l’avaient reçu sont avisés et doivent en accuser réception.',
  'undo.kept':
    'Ce que votre membre a versé par ailleurs demeure, y compris les versions antérieures. Le fichier pourra être versé de nouveau.',
  'undo.act': 'Retirer le versement',
  'undo.done_one': '{{number}} contribution rappelée.',
  'undo.done_many': '{{number}} de contributions rappelées.',
  'undo.done_other': '{{number}} contributions rappelées.',
};

export default words;
