/** Germany: says which records are the same person, and gathers one journey. */
import { recordId } from '../identifier.ts';
import { karimOfFrance } from './france.ts';
import { karimOfGreece } from './greece.ts';
import { placeId } from './places.ts';
import { crossing, lantern } from './turkey.ts';
import { graded, group, link, record, releasedTo, type DemonstrationPut } from './record.ts';

export const sameAsGreek = recordId('relationship', 'same-greek-french');

export const fromGermany = (): DemonstrationPut[] => [
  {
    member: 'germany',
    title: {
      en: 'Germany holds the Greek and the French record for one person, and gathers his journey',
      fr: 'L’Allemagne tient les fiches grecque et française pour la même personne, et retrace son voyage',
    },
    collection: 'own',
    objects: [
      link(
        'germany',
        'same-greek-french',
        '2016-12-01',
        [karimOfGreece, 'duplicate-of', karimOfFrance],
        {
          description: 'Same year of birth; the ferry follows the departure by five days.',
        },
        { label: releasedTo(group('coalition')), assessment: graded('B', '2', 'assessment') },
      ),
      record(
        'germany',
        'grouping',
        'one-journey',
        '2017-02-27',
        {
          name: 'One journey, from Port-Azalée to the border',
          description: 'Working file: the legs that three nations describe fit one traveller.',
          context: 'suspicious-activity',
          object_refs: [
            karimOfFrance,
            karimOfGreece,
            placeId('port-azalee'),
            placeId('alkyon'),
            placeId('camliova'),
            crossing,
            lantern,
          ],
        },
        {
          tlp: 'AMBER',
          assessment: graded('B', '2', 'assessment'),
          label: releasedTo(group('coalition')),
        },
      ),
    ],
  },
  {
    member: 'germany',
    title: {
      en: 'Germany keeps a draft to itself: without an audience, a label means the contributor alone',
      fr: 'L’Allemagne garde un projet pour elle\u00a0: sans destinataire, seul le contributeur voit',
    },
    collection: 'own',
    objects: [
      record('germany', 'note', 'draft', '2017-05-02', {
        abstract: 'Draft',
        content: 'Ask Jordan whether the register of 2 October survived the fire.',
        object_refs: [karimOfFrance],
      }),
    ],
  },
];
