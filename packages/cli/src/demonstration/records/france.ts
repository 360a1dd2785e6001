/** France: the first record of a traveller, with portions for those who work on him. */
import { recordId } from '../identifier.ts';
import { placeId } from './places.ts';
import {
  graded,
  group,
  link,
  nation,
  observable,
  observableId,
  personField,
  record,
  releasedTo,
  type DemonstrationPut,
} from './record.ts';

export const karimOfFrance = recordId('identity', 'karim-france');
export const samira = recordId('identity', 'samira');
const phone = { user_id: '+999 61 200 417', display_name: 'K.' };
const mailbox = { value: 'k.voyage@courrier.example' };
const coalition = (): string => group('coalition');
const cell = (): string => group('foreign-fighters');

const karim = () =>
  record(
    'france',
    'identity',
    'karim-france',
    '2016-09-02',
    {
      name: 'Karim El Karnabi',
      lang: 'fr',
      identity_class: 'individual',
      description:
        'A quitté Port-Azalée fin août 2016\u00a0; sa famille a signalé son départ et souhaite son retour.',
    },
    {
      tlp: 'AMBER',
      assessment: graded('B', '2'),
      label: {
        ...releasedTo(coalition()),
        review: '2026-09-02T00:00:00.000Z',
        portions: [
          { selectors: ['description'], ...releasedTo(group('alliance-nations')) },
          { selectors: [personField('documents'), personField('addresses')], ...releasedTo(cell()) },
        ],
      },
      person: {
        names: [
          { full: 'Karim El Karnabi', kind: 'primary', script: 'Latn', language: 'fr' },
          { full: 'Karim Elkarnabi', kind: 'alias', quality: 'low', script: 'Latn' },
        ],
        birth_dates: [{ precision: 'exact', date: '1991-03-14' }],
        birth_places: [{ city: 'Port-Azalée' }],
        documents: [{ type: 'passport', number: 'XF 00 417', note: 'Déclaré perdu en juillet 2016' }],
        addresses: [{ street: '9, quai des Azalées', city: 'Port-Azalée' }],
        subject_categories: ['suspect'],
      },
    },
  );

const recruiter = () =>
  record(
    'france',
    'identity',
    'samira',
    '2016-10-11',
    {
      name: 'Samira Doukhane',
      lang: 'fr',
      identity_class: 'individual',
      description: 'Aurait mis en relation plusieurs voyageurs avec le réseau du Fanal\u00a0; à confirmer.',
    },
    {
      tlp: 'AMBER+STRICT',
      assessment: graded('C', '3', 'assessment'),
      label: releasedTo(cell()),
      person: {
        names: [
          { full: 'Samira Doukhane', kind: 'primary', script: 'Latn', language: 'fr' },
          { full: 'Samira Dukhan', kind: 'alias', script: 'Latn', language: 'en' },
          { full: 'سميرة دخان', kind: 'original-script', script: 'Arab', language: 'ar' },
        ],
        birth_dates: [{ precision: 'approximate', date: '1988' }],
        subject_categories: ['contact'],
      },
    },
  );

const reference = { label: releasedTo(group('coalition')), tlp: 'AMBER' } as const;

export const fromFrance = (): DemonstrationPut[] => [
  {
    member: 'france',
    title: {
      en: 'France shares a traveller: his name with the coalition, his papers with the cell alone',
      fr: 'La France partage un voyageur : son nom avec la coalition, ses papiers avec la seule cellule',
    },
    collection: 'own',
    objects: [
      karim(),
      recruiter(),
      link(
        'france',
        'karim-left',
        '2016-09-02',
        [karimOfFrance, 'located-at', placeId('port-azalee')],
        {
          stop_time: '2016-08-27T04:30:00.000Z',
          description: 'Dernière présence connue avant le départ.',
          lang: 'fr',
        },
        reference,
      ),
      link(
        'france',
        'karim-samira',
        '2016-10-12',
        [karimOfFrance, 'related-to', samira],
        {
          description: 'Échanges répétés au cours de l’été 2016.',
          lang: 'fr',
        },
        reference,
      ),
    ],
  },
  {
    member: 'france',
    title: {
      en: 'France gives the numbers behind the journey to three nations by name',
      fr: 'La France donne à trois nations, nommément, les numéros qui ont servi au voyage',
    },
    collection: 'own',
    chosen: { ...releasedTo(nation('belgium'), nation('greece'), nation('jordan')), handling: ['TLP:RED'] },
    objects: [
      observable('user-account', phone),
      observable('email-addr', mailbox),
      record('france', 'observed-data', 'karim-calls', '2016-10-14', {
        first_observed: '2016-08-20T18:02:00.000Z',
        last_observed: '2016-08-27T05:11:00.000Z',
        number_observed: 14,
        object_refs: [observableId('user-account', phone), observableId('email-addr', mailbox)],
      }),
      record(
        'france',
        'note',
        'karim-calls',
        '2016-10-14',
        {
          abstract: 'Usage du téléphone',
          lang: 'fr',
          content: 'Le numéro cesse d’émettre le 27 août 2016 au matin, dans la zone du port.',
          object_refs: [karimOfFrance, recordId('observed-data', 'karim-calls')],
        },
        { assessment: graded('A', '2') },
      ),
    ],
  },
];
