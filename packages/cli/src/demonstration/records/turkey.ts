/** Turkey: the crossing near the border, sighted and reported. */
import { recordId } from '../identifier.ts';
import { memberOf } from '../members.ts';
import { karimOfFrance } from './france.ts';
import { placeId } from './places.ts';
import { graded, group, link, record, releasedTo, type DemonstrationPut } from './record.ts';

export const lantern = recordId('threat-actor', 'lantern');
export const crossing = recordId('incident', 'crossing');
const guide = recordId('identity', 'guide');

const network = () =>
  record(
    'turkey',
    'threat-actor',
    'lantern',
    '2016-08-15',
    {
      name: 'Lantern network',
      aliases: ['Réseau du Fanal', 'Fener ağı', 'Δίκτυο Φανάρι', 'شبكة الفنار'],
      description: 'Moves travellers from ferry to border for money. No creed of its own.',
      threat_actor_types: ['crime-syndicate'],
      first_seen: '2016-02-01T00:00:00.000Z',
      primary_motivation: 'personal-gain',
    },
    {
      tlp: 'GREEN',
      assessment: graded('B', '2', 'assessment'),
      label: releasedTo(group('coalition')),
      organisation: {
        names: [
          { full: 'Lantern network', kind: 'primary', script: 'Latn', language: 'en' },
          { full: 'Réseau du Fanal', script: 'Latn', language: 'fr' },
          { full: 'Fener ağı', script: 'Latn', language: 'tr' },
          { full: 'Δίκτυο Φανάρι', script: 'Grek', language: 'el' },
          { full: 'شبكة الفنار', script: 'Arab', language: 'ar' },
        ],
        activities: ['Ferry tickets', 'Guides', 'Filled-in blanks'],
      },
    },
  );

export const fromTurkey = (): DemonstrationPut[] => [
  {
    member: 'turkey',
    title: {
      en: 'Turkey describes the network that moves travellers, and the crossing at Çamlıova',
      fr: 'La Turquie décrit le réseau qui fait passer les voyageurs, et le passage à Çamlıova',
    },
    collection: 'own',
    objects: [
      network(),
      record(
        'turkey',
        'incident',
        'crossing',
        '2016-09-12',
        {
          name: 'Crossing at Çamlıova',
          description: 'A group of five was turned back before dawn; two had slipped away earlier.',
        },
        {
          tlp: 'AMBER',
          assessment: graded('A', '2'),
          label: {
            ...releasedTo(group('coalition')),
            portions: [{ selectors: ['description'], ...releasedTo(group('foreign-fighters')) }],
          },
        },
      ),
      link(
        'turkey',
        'crossing-place',
        '2016-09-12',
        [crossing, 'related-to', placeId('camliova')],
        {},
        {
          label: releasedTo(group('coalition')),
        },
      ),
      link(
        'turkey',
        'lantern-place',
        '2016-09-12',
        [lantern, 'located-at', placeId('camliova')],
        {},
        {
          label: releasedTo(group('coalition')),
        },
      ),
      link(
        'turkey',
        'karim-border',
        '2016-09-14',
        [karimOfFrance, 'located-at', placeId('camliova')],
        { start_time: '2016-09-06T00:00:00.000Z', stop_time: '2016-09-11T02:00:00.000Z' },
        { label: releasedTo(group('coalition')), tlp: 'AMBER', assessment: graded('B', '3') },
      ),
      record(
        'turkey',
        'identity',
        'guide',
        '2016-09-30',
        {
          name: 'Guide known as “Kandil”',
          identity_class: 'individual',
          description: 'Knows the paths above Çamlıova; true name not established.',
        },
        {
          tlp: 'RED',
          label: releasedTo(group('eastern-mediterranean')),
          person: {
            names: [{ full: 'Kandil', kind: 'alias', quality: 'low', script: 'Latn', language: 'tr' }],
            subject_categories: ['suspect'],
          },
        },
      ),
      link(
        'turkey',
        'lantern-guide',
        '2016-09-30',
        [lantern, 'attributed-to', guide],
        {},
        {
          label: releasedTo(group('coalition')),
          tlp: 'AMBER',
        },
      ),
      record(
        'turkey',
        'sighting',
        'lantern-spring',
        '2017-03-22',
        {
          sighting_of_ref: lantern,
          count: 3,
          first_seen: '2017-03-02T00:00:00.000Z',
          last_seen: '2017-03-20T00:00:00.000Z',
          where_sighted_refs: [memberOf('turkey').identity, placeId('camliova')],
        },
        { label: releasedTo(group('coalition')), tlp: 'GREEN' },
      ),
    ],
  },
];
