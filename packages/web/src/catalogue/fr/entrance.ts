/** Connexion, et premier compte d’un membre. */
import type english from '../en/entrance.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  title: 'Connexion',
  lead: 'À la cellule {{host}}',
  login: 'Identifiant',
  'login.hint': 'Par exemple ann@norland.example\u00a0; sans la partie après @ pour les comptes de l’hôte',
  password: 'Mot de passe',
  code: 'Code à usage unique',
  'code.hint': 'Six chiffres de votre application d’authentification',
  purpose: 'Finalité de la session',
  'purpose.hint': 'Consignée avec ce que vous lisez',
  'case-reference': 'Référence du dossier',
  'sign-in': 'Se connecter',
  or: 'ou',
  provider: 'Se connecter par votre organisation',
  'provider.hint': 'Selon la partie de l’identifiant qui suit @, si votre membre l’a prévu',
  'provider.none':
    'Aucun fournisseur d’identité n’est connu pour cet identifiant. Connectez-vous avec votre mot de passe.',
  'provider.refused':
    'La connexion par votre organisation n’a pas abouti. Recommencez, ou demandez à un administrateur de votre membre quels groupes sont admis.',
  refused: 'L’identifiant, le mot de passe ou le code est incorrect.',
  'failed-before_one': '{{count}} tentative infructueuse depuis votre dernière connexion.',
  'failed-before_many': '{{count}} de tentatives infructueuses depuis votre dernière connexion.',
  'failed-before_other': '{{count}} tentatives infructueuses depuis votre dernière connexion.',
  'welcome.title': 'Bienvenue dans la cellule',
  'welcome.first': 'Vous créez le premier compte d’administrateur de {{member}}.',
  'welcome.account': 'Vous définissez le mot de passe de {{login}}, pour {{member}}.',
  'welcome.no-link': 'Ce lien n’est plus valable\u00a0: il a déjà servi ou a expiré. Demandez-en un autre.',
  'welcome.name': 'Votre nom',
  'welcome.login': 'Identifiant',
  'welcome.realm': 'Lettres, chiffres, points et tirets\u00a0; @{{realm}} est ajouté',
  'welcome.password': 'Choisissez un mot de passe',
  'welcome.password.hint': 'Au moins 12 caractères\u00a0; une phrase est préférable',
  'welcome.again': 'Répétez le mot de passe',
  'welcome.differ': 'Les deux mots de passe diffèrent.',
  'welcome.make': 'Enregistrer le mot de passe',
  'recovery.title': 'Conservez ce code de secours',
  'recovery.lead':
    'Il n’est affiché qu’une fois. Lui seul permet à votre membre de retrouver un administrateur si tous sont perdus\u00a0; l’hôte ne peut pas le faire à votre place. Imprimez-le et mettez-le sous clé.',
  'recovery.go-on': 'Le code est en lieu sûr',
};

export default words;
