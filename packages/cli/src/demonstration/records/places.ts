/**
 * Invented places, which the alliance gives to every member so that all mean the same by a name. They stand where such
 * places could be, to within fifty kilometres, so that the map shows what it does.
 */
import type { JsonObject, StixObject } from '@entente/core/stix/types';
import { recordId } from '../identifier.ts';
import { record, releasedTo, type DemonstrationPut } from './record.ts';

const place = (
  key: string,
  name: string,
  region: string,
  [latitude, longitude]: readonly [number, number],
  description: string,
): StixObject => {
  const where = { name, region, latitude, longitude, precision: 50_000, description } satisfies JsonObject;
  return record('alliance', 'location', key, '2016-06-01', where, { label: releasedTo('public') });
};

export const placeId = (key: string): string => recordId('location', key);

export const gazetteer = (): DemonstrationPut => ({
  member: 'alliance',
  title: {
    en: 'The Alliance gives its gazetteer of (invented) places to every member',
    fr: 'L’Alliance donne à chaque membre son répertoire de lieux (inventés)',
  },
  collection: 'own',
  objects: [
    place('port-azalee', 'Port-Azalée', 'western-europe', [43.3, 5.0], 'Ville portuaire. Invented town.'),
    place(
      'klaverhaven',
      'Klaverhaven',
      'western-europe',
      [51.3, 3.0],
      'Havenstad / harbour town. Invented town.',
    ),
    place(
      'byala-struya',
      'Byala Struya (Бяла Струя)',
      'eastern-europe',
      [42.9, 25.6],
      'Small town with a town hall. Invented.',
    ),
    place(
      'alkyon',
      'Alkyon Harbour (Λιμένας Αλκυών)',
      'southern-europe',
      [38.1, 23.0],
      'Ferry port. Invented.',
    ),
    place('camliova', 'Çamlıova', 'western-asia', [36.9, 38.2], 'Market town near a border. Invented.'),
    place(
      'bayt-sanawbar',
      'Bayt al-Sanawbar (بيت الصنوبر)',
      'western-asia',
      [32.3, 38.4],
      'Customs post. Invented.',
    ),
    place(
      'wadi-sarmad',
      'Wadi Sarmad (وادي سرمد)',
      'western-asia',
      [35.4, 42.4],
      'Valley with an abandoned mill. Invented.',
    ),
    place(
      'ras-marjan',
      'Ras al-Marjan (رأس المرجان)',
      'western-asia',
      [29.2, 48.1],
      'Trading harbour. Invented.',
    ),
  ],
});
