/** The Netherlands: onward release that waits for consent, and a word to one neighbour. */
import { originatorControlledNote } from './united-kingdom.ts';
import { wouter } from './belgium.ts';
import { graded, group, nation, record, releasedTo, type DemonstrationPut } from './record.ts';

export const fromNetherlands = (): DemonstrationPut[] => [
  {
    member: 'netherlands',
    title: {
      en: 'The Netherlands would pass the British note on to the coalition: it waits for consent',
      fr: 'Les Pays-Bas voudraient transmettre la note britannique à la coalition\u00a0: elle attend l’accord',
    },
    collection: 'own',
    chosen: releasedTo(group('coalition')),
    objects: [originatorControlledNote()],
  },
  {
    member: 'netherlands',
    title: {
      en: 'The Netherlands tells Belgium how a returnee is doing',
      fr: 'Les Pays-Bas donnent à la Belgique des nouvelles d’une personne revenue',
    },
    collection: 'own',
    objects: [
      record(
        'netherlands',
        'note',
        'wouter-aunt',
        '2017-03-06',
        {
          abstract: 'Family',
          content: 'An aunt in our country offers him a room and work. We see no reason for concern.',
          object_refs: [wouter],
        },
        { label: releasedTo(nation('belgium')), tlp: 'AMBER', assessment: graded('A', '2', 'assessment') },
      ),
    ],
  },
];
