/** Iraq: the valley where the journeys end. */
import { recordId } from '../identifier.ts';
import { karimOfJordan } from './jordan.ts';
import { placeId } from './places.ts';
import { graded, group, link, personField, record, releasedTo, type DemonstrationPut } from './record.ts';

export const column = recordId('threat-actor', 'valley-column');
export const columnPlace = recordId('relationship', 'column-place');
export const millCache = recordId('incident', 'mill-cache');

const armedGroup = () =>
  record(
    'iraq',
    'threat-actor',
    'valley-column',
    '2016-06-20',
    {
      name: 'رتل الوادي',
      lang: 'ar',
      aliases: ['Valley Column', 'Colonne de la vallée', 'Колона на долината'],
      description: 'Armed group of some sixty, around Wadi Sarmad. Takes in foreign volunteers.',
      threat_actor_types: ['terrorist'],
      first_seen: '2016-03-01T00:00:00.000Z',
    },
    {
      tlp: 'GREEN',
      assessment: graded('B', '1'),
      label: releasedTo(group('coalition')),
      organisation: {
        names: [
          { full: 'رتل الوادي', kind: 'primary', script: 'Arab', language: 'ar' },
          { full: 'Valley Column', script: 'Latn', language: 'en' },
          { full: 'Colonne de la vallée', script: 'Latn', language: 'fr' },
          { full: 'Колона на долината', script: 'Cyrl', language: 'bg' },
        ],
        countries: [{ text: 'Not bound to one' }],
      },
    },
  );

const instructor = () =>
  record(
    'iraq',
    'identity',
    'hamid',
    '2016-12-18',
    {
      name: 'حامد السرمدي',
      lang: 'ar',
      identity_class: 'individual',
      description: 'يستقبل المتطوعين في الطاحونة القديمة.',
    },
    {
      tlp: 'AMBER',
      assessment: graded('B', '2'),
      label: {
        ...releasedTo(group('foreign-fighters')),
        portions: [{ selectors: [personField('birth_dates')] }],
      },
      person: {
        names: [
          { full: 'حامد السرمدي', kind: 'original-script', script: 'Arab', language: 'ar' },
          { full: 'Hamid al-Sarmadi', kind: 'primary', script: 'Latn', transliteration_of: 'حامد السرمدي' },
          { full: 'Hamed Essarmadi', kind: 'alias', script: 'Latn', language: 'fr' },
          { full: 'Abu Tahun', kind: 'alias', parts: [{ role: 'kunya', text: 'Abu Tahun' }] },
        ],
        birth_dates: [{ precision: 'approximate', date: '1369', calendar: 'islamic' }],
        subject_categories: ['suspect'],
      },
    },
  );

export const hamid = recordId('identity', 'hamid');
const toCoalition = () => ({ label: releasedTo(group('coalition')) });

export const fromIraq = (): DemonstrationPut[] => [
  {
    member: 'iraq',
    title: {
      en: 'Iraq describes the armed group in the valley and a cache found in its mill',
      fr: 'L’Irak décrit le groupe armé de la vallée et une cache trouvée dans son moulin',
    },
    collection: 'own',
    objects: [
      armedGroup(),
      instructor(),
      record(
        'iraq',
        'incident',
        'mill-cache',
        '2016-12-18',
        {
          name: 'Cache in the mill of Wadi Sarmad / مخبأ في طاحونة وادي سرمد',
          description:
            'Found by a patrol, emptied without a fight. Papers of eleven travellers were among it.',
        },
        { tlp: 'AMBER', assessment: graded('A', '1'), ...toCoalition() },
      ),
      link(
        'iraq',
        'cache-place',
        '2016-12-18',
        [millCache, 'related-to', placeId('wadi-sarmad')],
        {},
        toCoalition(),
      ),
      link(
        'iraq',
        'column-place',
        '2016-06-20',
        [column, 'located-at', placeId('wadi-sarmad')],
        {},
        toCoalition(),
      ),
      link('iraq', 'column-hamid', '2016-12-19', [column, 'attributed-to', hamid], {}, toCoalition()),
      link(
        'iraq',
        'karim-valley',
        '2016-12-19',
        [karimOfJordan, 'located-at', placeId('wadi-sarmad')],
        { start_time: '2016-10-09T00:00:00.000Z', description: 'Named on a list found in the mill.' },
        { ...toCoalition(), tlp: 'AMBER', assessment: graded('B', '2') },
      ),
      link(
        'iraq',
        'karim-hamid',
        '2016-12-19',
        [karimOfJordan, 'related-to', hamid],
        {},
        {
          ...toCoalition(),
          tlp: 'AMBER',
        },
      ),
    ],
  },
];
