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
  'no-account':
    'Pas encore de compte\u00a0? Il s’ouvre par un lien à usage unique, que vous remet un administrateur de votre membre. Le lien du premier compte d’une cellule s’affiche là où elle est démarrée.',
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
  'welcome.done': 'Votre mot de passe est enregistré. Connectez-vous.',
  'welcome.first-done':
    'Votre mot de passe est enregistré. Mettez ce code en lieu sûr, puis connectez-vous avec l’identifiant choisi.',
  'welcome.make': 'Enregistrer le mot de passe',
  'recovery.title': 'Conservez ce code de secours',
  'recovery.lead':
    'Il n’est affiché qu’une fois. Lui seul permet à votre membre de retrouver un administrateur si tous sont perdus\u00a0; l’hôte ne peut pas le faire à votre place. Imprimez-le et mettez-le sous clé.',
  'recovery.go-on': 'Le code est en lieu sûr',
  'recover.offer': 'Votre membre n’a plus d’administrateur\u00a0? Utilisez son code de secours',
  'recover.title': 'Redevenir administrateur',
  'recover.lead':
    'Avec le code de secours que conserve votre membre. Il ne sert qu’une fois\u00a0: le suivant vous sera montré. Personne d’autre, pas même l’hôte, ne peut le faire à votre place.',
  'recover.login.hint':
    'En entier, avec la partie après @. Ses sessions, jetons et codes à usage unique prennent fin\u00a0; un identifiant inconnu est créé',
  'recover.code': 'Code de secours',
  'recover.code.hint': 'Huit groupes de quatre signes\u00a0; tirets et majuscules sont indifférents',
  'recover.name.hint': 'Si l’identifiant est nouveau',
  'recover.refused': 'L’identifiant ou le code de secours est incorrect.',
  'recover.become': 'Devenir administrateur',
  'recover.back': 'Retour à la connexion',
  'recover.done':
    'Vous êtes administrateur de votre membre. Connectez-vous avec le mot de passe que vous avez choisi.',
};

export default words;
