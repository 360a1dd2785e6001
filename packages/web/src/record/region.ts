/** The regions of STIX (§10.22): their codes in the list of the United Nations (M.49), and about where their middle is. */
import type { Position } from './where.ts';

const regions: Readonly<Record<string, readonly [code: string, longitude: number, latitude: number]>> = {
  africa: ['002', 20, 3],
  'eastern-africa': ['014', 37, -3],
  'middle-africa': ['017', 19, 2],
  'northern-africa': ['015', 15, 28],
  'southern-africa': ['018', 22, -27],
  'western-africa': ['011', -4, 13],
  americas: ['019', -90, 15],
  caribbean: ['029', -72, 19],
  'central-america': ['013', -88, 15],
  'latin-america-caribbean': ['419', -65, -8],
  'northern-america': ['021', -100, 48],
  'south-america': ['005', -60, -15],
  asia: ['142', 90, 42],
  'central-asia': ['143', 66, 45],
  'eastern-asia': ['030', 110, 36],
  'southern-asia': ['034', 74, 24],
  'south-eastern-asia': ['035', 110, 5],
  'western-asia': ['145', 43, 32],
  europe: ['150', 20, 52],
  'eastern-europe': ['151', 32, 52],
  'northern-europe': ['154', 17, 61],
  'southern-europe': ['039', 15, 42],
  'western-europe': ['155', 6, 48],
  oceania: ['009', 145, -15],
  antarctica: ['010', 0, -80],
  'australia-new-zealand': ['053', 140, -28],
  melanesia: ['054', 155, -8],
  micronesia: ['057', 155, 8],
  polynesia: ['061', -155, -15],
};

/** About the middle of a region; `undefined` of what is no region of STIX. */
export function centreOfRegion(region: string): Position | undefined {
  const found = regions[region];
  return found && [found[1], found[2]];
}

/** The name of a region of STIX or of a country (alpha-2) in a language. */
export function nameOfArea(codeOrRegion: string, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return names.of(regions[codeOrRegion]?.[0] ?? codeOrRegion) ?? codeOrRegion;
}
