/** What a check of the ledger finds, in words. `{name}` stands for what is told. */
import type { FindingKind, LedgerFinding } from './findings.ts';

type Words = Readonly<Record<FindingKind, string>>;

const english: Words = {
  'key-changed':
    'The hub gives another public key ({given}) than the one that you kept ({kept}). Unless you were told of it by hand, somebody else answers in its place.',
  'unsigned-checkpoint': 'The checkpoint is not signed by the hub’s key, or its signature is wrong.',
  shrunk: 'The top log is shorter than it was: it had {kept} leaves and has {given}. The past was cut off.',
  rewritten:
    'The top log of {given} leaves does not hold the {kept} leaves that you saw before. The past was rewritten.',
  'two-histories':
    'The hub signed two histories: its checkpoints of {first} and of {second} leaves cannot both be true. Keep both: together they prove it.',
  'unsigned-other': 'The other member’s checkpoint is not signed by the hub’s key.',
  'not-in-checkpoint': 'The log of your member is not in the checkpoint as the hub tells it to you.',
  'log-shrunk': 'The log of your member is shorter than it was: it had {kept} leaves and has {given}.',
  'log-rewritten': 'The log of your member does not begin with the {kept} leaves that you saw before.',
  'wrong-leaves':
    'The leaves of your member’s log do not make the root that the hub signed for {size} leaves: one was dropped, added or changed.',
  'wrong-opening':
    'Leaf {place} of your member’s log is of something else than the hub says: its record was changed.',
  'lost-opening':
    'The hub does not know any more what leaf {place} of your member’s log is of, and names no erasure: its record was dropped.',
  'unbacked-erasure':
    'The hub says that leaf {place} of your member’s log was erased by the act {act}, and no erasure in the log names it: its record was dropped.',
  'broken-receipt':
    'The hub promised by {by} to hold the act {act}, and it is not in the log. Keep the receipt: it proves the breach.',
  'unsigned-receipt': 'The receipt that you kept of the act {act} is not signed by the hub’s key.',
  'unrecorded-page': 'The page {page} was given to you, and the log has no record of that reading.',
  stale: 'The hub has made no checkpoint since {since}.',
  'no-proof': 'The hub does not give what it has to prove: {what}.',
};

const french: Words = {
  'key-changed':
    'La cellule donne une autre clé publique ({given}) que celle que vous aviez gardée ({kept}). Si vous n’en avez pas été averti de vive voix, un autre répond à sa place.',
  'unsigned-checkpoint':
    'Le point de contrôle n’est pas signé par la clé de la cellule, ou sa signature est fausse.',
  shrunk:
    'Le registre général est plus court qu’avant : il avait {kept} feuilles et en a {given}. Le passé a été coupé.',
  rewritten:
    'Le registre général de {given} feuilles ne contient pas les {kept} feuilles que vous aviez vues. Le passé a été réécrit.',
  'two-histories':
    'La cellule a signé deux histoires : ses points de contrôle de {first} et de {second} feuilles ne peuvent être vrais tous les deux. Gardez-les : ensemble, ils le prouvent.',
  'unsigned-other': 'Le point de contrôle de l’autre membre n’est pas signé par la clé de la cellule.',
  'not-in-checkpoint':
    'Le registre de votre membre n’est pas dans le point de contrôle tel que la cellule vous le présente.',
  'log-shrunk':
    'Le registre de votre membre est plus court qu’avant : il avait {kept} feuilles et en a {given}.',
  'log-rewritten': 'Le registre de votre membre ne commence pas par les {kept} feuilles que vous aviez vues.',
  'wrong-leaves':
    'Les feuilles du registre de votre membre ne donnent pas la racine que la cellule a signée pour {size} feuilles : une feuille a été ôtée, ajoutée ou changée.',
  'wrong-opening':
    'La feuille {place} du registre de votre membre porte sur autre chose que ce que dit la cellule : son contenu a été changé.',
  'lost-opening':
    'La cellule ne sait plus sur quoi porte la feuille {place} du registre de votre membre et n’indique aucun effacement : son contenu a été ôté.',
  'unbacked-erasure':
    'La cellule dit que la feuille {place} du registre de votre membre a été effacée par l’acte {act}, mais aucun effacement inscrit au registre ne la nomme : son contenu a été ôté.',
  'broken-receipt':
    'La cellule avait promis d’inscrire l’acte {act} avant le {by}, et il n’est pas au registre. Gardez le récépissé : il prouve le manquement.',
  'unsigned-receipt':
    'Le récépissé de l’acte {act} que vous gardez n’est pas signé par la clé de la cellule.',
  'unrecorded-page': 'La page {page} vous a été remise, et le registre ne porte pas trace de cette lecture.',
  stale: 'La cellule n’a fait aucun point de contrôle depuis le {since}.',
  'no-proof': 'La cellule ne fournit pas ce qu’elle doit prouver : {what}.',
};

const words = { en: english, fr: french } as const;

/** The sentence of a finding. */
export const sayFinding = ({ kind, told }: LedgerFinding, language: 'en' | 'fr'): string =>
  words[language][kind].replaceAll(/\{(\w+)\}/g, (all, name: string) => told[name] ?? all);
