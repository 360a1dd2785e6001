/** Greece: the ferry port, and the traveller under a Greek spelling. */
import { recordId } from '../identifier.ts';
import { placeId } from './places.ts';
import {
  graded,
  group,
  link,
  observable,
  observableId,
  personField,
  record,
  releasedTo,
  type DemonstrationPut,
} from './record.ts';

export const karimOfGreece = recordId('identity', 'karim-greece');
const clerk = recordId('identity', 'nikos');
const agency = { value: 'fanari-naftiki.example' };

const karim = () =>
  record(
    'greece',
    'identity',
    'karim-greece',
    '2016-09-19',
    { name: 'Καρίμ Αλ Καρνάμπι', lang: 'el', identity_class: 'individual' },
    {
      tlp: 'AMBER',
      assessment: graded('B', '3'),
      label: releasedTo(group('alliance-nations')),
      person: {
        names: [
          { full: 'Καρίμ Αλ Καρνάμπι', kind: 'primary', script: 'Grek', language: 'el' },
          {
            full: 'Karim Al Karnampi',
            script: 'Latn',
            transliteration_of: 'Καρίμ Αλ Καρνάμπι',
            standard: 'ELOT 743',
          },
        ],
        birth_dates: [{ precision: 'year', date: '1991' }],
        subject_categories: ['suspect'],
      },
    },
  );

const witness = () =>
  record(
    'greece',
    'identity',
    'nikos',
    '2016-09-20',
    {
      name: 'Νίκος Αλκυώνης',
      lang: 'el',
      identity_class: 'individual',
      description: 'Sold the ticket; helpful and not involved.',
    },
    {
      tlp: 'RED',
      label: {
        ...releasedTo(group('eastern-mediterranean')),
        portions: [{ selectors: [personField('addresses')] }],
      },
      person: {
        names: [
          { full: 'Νίκος Αλκυώνης', kind: 'primary', script: 'Grek', language: 'el' },
          { full: 'Nikos Alkyonis', script: 'Latn', transliteration_of: 'Νίκος Αλκυώνης' },
        ],
        addresses: [{ street: 'Προκυμαία 12', city: 'Αλκυών' }],
        subject_categories: ['witness'],
      },
    },
  );

export const fromGreece = (): DemonstrationPut[] => [
  {
    member: 'greece',
    title: {
      en: 'Greece saw the traveller at a ferry port, and protects the clerk who says so',
      fr: 'La Grèce a vu le voyageur dans un port, et protège l’agent qui le dit',
    },
    collection: 'own',
    objects: [
      karim(),
      witness(),
      link(
        'greece',
        'karim-ferry',
        '2016-09-19',
        [karimOfGreece, 'located-at', placeId('alkyon')],
        { start_time: '2016-09-01T06:00:00.000Z', stop_time: '2016-09-03T21:30:00.000Z' },
        { label: releasedTo(group('coalition')), tlp: 'AMBER' },
      ),
      link(
        'greece',
        'karim-clerk',
        '2016-09-20',
        [karimOfGreece, 'related-to', clerk],
        {
          description: 'Bought a one-way ticket from him.',
        },
        { label: releasedTo(group('eastern-mediterranean')), tlp: 'RED' },
      ),
      observable('domain-name', agency, { label: releasedTo(group('coalition')) }),
      record(
        'greece',
        'indicator',
        'ferry-agency',
        '2016-10-03',
        {
          name: 'Booking site of the Lantern network',
          description: 'One-way tickets paid in cash the same day.',
          indicator_types: ['anomalous-activity'],
          pattern: `[domain-name:value = '${agency.value}']`,
          pattern_type: 'stix',
          valid_from: '2016-10-03T00:00:00.000Z',
        },
        { tlp: 'GREEN', assessment: graded('B', '2'), label: releasedTo(group('coalition')) },
      ),
      record(
        'greece',
        'observed-data',
        'ferry-bookings',
        '2016-10-03',
        {
          first_observed: '2016-07-11T09:00:00.000Z',
          last_observed: '2016-09-30T19:00:00.000Z',
          number_observed: 23,
          object_refs: [observableId('domain-name', agency)],
        },
        { label: releasedTo(group('alliance-nations')) },
      ),
      link(
        'greece',
        'agency-basis',
        '2016-10-04',
        [recordId('indicator', 'ferry-agency'), 'based-on', recordId('observed-data', 'ferry-bookings')],
        {},
        { label: releasedTo(group('coalition')) },
      ),
    ],
  },
];
