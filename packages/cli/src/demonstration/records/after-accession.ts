/** What is put in after the 29th nation has come: it sees this, and nothing of the coalition's from before. */
import { labelExtensionId } from '@entente/core/extension/identifiers';
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import { recordId } from '../identifier.ts';
import { placeId } from './places.ts';
import {
  graded,
  group,
  link,
  nation,
  noon,
  observable,
  observableId,
  record,
  releasedTo,
  type DemonstrationPut,
} from './record.ts';
import { column, columnPlace } from './iraq.ts';
import { lantern } from './turkey.ts';

const vessel = recordId('identity', 'vessel-owner');
const caller = { user_id: '+999 88 310 055' };
const alone = () => ({ label: releasedTo(nation('montenegro'), nation('greece')), tlp: 'AMBER' as const });

const italianJourney = (): StixObject[] => [
  record(
    'italy',
    'identity',
    'vessel-owner',
    '2017-06-02',
    {
      name: 'Luka Morelić',
      identity_class: 'individual',
      description: 'Hires out a fishing boat; asked about night trips.',
    },
    {
      ...alone(),
      assessment: graded('C', '3'),
      person: {
        names: [
          { full: 'Luka Morelić', kind: 'primary', script: 'Latn' },
          { full: 'Лука Морелић', kind: 'original-script', script: 'Cyrl' },
          { full: 'Luca Morelli', kind: 'alias', script: 'Latn', language: 'it' },
        ],
        birth_dates: [{ precision: 'approximate', date: '1980' }],
        subject_categories: ['witness'],
      },
    },
  ),
  observable('user-account', caller, alone()),
  record(
    'italy',
    'observed-data',
    'night-trips',
    '2017-06-03',
    {
      first_observed: '2017-05-20T22:00:00.000Z',
      last_observed: '2017-06-01T04:00:00.000Z',
      number_observed: 3,
      object_refs: [observableId('user-account', caller)],
    },
    alone(),
  ),
  link('italy', 'boat-place', '2017-06-03', [vessel, 'located-at', placeId('alkyon')], {}, alone()),
  link(
    'italy',
    'boat-lantern',
    '2017-06-03',
    [vessel, 'related-to', lantern],
    {
      description: 'Carried passengers whom the network had sent.',
    },
    alone(),
  ),
];

const reunion = (): StixObject =>
  record(
    'jordan',
    'report',
    'home-again',
    '2017-06-08',
    {
      name: 'Three families reunited after a return',
      description:
        'How a call from a mother, passed on between two members within a day, brought three home.',
      published: '2017-06-08T12:00:00.000Z',
      object_refs: [placeId('bayt-sanawbar'), placeId('klaverhaven')],
    },
    { tlp: 'GREEN', label: releasedTo(group('coalition')) },
  );

const word = (): StixObject =>
  record(
    'alliance',
    'report',
    'public-word',
    '2017-06-09',
    {
      name: 'What the cell is for / À quoi sert la cellule',
      description:
        'Members share what they choose, with whom they choose. / Chaque membre partage ce qu’il veut, avec qui il veut.',
      published: '2017-06-09T12:00:00.000Z',
      object_refs: [placeId('alkyon')],
    },
    { tlp: 'CLEAR', label: releasedTo('public') },
  );

/** Turkey's record of the network, brought up to date: a new version, under the roster of the day. */
function upToDate(record: StixObject): StixObject {
  const description = `${String(record['description'])} Since May it also looks for boats further north.`;
  return { ...record, modified: noon('2017-06-05'), description };
}

/** The same version under a second label, beside the first: for the 29th nation, by name. */
function byName(record: StixObject): StixObject {
  const extensions = record['extensions'] as JsonObject;
  const label = { extension_type: 'property-extension', ...releasedTo(nation('montenegro')) };
  return { ...record, extensions: { ...extensions, [labelExtensionId]: label } };
}

/** What reaches the 29th nation. `said` is what Turkey and Iraq had put in before it came. */
export const afterAccession = (said: readonly StixObject[]): DemonstrationPut[] => [
  {
    member: 'turkey',
    title: {
      en: 'Turkey brings its record of the network up to date: the new version reaches the 29th nation too',
      fr: 'La Turquie met à jour sa fiche sur le réseau\u00a0: la nouvelle version parvient aussi à la 29ᵉ nation',
    },
    collection: 'own',
    objects: said.filter(({ id }) => id === lantern).map(upToDate),
  },
  {
    member: 'iraq',
    title: {
      en: 'Iraq gives the 29th nation, by name, what the others already have on the armed group',
      fr: 'L’Irak donne nommément à la 29ᵉ nation ce que les autres ont déjà sur le groupe armé',
    },
    collection: 'own',
    objects: said.filter(({ id }) => id === column || id === columnPlace).map(byName),
  },
  {
    member: 'italy',
    title: {
      en: 'Italy tells the 29th nation, and Greece, of a boat on their coasts',
      fr: 'L’Italie signale à la 29ᵉ nation, et à la Grèce, un bateau sur leurs côtes',
    },
    collection: 'own',
    objects: italianJourney(),
  },
  {
    member: 'jordan',
    title: {
      en: 'Jordan tells the whole coalition of a return that went well',
      fr: 'La Jordanie raconte à toute la coalition un retour réussi',
    },
    collection: 'own',
    objects: [reunion()],
  },
  {
    member: 'alliance',
    title: {
      en: 'The Alliance says to every member what the cell is for',
      fr: 'L’Alliance dit à chaque membre à quoi sert la cellule',
    },
    collection: 'own',
    objects: [word()],
  },
];
