/** Kuwait: a charity that may be a front. It posts into the collections of communities, without labels. */
import { recordId } from '../identifier.ts';
import { financialInquiry } from '../rights.ts';
import { placeId } from './places.ts';
import { graded, group, link, record, releasedTo, type DemonstrationPut } from './record.ts';

export const blueSail = recordId('identity', 'blue-sail');
export const faris = recordId('identity', 'faris');

const charity = () =>
  record(
    'kuwait',
    'identity',
    'blue-sail',
    '2017-01-09',
    {
      name: 'Blue Sail Relief / جمعية الشراع الأزرق',
      identity_class: 'organization',
      sectors: ['non-profit'],
      description: 'Collects for widows and orphans. Most of its donors know nothing of the rest.',
    },
    {
      tlp: 'AMBER',
      assessment: graded('B', '3', 'assessment'),
      organisation: {
        names: [
          { full: 'جمعية الشراع الأزرق', kind: 'primary', script: 'Arab', language: 'ar' },
          { full: 'Blue Sail Relief', acronym: 'BSR', script: 'Latn', language: 'en' },
          { full: 'Secours de la Voile bleue', script: 'Latn', language: 'fr' },
        ],
        addresses: [{ city: 'Ras al-Marjan' }],
        legal_form: 'Association',
      },
    },
  );

const treasurer = () =>
  record(
    'kuwait',
    'identity',
    'faris',
    '2017-01-10',
    { name: 'فارس المرجاني', lang: 'ar', identity_class: 'individual' },
    {
      tlp: 'AMBER+STRICT',
      assessment: graded('C', '3'),
      label: { ...releasedTo(group('coalition')), all: [financialInquiry.id] },
      person: {
        names: [
          { full: 'فارس المرجاني', kind: 'original-script', script: 'Arab', language: 'ar' },
          { full: 'Faris al-Marjani', kind: 'primary', script: 'Latn', transliteration_of: 'فارس المرجاني' },
          { full: 'Farès El Merjani', kind: 'alias', script: 'Latn', language: 'fr' },
        ],
        designations: ['Treasurer of Blue Sail Relief'],
        subject_categories: ['contact'],
      },
    },
  );

export const fromKuwait = (): DemonstrationPut[] => [
  {
    member: 'kuwait',
    title: {
      en: 'Kuwait posts into the coalition’s collection: the collection names the audience',
      fr: 'Le Koweït verse dans la collection de la coalition\u00a0: c’est elle qui désigne les destinataires',
    },
    collection: 'coalition',
    objects: [
      charity(),
      link('kuwait', 'blue-sail-place', '2017-01-09', [blueSail, 'located-at', placeId('ras-marjan')]),
      treasurer(),
      link('kuwait', 'blue-sail-faris', '2017-01-10', [faris, 'related-to', blueSail], {
        description: 'Signs for its accounts.',
      }),
    ],
  },
  {
    member: 'kuwait',
    title: {
      en: 'Kuwait keeps a report on the charity among the Gulf partners',
      fr: 'Le Koweït réserve aux partenaires du Golfe un rapport sur l’association',
    },
    collection: 'gulf-partners',
    objects: [
      record(
        'kuwait',
        'report',
        'blue-sail-accounts',
        '2017-03-27',
        {
          name: 'Accounts of Blue Sail Relief, winter 2016–2017',
          description: 'Four transfers do not match any relief delivered.',
          report_types: ['identity'],
          published: '2017-03-27T12:00:00.000Z',
          object_refs: [blueSail, faris, placeId('ras-marjan')],
        },
        { tlp: 'AMBER+STRICT', assessment: graded('A', '2') },
      ),
    ],
  },
];
