/** Mots de l’écran d’accueil. */
import type english from '../en/situation.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  title: 'Situation',
  recent: 'Dernières entrées dans votre vue',
  'recent.none': 'Rien n’est encore entré dans votre vue',
  'recent.none.next': 'Versez un fichier, ou attendez qu’un autre membre vous diffuse quelque chose.',
  'recent.all': 'Tout afficher',
};

export default words;
