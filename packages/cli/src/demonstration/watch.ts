/** Three members to watch, and the things to point at: why each sees them or not, the cell itself explains. */
import { recordId } from './identifier.ts';
import type { Bilingual } from './language.ts';
import type { MemberKey } from './members.ts';
import { karimOfFrance } from './records/france.ts';
import { sameAsGreek } from './records/germany.ts';
import { karimOfGreece } from './records/greece.ts';
import { karimOfJordan } from './records/jordan.ts';
import { lantern } from './records/turkey.ts';
import { sourceNote } from './records/united-kingdom.ts';
import { wouter } from './records/belgium.ts';

/** The members whose views stand side by side. */
export const watchedKeys = ['belgium', 'jordan', 'montenegro'] as const satisfies readonly MemberKey[];

export type WatchedKey = (typeof watchedKeys)[number];

/** How a contribution stands in a view; `part`: something in it is cut. */
export type Outcome = 'whole' | 'part' | 'withheld';

export interface WatchedMember {
  key: WatchedKey;
  /** Who it is and what to look at, a sentence each. */
  lines: readonly Bilingual[];
}

export interface WatchPoint {
  /** STIX id of the object, and who contributed the version that is meant (the latest of it). */
  object: string;
  contributor: MemberKey;
  title: Bilingual;
  /** What the rules of release give; a run of the demonstration must agree. */
  outcome: Readonly<Record<WatchedKey, Outcome>>;
}

export const watchedMembers: readonly WatchedMember[] = [
  {
    key: 'belgium',
    lines: [
      {
        en: 'A nation of the alliance that sits in the cell on foreign fighters.',
        fr: 'Une nation de l’Alliance, qui siège à la cellule sur les combattants étrangers.',
      },
      {
        en: 'It sees the traveller under four spellings, and its own claim about his year of birth.',
        fr: 'Elle voit le voyageur sous quatre graphies, et sa propre affirmation sur son année de naissance.',
      },
    ],
  },
  {
    key: 'jordan',
    lines: [
      {
        en: 'A partner of the region: in the coalition and in the cell, but no nation of the alliance.',
        fr: 'Un partenaire de la région\u00a0: dans la coalition et la cellule, sans être une nation de l’Alliance.',
      },
      {
        en: 'It sees the traveller’s papers, not what France told the alliance about his family.',
        fr: 'La Jordanie voit les papiers du voyageur, pas ce que la France a dit de sa famille à l’Alliance.',
      },
    ],
  },
  {
    key: 'montenegro',
    lines: [
      {
        en: 'The 29th nation. It has come to the coalition last, and acceded to the alliance by a decision of the twenty-eight.',
        fr: 'La 29ᵉ nation. Dernière venue dans la coalition\u00a0; elle a adhéré à l’Alliance par décision des vingt-huit.',
      },
      {
        en: 'It sees what was shared since, and what is for it by name. Nothing shows that there is more.',
        fr: 'Elle voit ce qui est partagé depuis, ou nommément avec elle. Rien ne trahit qu’il y a plus.',
      },
    ],
  },
];

const outcomes = (belgium: Outcome, jordan: Outcome, montenegro: Outcome): WatchPoint['outcome'] => ({
  belgium,
  jordan,
  montenegro,
});

const point = (
  contributor: MemberKey,
  object: string,
  outcome: WatchPoint['outcome'],
  en: string,
  fr: string,
): WatchPoint => ({ object, contributor, outcome, title: { en, fr } });

export const watchPoints: readonly WatchPoint[] = [
  point(
    'france',
    karimOfFrance,
    outcomes('whole', 'part', 'withheld'),
    'France’s record of the traveller, with two portions',
    'La fiche de la France sur le voyageur, avec deux portions',
  ),
  point(
    'belgium',
    karimOfFrance,
    outcomes('whole', 'whole', 'withheld'),
    'Belgium’s claim about the same person',
    'L’affirmation de la Belgique sur la même personne',
  ),
  point(
    'jordan',
    karimOfJordan,
    outcomes('whole', 'whole', 'withheld'),
    'Jordan’s record of him, in Arabic',
    'La fiche de la Jordanie sur lui, en arabe',
  ),
  point(
    'greece',
    karimOfGreece,
    outcomes('whole', 'withheld', 'withheld'),
    'Greece’s record of him, for the nations of the alliance',
    'La fiche de la Grèce sur lui, pour les nations de l’Alliance',
  ),
  point(
    'germany',
    sameAsGreek,
    outcomes('whole', 'withheld', 'withheld'),
    'That the Greek and the French record are one person',
    'Que les fiches grecque et française sont une même personne',
  ),
  point(
    'united-states',
    recordId('relationship', 'karim-courier'),
    outcomes('withheld', 'withheld', 'withheld'),
    'A link, for the whole coalition, to a courier whom two nations may know',
    'Un lien, pour toute la coalition, vers un messager que deux nations peuvent connaître',
  ),
  point(
    'turkey',
    recordId('identity', 'guide'),
    outcomes('withheld', 'whole', 'withheld'),
    'A guide, for the watch of the Eastern Mediterranean',
    'Un guide, pour la veille en Méditerranée orientale',
  ),
  point(
    'belgium',
    wouter,
    outcomes('whole', 'withheld', 'withheld'),
    'Somebody who came back, for the nations of the alliance',
    'Une personne revenue, pour les nations de l’Alliance',
  ),
  point(
    'united-kingdom',
    sourceNote,
    outcomes('whole', 'whole', 'withheld'),
    'A note under originator control',
    'Une note sous contrôle de l’émetteur',
  ),
  point(
    'netherlands',
    sourceNote,
    outcomes('withheld', 'withheld', 'withheld'),
    'The same note, passed on by the Netherlands: it waits for consent',
    'La même note, transmise par les Pays-Bas\u00a0: elle attend l’accord',
  ),
  point(
    'united-kingdom',
    recordId('report', 'lantern-routes'),
    outcomes('whole', 'withheld', 'withheld'),
    'A report for those cleared to rank 2',
    'Un rapport pour les habilités au rang 2',
  ),
  point(
    'kuwait',
    recordId('identity', 'faris'),
    outcomes('whole', 'withheld', 'withheld'),
    'A treasurer, for those who hold “Financial inquiry”',
    'Un trésorier, pour les détenteurs de «\u00a0Enquête financière\u00a0»',
  ),
  point(
    'turkey',
    lantern,
    outcomes('whole', 'whole', 'whole'),
    'The Lantern network, brought up to date after the 29th nation came',
    'Le réseau du Fanal, mis à jour après la venue de la 29ᵉ nation',
  ),
  point(
    'italy',
    recordId('identity', 'vessel-owner'),
    outcomes('withheld', 'withheld', 'whole'),
    'A boat owner, for two nations by name',
    'Un loueur de bateau, pour deux nations nommément',
  ),
];
