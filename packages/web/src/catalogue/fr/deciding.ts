/** Ce que la cellule a fixé pour décider. */
import type english from '../en/deciding.ts';
import type { French } from '../words.ts';

const words: French<typeof english> = {
  lead: 'Ce qui vaut pour tout texte soumis aux membres. Le secrétaire de la cellule le fixe, chacun peut le lire.',
  founding: 'La fondation',
  'founding.state': 'Qui modifie les membres et la composition des communautés',
  'founding.lasts': 'Le secrétaire, directement\u00a0: la cellule est en cours de fondation',
  'founding.ended': 'Les membres, par décision uniquement, depuis le {{time}}',
  'founding.shortest': 'Silence le plus court',
  'founding.shortest.none': 'Fixé à la fin de la fondation',
  end: 'Mettre fin à la fondation',
  'end.says':
    'Désormais, seules des décisions admettent des membres, actent leur départ et modifient la composition des communautés. C’est sans retour.',
  'end.shortest': 'Silence le plus court, en heures',
  'end.shortest.says':
    'Aucun texte ne pourra être soumis aux membres pour moins longtemps. Cette durée ne pourra plus être modifiée.',
  'end.sure': 'Tous les membres et toutes les communautés y sont',
  'end.done': 'La fondation a pris fin.',
  days: 'Jours ouvrés',
  'days.lead':
    'Un silence ne prend pas fin un jour de repos\u00a0: son terme passe à la même heure du jour ouvré suivant. Une modification vaut pour les silences à venir.',
  'days.offset': 'Horloge de l’hôte',
  'days.offset.says': 'La même toute l’année, pour que le même calendrier donne partout le même terme.',
  'days.weekend': 'Jours de repos de la semaine',
  'days.weekend.none': 'Aucun',
  'days.holidays': 'Jours fériés',
  'days.holidays.none': 'Aucun',
  'days.holidays.says': 'Un jour par ligne, sous la forme 2026-12-25.',
  'days.holidays.wrong':
    'Ligne {{line}}\u00a0: «\u00a0{{text}}\u00a0» n’est pas un jour. Écrivez-le sous la forme 2026-12-25.',
  'days.weekend.whole': 'Laissez un jour ouvré.',
  'days.change': 'Modifier les jours ouvrés',
  'days.keep': 'Enregistrer',
  'days.kept': 'Les jours ouvrés ont été modifiés.',
};

export default words;
