/** United States: whom the traveller answered to, behind a relationship that looks open. */
import { recordId } from '../identifier.ts';
import { karimOfFrance } from './france.ts';
import { column } from './iraq.ts';
import { blueSail } from './kuwait.ts';
import { allianceLevels, financialInquiry } from '../rights.ts';
import {
  graded,
  group,
  link,
  nation,
  observable,
  observableId,
  record,
  releasedTo,
  type DemonstrationPut,
} from './record.ts';

const courier = recordId('identity', 'courier');
const account = { user_id: 'reed-heron-19', account_login: 'reed.heron', display_name: 'Reed Heron' };
const drop = { value: 'https://heron-post.example/box/19' };
const few = (): string[][] => [[nation('united-kingdom'), nation('france')]];

export const fromUnitedStates = (): DemonstrationPut[] => [
  {
    member: 'united-states',
    title: {
      en: 'The United States links the traveller to a courier whom only two nations may know',
      fr: 'Les États-Unis relient le voyageur à un messager que deux nations seules peuvent connaître',
    },
    collection: 'own',
    objects: [
      record(
        'united-states',
        'identity',
        'courier',
        '2017-02-01',
        {
          name: 'Courier “Reed Heron”',
          identity_class: 'individual',
          description: 'Carries messages for the Valley Column.',
        },
        {
          tlp: 'RED',
          assessment: graded('B', '2'),
          label: { any: few(), levels: { [allianceLevels.id]: 2 } },
          person: {
            names: [
              { full: 'Reed Heron', kind: 'alias', quality: 'low', script: 'Latn', language: 'en' },
              { full: 'مالك الحزين', kind: 'alias', script: 'Arab', language: 'ar' },
            ],
            subject_categories: ['associate'],
          },
        },
      ),
      link(
        'united-states',
        'karim-courier',
        '2017-02-01',
        [karimOfFrance, 'related-to', courier],
        {
          description: 'Met twice in September 2016.',
        },
        { label: releasedTo(group('coalition')), tlp: 'AMBER' },
      ),
      link(
        'united-states',
        'column-courier',
        '2017-02-01',
        [column, 'attributed-to', courier],
        {},
        {
          label: releasedTo(group('foreign-fighters')),
        },
      ),
      observable('user-account', account, { label: { any: few() } }),
      observable('url', drop, { label: releasedTo(group('alliance-nations')), tlp: 'AMBER' }),
      record(
        'united-states',
        'indicator',
        'heron-post',
        '2017-02-06',
        {
          name: 'Dead letter box of the Valley Column',
          description: 'Messages are left on a page that anybody can open and nobody looks for.',
          indicator_types: ['malicious-activity'],
          pattern: `[url:value = '${drop.value}']`,
          pattern_type: 'stix',
          valid_from: '2017-02-06T00:00:00.000Z',
        },
        { tlp: 'AMBER', assessment: graded('A', '2'), label: releasedTo(group('alliance-nations')) },
      ),
      link(
        'united-states',
        'heron-indicates',
        '2017-02-06',
        [recordId('indicator', 'heron-post'), 'indicates', column],
        {},
        {
          label: releasedTo(group('alliance-nations')),
        },
      ),
      record(
        'united-states',
        'observed-data',
        'heron-visits',
        '2017-02-07',
        {
          first_observed: '2016-11-02T00:00:00.000Z',
          last_observed: '2017-02-05T00:00:00.000Z',
          number_observed: 61,
          object_refs: [observableId('user-account', account), observableId('url', drop)],
        },
        { label: releasedTo(group('alliance-nations')), tlp: 'AMBER' },
      ),
    ],
  },
  {
    member: 'united-states',
    title: {
      en: 'The United States shares a money trail with those who hold the attribute for it',
      fr: 'Les États-Unis partagent une piste financière avec les détenteurs de l’attribut voulu',
    },
    collection: 'own',
    chosen: { ...releasedTo(group('coalition')), all: [financialInquiry.id] },
    objects: [
      record(
        'united-states',
        'note',
        'blue-sail-transfers',
        '2017-03-15',
        {
          abstract: 'Transfers from Ras al-Marjan',
          content: 'Two of the four transfers end with a money changer who also serves the Lantern network.',
          object_refs: [blueSail, recordId('threat-actor', 'lantern')],
        },
        { tlp: 'AMBER+STRICT', assessment: graded('B', '2') },
      ),
      link(
        'united-states',
        'column-blue-sail',
        '2017-03-15',
        [column, 'related-to', blueSail],
        {
          description: 'Possible source of funds; not proved.',
        },
        { assessment: graded('C', '3', 'assessment') },
      ),
    ],
  },
];
