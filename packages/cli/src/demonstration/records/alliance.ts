/** The alliance, a member in its own right: it joins two records, and reports in both its languages. */
import { recordId } from '../identifier.ts';
import { karimOfFrance } from './france.ts';
import { column, hamid, millCache } from './iraq.ts';
import { customsFire, karimOfJordan } from './jordan.ts';
import { blueSail } from './kuwait.ts';
import { lantern } from './turkey.ts';
import { allianceLevels } from '../rights.ts';
import { graded, group, link, record, releasedTo, type DemonstrationPut } from './record.ts';

export const cellReport = recordId('report', 'cell-first');

const report = () =>
  record(
    'alliance',
    'report',
    'cell-first',
    '2017-05-22',
    {
      name: 'First report of the cell: one traveller, several spellings',
      lang: 'en',
      description:
        'Two members hold records of one person. A third of the names on the mill’s list may be found in the same way.',
      report_types: ['identity'],
      published: '2017-05-22T12:00:00.000Z',
      object_refs: [karimOfFrance, karimOfJordan, hamid, lantern, column, millCache, customsFire, blueSail],
    },
    {
      tlp: 'AMBER',
      assessment: graded('A', '2', 'assessment'),
      label: {
        ...releasedTo(group('coalition')),
        levels: { [allianceLevels.id]: 1 },
        portions: [{ selectors: ['description'], ...releasedTo(group('foreign-fighters')) }],
      },
    },
  );

export const fromAlliance = (): DemonstrationPut[] => [
  {
    member: 'alliance',
    title: {
      en: 'The Alliance, a member in its own right, joins two records and reports in English and French',
      fr: 'L’Alliance, membre à part entière, rapproche deux fiches et rend compte en anglais et en français',
    },
    collection: 'own',
    objects: [
      link(
        'alliance',
        'same-jordanian-french',
        '2017-05-15',
        [karimOfJordan, 'duplicate-of', karimOfFrance],
        {
          description: 'Karim El Karnabi and كريم القرنبي: one name in two spellings.',
        },
        { label: releasedTo(group('coalition')), assessment: graded('A', '2', 'assessment') },
      ),
      report(),
      record(
        'alliance',
        'language-content',
        'cell-first-fr',
        '2017-05-22',
        {
          object_ref: cellReport,
          contents: {
            fr: { name: 'Premier rapport de la cellule : un voyageur, plusieurs graphies' },
          },
        },
        { label: releasedTo(group('coalition')) },
      ),
      record(
        'alliance',
        'note',
        'flight',
        '2017-05-23',
        {
          abstract: 'Surveillance flight',
          content: 'No movement on the road from Çamlıova to Wadi Sarmad in the night of 21 May 2017.',
          object_refs: [column],
        },
        {
          tlp: 'AMBER+STRICT',
          assessment: graded('A', '1'),
          label: { ...releasedTo(group('coalition')), levels: { [allianceLevels.id]: 2 } },
        },
      ),
    ],
  },
];
