/** Mots de la recherche. */
import type english from '../en/search.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  title: 'Recherche',
  box: 'Noms, lieux, valeurs, mots de toute écriture',
  'box.hint': 'Tous les mots doivent figurer\u00a0; le dernier peut n’être qu’un début.',
  none: 'Rien dans votre vue ne réunit ces mots',
  'none.next':
    'Essayez moins de mots ou une autre graphie. Ce qui ne vous est pas destiné n’est pas compté ici.',
  'anywhere.all': 'Tous les résultats',
  more: 'Autres résultats',
  'filter.type': 'Genres',
};

export default words;
