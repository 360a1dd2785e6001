/** Mots du registre. */
import type english from '../en/ledger.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  title: 'Registre',
  lead: 'Savoir, sans la croire sur parole, si la cellule a ôté ou réécrit quoi que ce soit.',
  narrow: 'Le registre de votre membre est réservé aux comptes qui voient tout ce qu’il voit',
  'narrow.next':
    'Vos récépissés et le point de contrôle sont ici ; un compte qui voit tout peut vérifier le reste.',
  check: 'Vérification',
  'check.what':
    'Cette page lit le point de contrôle signé et le registre de votre membre, et refait elle-même les calculs : signatures, empreintes, et ce qu’elle avait gardé la dernière fois. On ne demande pas au serveur si tout va bien.',
  'check.never': 'Jamais vérifié sur cet appareil.',
  'check.last': 'Trouvé intact sur cet appareil pour la dernière fois : {{time}}.',
  'check.other': 'Point de contrôle d’un autre membre, si vous en avez un',
  'check.other.what': 'En comparant, les membres découvrent si on leur montre deux histoires différentes.',
  'check.now': 'Vérifier maintenant',
  'check.going': 'Vérification feuille par feuille : cela peut prendre un moment.',
  'check.not-yet':
    'Le registre n’est pas encore parvenu à votre membre : il le fait une ou deux minutes après l’entrée d’un membre.',
  good: 'Le registre tient',
  'good.top_one': '{{size}} feuille au registre général, du {{time}}, signée par la cellule',
  'good.top_many': '{{size}} de feuilles au registre général, la dernière du {{time}}, signé par la cellule',
  'good.top_other': '{{size}} feuilles au registre général, la dernière du {{time}}, signé par la cellule',
  'good.log_one': '{{size}} feuille au registre de votre membre, qui donne la racine signée',
  'good.log_many': '{{size}} de feuilles au registre de votre membre, qui donnent la racine signée',
  'good.log_other': '{{size}} feuilles au registre de votre membre, qui donnent la racine signée',
  'good.opened': 'Ouvertes et trouvées vraies : {{acts}} actes, {{reads}} lectures ; {{erased}} effacées',
  'good.unopened': 'Les auditeurs de votre membre peuvent vérifier sur quoi portent les feuilles',
  'good.receipts': 'Récépissés gardés sur cet appareil : {{held}} au registre, {{waiting}} encore promis',
  'good.first':
    'C’était la première vérification sur cet appareil. Comparez la clé de la cellule avec celle qui vous a été remise en main propre :',
  bad: 'Le registre ne tient pas',
  'bad.next':
    'Ce que cet appareil gardait reste tel quel, à titre de preuve. Avertissez votre auditeur et n’effacez pas les données de ce site.',
  proved: 'Ce qui est prouvé',
  'proved.past':
    'Le registre de votre membre prolonge celui que vous aviez vu : rien n’a été coupé ni réécrit.',
  'proved.one':
    'La cellule signe une seule histoire pour tous ; deux histoires qui diffèrent sont une preuve par elles-mêmes.',
  'proved.receipts':
    'Ce que vous avez fait y est : chaque acte reçoit une promesse signée, et la promesse est tenue.',
  'proved.reads': 'Chaque page remise à un compte de votre membre a sa trace au registre.',
  'not-proved': 'Ce qui n’est pas prouvé',
  'not-proved.looked':
    'Que personne n’a regardé. Qui tient le disque peut le lire sans laisser de trace ; ce que l’hôte ne doit pas lire, mieux vaut le chiffrer avant de le verser.',
  'not-proved.alone':
    'Qu’on ne vous montre pas une histoire à vous seul, à moins de comparer les points de contrôle avec un autre membre.',
  'not-proved.times': 'Que les heures sont exactes : ce sont celles de la cellule. L’ordre, lui, est prouvé.',
  command:
    'La commande entente verify fait de même depuis votre propre machine, sans supposer que cette page est arrivée intacte.',
  checkpoint: 'Point de contrôle',
  'checkpoint.what':
    'Le même pour tous les membres, il ne dit rien d’aucun. Remettez-le à un autre membre pour comparer.',
  'checkpoint.size_one': '{{size}} feuille : une à chaque battement de son horloge, quoi qu’il arrive',
  'checkpoint.size_many': '{{size}} de feuilles : une à chaque battement de son horloge, quoi qu’il arrive',
  'checkpoint.size_other': '{{size}} feuilles : une à chaque battement de son horloge, quoi qu’il arrive',
  'checkpoint.copy': 'Copier le point de contrôle',
  'checkpoint.newer': 'Redemander',
  key: 'La clé de la cellule',
  receipts: 'Récépissés de vos actes',
  'receipts.what':
    'La promesse signée par la cellule qu’un acte sera au registre sous un jour. Il y est en une ou deux secondes.',
  'receipts.none': 'Aucun acte de votre part',
  'receipts.none.next': 'Tout ce que vous versez, réétiquetez ou rappelez reçoit un récépissé.',
  'receipts.time': 'Quand',
  'receipts.act': 'Quoi',
  'receipts.leaf': 'Feuille',
  'receipts.promised': 'promis',
  'receipts.copy': 'Copier',
  'receipts.copy-of': 'Copier le récépissé de l’acte {{act}}',
  'receipts.older': 'Montrer les précédents',
  'act.contribute': 'Versement',
  'act.import': 'Importation',
  'act.undo': 'Importation reprise',
  'act.relabel': 'Réétiquetage',
  'act.recall': 'Rappel',
  'act.label-approve': 'Étiquette approuvée',
  'act.label-refuse': 'Étiquette refusée',
  'act.policy-default': 'Étiquette par défaut fixée',
  'act.policy-set': 'Plafond fixé',
  'act.account-create': 'Compte créé',
  'act.account-change': 'Compte modifié',
  'act.sign-in': 'Connexion',
  'act.sessions-revoke': 'Sessions fermées',
  'act.token-revoke': 'Jeton révoqué',
  'act.purpose': 'Finalité déclarée',
  'act.profile': 'Compte personnel modifié',
  'act.password': 'Mot de passe changé',
};

export default words;
