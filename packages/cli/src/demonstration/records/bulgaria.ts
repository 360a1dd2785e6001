/** Bulgaria: stolen blank passports, a printer, and a fourth spelling of the traveller. */
import { recordId } from '../identifier.ts';
import { placeId } from './places.ts';
import { graded, group, link, nation, record, releasedTo, type DemonstrationPut } from './record.ts';

export const printer = recordId('identity', 'anton');
export const karimOfBulgaria = recordId('identity', 'karim-bulgaria');
const theft = recordId('incident', 'blank-passports');

const forger = () =>
  record(
    'bulgaria',
    'identity',
    'anton',
    '2016-08-30',
    {
      name: 'Антон Вересовски',
      lang: 'bg',
      identity_class: 'individual',
      description: 'Печатар; говори се, че попълва откраднати бланки.',
    },
    {
      tlp: 'AMBER',
      assessment: graded('C', '2'),
      label: {
        ...releasedTo(group('coalition')),
        portions: [{ selectors: ['description'], ...releasedTo(group('eastern-mediterranean')) }],
      },
      person: {
        names: [
          { full: 'Антон Вересовски', kind: 'primary', script: 'Cyrl', language: 'bg' },
          { full: 'Anton Veresovski', script: 'Latn', transliteration_of: 'Антон Вересовски' },
          { full: 'Antoine Vérésovski', kind: 'alias', script: 'Latn', language: 'fr' },
        ],
        birth_dates: [{ precision: 'month', date: '1974-05' }],
        subject_categories: ['suspect'],
      },
    },
  );

export const fromBulgaria = (): DemonstrationPut[] => [
  {
    member: 'bulgaria',
    title: {
      en: 'Bulgaria reports stolen blank passports and who may have filled them in',
      fr: 'La Bulgarie signale un vol de passeports vierges et qui a pu les remplir',
    },
    collection: 'own',
    objects: [
      forger(),
      record(
        'bulgaria',
        'incident',
        'blank-passports',
        '2016-07-06',
        {
          name: 'Theft of blank passports at the town hall of Byala Struya',
          description: 'Forty blanks, numbers ZX 771 01 to ZX 771 40. Nobody was hurt.',
        },
        {
          tlp: 'GREEN',
          assessment: graded('A', '1'),
          label: {
            ...releasedTo(group('coalition')),
            portions: [
              {
                selectors: ['description'],
                ...releasedTo(group('alliance-nations'), group('eastern-mediterranean')),
              },
            ],
          },
        },
      ),
      link(
        'bulgaria',
        'theft-place',
        '2016-07-06',
        [theft, 'related-to', placeId('byala-struya')],
        {},
        {
          label: releasedTo(group('coalition')),
        },
      ),
      link(
        'bulgaria',
        'anton-theft',
        '2016-08-30',
        [printer, 'related-to', theft],
        {},
        {
          label: releasedTo(group('alliance-nations')),
          assessment: graded('C', '3', 'assessment'),
        },
      ),
      record(
        'bulgaria',
        'identity',
        'karim-bulgaria',
        '2016-10-25',
        { name: 'Карим ал Карнаби', lang: 'bg', identity_class: 'individual' },
        {
          tlp: 'RED',
          assessment: graded('D', '4'),
          label: releasedTo(nation('greece'), nation('belgium'), nation('turkey')),
          person: {
            names: [
              { full: 'Карим ал Карнаби', kind: 'primary', script: 'Cyrl', language: 'bg' },
              { full: 'Karim al Karnabi', script: 'Latn', transliteration_of: 'Карим ал Карнаби' },
            ],
            subject_categories: ['contact'],
          },
        },
      ),
      link(
        'bulgaria',
        'anton-karim',
        '2016-10-25',
        [printer, 'related-to', karimOfBulgaria],
        {
          description: 'Said to have paid for one filled-in blank.',
        },
        { label: releasedTo(group('coalition')), tlp: 'AMBER' },
      ),
    ],
  },
];
