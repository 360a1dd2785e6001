/** Invented places, which the alliance gives to every member so that all mean the same by a name. */
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import { recordId } from '../identifier.ts';
import { record, releasedTo, type DemonstrationPut } from './record.ts';

const place = (key: string, name: string, region: string, description: string): StixObject =>
  record('alliance', 'location', key, '2016-06-01', { name, region, description } satisfies JsonObject, {
    label: releasedTo('public'),
  });

export const placeId = (key: string): string => recordId('location', key);

export const gazetteer = (): DemonstrationPut => ({
  member: 'alliance',
  title: {
    en: 'The Alliance gives its gazetteer of (invented) places to every member',
    fr: 'L’Alliance donne à chaque membre son répertoire de lieux (inventés)',
  },
  collection: 'own',
  objects: [
    place('port-azalee', 'Port-Azalée', 'western-europe', 'Ville portuaire. Invented town.'),
    place('klaverhaven', 'Klaverhaven', 'western-europe', 'Havenstad / harbour town. Invented town.'),
    place(
      'byala-struya',
      'Byala Struya (Бяла Струя)',
      'eastern-europe',
      'Small town with a town hall. Invented.',
    ),
    place('alkyon', 'Alkyon Harbour (Λιμένας Αλκυών)', 'southern-europe', 'Ferry port. Invented.'),
    place('camliova', 'Çamlıova', 'western-asia', 'Market town near a border. Invented.'),
    place('bayt-sanawbar', 'Bayt al-Sanawbar (بيت الصنوبر)', 'western-asia', 'Customs post. Invented.'),
    place(
      'wadi-sarmad',
      'Wadi Sarmad (وادي سرمد)',
      'western-asia',
      'Valley with an abandoned mill. Invented.',
    ),
    place('ras-marjan', 'Ras al-Marjan (رأس المرجان)', 'western-asia', 'Trading harbour. Invented.'),
  ],
});
