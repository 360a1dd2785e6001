/** Belgium: its own claim about the person whom France described, and a returnee of its own. */
import { recordId } from '../identifier.ts';
import { memberOf } from '../members.ts';
import { karimOfFrance } from './france.ts';
import { placeId } from './places.ts';
import {
  graded,
  group,
  link,
  nation,
  noon,
  personField,
  record,
  releasedTo,
  type DemonstrationPut,
} from './record.ts';

export const wouter = recordId('identity', 'wouter');

const claim = () =>
  record(
    'belgium',
    'identity',
    'karim-france',
    '2016-11-08',
    {
      // A claim about an object of which France is the creator.
      created_by_ref: memberOf('france').identity,
      created: noon('2016-09-02'),
      name: 'Karim Elkarnabi',
      identity_class: 'individual',
      description: 'Believed born in 1990, not 1991: a school register of Klaverhaven names him.',
    },
    {
      tlp: 'AMBER',
      assessment: graded('B', '3', 'assessment'),
      label: releasedTo(group('foreign-fighters')),
      person: {
        names: [{ full: 'Karim Elkarnabi', kind: 'primary', script: 'Latn', language: 'nl' }],
        birth_dates: [{ precision: 'year', date: '1990', note: 'School register' }],
        subject_categories: ['suspect'],
      },
    },
  );

const returnee = () =>
  record(
    'belgium',
    'identity',
    'wouter',
    '2016-12-05',
    {
      name: 'Wouter Klaverman',
      identity_class: 'individual',
      description: 'Came back of his own will in November 2016 and speaks with the services of his town.',
    },
    {
      tlp: 'AMBER+STRICT',
      assessment: graded('A', '2'),
      label: {
        ...releasedTo(group('alliance-nations')),
        portions: [
          { selectors: [personField('addresses')], ...releasedTo(nation('netherlands')) },
          { selectors: ['description'], ...releasedTo(group('foreign-fighters')) },
        ],
      },
      person: {
        names: [
          { full: 'Wouter Klaverman', kind: 'primary', script: 'Latn', language: 'nl' },
          { full: 'Abu Wadi', kind: 'alias', quality: 'low', parts: [{ role: 'kunya', text: 'Abu Wadi' }] },
        ],
        birth_dates: [{ precision: 'exact', date: '1995-11-30' }],
        nationalities: [{ code: 'BE', status: 'current' }],
        addresses: [{ street: 'Klaverstraat 3', city: 'Klaverhaven', country: { code: 'BE' } }],
        subject_categories: ['witness'],
      },
    },
  );

export const fromBelgium = (): DemonstrationPut[] => [
  {
    member: 'belgium',
    title: {
      en: 'Belgium states another year of birth for the same person: two claims stand side by side',
      fr: 'La Belgique donne une autre année de naissance\u00a0: deux affirmations coexistent',
    },
    collection: 'own',
    objects: [
      claim(),
      returnee(),
      record(
        'belgium',
        'opinion',
        'karim-birth',
        '2016-11-09',
        {
          opinion: 'disagree',
          explanation: 'The year of birth differs from our register.',
          object_refs: [karimOfFrance],
        },
        { label: releasedTo(group('foreign-fighters')) },
      ),
      link(
        'belgium',
        'wouter-home',
        '2016-12-05',
        [wouter, 'located-at', placeId('klaverhaven')],
        { start_time: '2016-11-19T08:00:00.000Z' },
        { label: releasedTo(group('coalition')) },
      ),
      link(
        'belgium',
        'wouter-karim',
        '2017-01-16',
        [wouter, 'related-to', karimOfFrance],
        { description: 'Travelled the last leg together, by his own account.' },
        { label: releasedTo(group('coalition')), tlp: 'AMBER', assessment: graded('C', '2') },
      ),
    ],
  },
];
