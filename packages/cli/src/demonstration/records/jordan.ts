/** Jordan: the same traveller in Arabic, and an incident at a customs post. */
import { recordId } from '../identifier.ts';
import { memberOf } from '../members.ts';
import { placeId } from './places.ts';
import {
  graded,
  group,
  link,
  nation,
  personField,
  record,
  releasedTo,
  type DemonstrationPut,
} from './record.ts';

export const karimOfJordan = recordId('identity', 'karim-jordan');
export const customsFire = recordId('incident', 'customs-fire');

const karim = () =>
  record(
    'jordan',
    'identity',
    'karim-jordan',
    '2016-11-21',
    {
      name: 'كريم القرنبي',
      lang: 'ar',
      identity_class: 'individual',
      description: 'حاول عبور مركز بيت الصنوبر بجواز سفر لا يعود إليه.',
    },
    {
      tlp: 'AMBER',
      assessment: graded('B', '2'),
      label: {
        ...releasedTo(group('coalition')),
        portions: [
          { selectors: ['description', personField('documents')], ...releasedTo(group('foreign-fighters')) },
        ],
      },
      person: {
        names: [
          { full: 'كريم القرنبي', kind: 'original-script', script: 'Arab', language: 'ar' },
          {
            full: 'Karim al-Qarnabi',
            kind: 'primary',
            script: 'Latn',
            transliteration_of: 'كريم القرنبي',
            parts: [
              { role: 'given', text: 'Karim' },
              { role: 'nisba', text: 'al-Qarnabi' },
            ],
          },
          { full: 'أبو سنبلة', kind: 'alias', quality: 'low', script: 'Arab', language: 'ar' },
        ],
        birth_dates: [{ precision: 'between', from: '1989', to: '1992' }],
        documents: [{ type: 'passport', number: 'ZX 771 04', note: 'Blank taken from Byala Struya' }],
        subject_categories: ['suspect'],
      },
    },
  );

const fire = () =>
  record(
    'jordan',
    'incident',
    'customs-fire',
    '2017-02-13',
    {
      name: 'Fire at the Bayt al-Sanawbar customs post / حريق في مركز بيت الصنوبر',
      description:
        'Two sheds burned at night; nobody was hurt. The registers of the autumn were in the second shed.',
    },
    {
      tlp: 'GREEN',
      assessment: graded('A', '1'),
      label: {
        ...releasedTo(group('coalition')),
        portions: [
          { selectors: ['description'], ...releasedTo(group('foreign-fighters'), nation('kuwait')) },
        ],
      },
    },
  );

export const fromJordan = (): DemonstrationPut[] => [
  {
    member: 'jordan',
    title: {
      en: 'Jordan has met the same person, in Arabic, and reports a fire at a customs post',
      fr: 'La Jordanie a rencontré la même personne, en arabe, et signale un incendie dans un poste de douane',
    },
    collection: 'own',
    objects: [
      karim(),
      fire(),
      link(
        'jordan',
        'karim-crossing',
        '2016-11-21',
        [karimOfJordan, 'located-at', placeId('bayt-sanawbar')],
        { start_time: '2016-10-02T03:10:00.000Z', stop_time: '2016-10-02T05:40:00.000Z' },
        { label: releasedTo(group('coalition')), tlp: 'AMBER' },
      ),
      link(
        'jordan',
        'fire-place',
        '2017-02-13',
        [customsFire, 'related-to', placeId('bayt-sanawbar')],
        {},
        { label: releasedTo(group('coalition')) },
      ),
      record(
        'jordan',
        'note',
        'fire-witness',
        '2017-02-20',
        {
          abstract: 'شهادة حارس الليل',
          lang: 'ar',
          content: 'رأى الحارس شاحنة صغيرة بيضاء قبل الحريق بساعة.',
          object_refs: [customsFire, karimOfJordan],
        },
        {
          tlp: 'RED',
          assessment: graded('C', '3'),
          label: {
            ...releasedTo(nation('united-states'), nation('france')),
            owners: [memberOf('jordan').id],
          },
        },
      ),
    ],
  },
];
