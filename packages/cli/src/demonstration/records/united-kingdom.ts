/** United Kingdom: a note under originator control, and a statement that has run out. */
import { recordId } from '../identifier.ts';
import { memberOf } from '../members.ts';
import { allianceLevels } from '../rights.ts';
import { samira } from './france.ts';
import { lantern } from './turkey.ts';
import { graded, group, link, record, releasedTo, type DemonstrationPut } from './record.ts';

export const sourceNote = recordId('note', 'source-seven');

/** Also passed on by the Netherlands, word for word. */
export const originatorControlledNote = () =>
  record('united-kingdom', 'note', 'source-seven', '2017-04-03', {
    abstract: 'A source on the Lantern network',
    content: 'The network changes its ferry every third week; the next change falls after Easter.',
    object_refs: [lantern],
  });

export const fromUnitedKingdom = (): DemonstrationPut[] => [
  {
    member: 'united-kingdom',
    title: {
      en: 'The United Kingdom shares a note with the cell and keeps control of where it goes',
      fr: 'Le Royaume-Uni partage une note avec la cellule et garde la maîtrise de sa diffusion',
    },
    collection: 'own',
    chosen: {
      ...releasedTo(group('foreign-fighters')),
      owners: [memberOf('united-kingdom').id],
      handling: ['EUROPOL:H2', 'TLP:AMBER+STRICT'],
    },
    objects: [originatorControlledNote()],
  },
  {
    member: 'united-kingdom',
    title: {
      en: 'The United Kingdom adds a report for the cleared, and a notice whose time has passed',
      fr: 'Le Royaume-Uni ajoute un rapport pour les habilités, et un avis dont le délai est passé',
    },
    collection: 'own',
    objects: [
      record(
        'united-kingdom',
        'report',
        'lantern-routes',
        '2017-04-24',
        {
          name: 'Routes of the Lantern network in spring 2017',
          description: 'Ferry, minibus, footpath: three legs, three guides, and who is paid at each.',
          report_types: ['threat-actor'],
          published: '2017-04-24T12:00:00.000Z',
          object_refs: [lantern, samira, sourceNote],
        },
        {
          tlp: 'AMBER',
          assessment: graded('A', '2', 'assessment'),
          label: { ...releasedTo(group('coalition')), levels: { [allianceLevels.id]: 2 } },
        },
      ),
      record(
        'united-kingdom',
        'note',
        'easter-notice',
        '2017-04-10',
        {
          abstract: 'Notice for the Easter ferries',
          content: 'Ask for a second document on the night crossings until the end of April.',
          object_refs: [lantern],
        },
        { label: { ...releasedTo(group('coalition')), until: '2017-05-01T00:00:00.000Z' }, tlp: 'GREEN' },
      ),
      link(
        'united-kingdom',
        'samira-lantern',
        '2017-04-11',
        [samira, 'related-to', lantern],
        {
          description: 'Sends travellers to its booking site.',
        },
        { label: releasedTo(group('coalition')), tlp: 'AMBER', assessment: graded('C', '2') },
      ),
    ],
  },
];
