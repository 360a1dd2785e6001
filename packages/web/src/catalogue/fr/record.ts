/** Mots de la fiche d’un objet. */
import type english from '../en/record.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  id: 'Identifiant',
  description: 'Description',
  names: 'Noms',
};

export default words;
