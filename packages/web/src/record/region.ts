/** The regions of STIX (§10.22), and about where their middle is. */
import type { Position } from './where.ts';

const centres = {
  africa: [20, 3],
  'eastern-africa': [37, -3],
  'middle-africa': [19, 2],
  'northern-africa': [15, 28],
  'southern-africa': [22, -27],
  'western-africa': [-4, 13],
  americas: [-90, 15],
  caribbean: [-72, 19],
  'central-america': [-88, 15],
  'latin-america-caribbean': [-65, -8],
  'northern-america': [-100, 48],
  'south-america': [-60, -15],
  asia: [90, 42],
  'central-asia': [66, 45],
  'eastern-asia': [110, 36],
  'southern-asia': [74, 24],
  'south-eastern-asia': [110, 5],
  'western-asia': [43, 32],
  europe: [20, 52],
  'eastern-europe': [32, 52],
  'northern-europe': [17, 61],
  'southern-europe': [15, 42],
  'western-europe': [6, 48],
  oceania: [145, -15],
  antarctica: [0, -80],
  'australia-new-zealand': [140, -28],
  melanesia: [155, -8],
  micronesia: [155, 8],
  polynesia: [-155, -15],
} as const satisfies Record<string, Position>;

export type Region = keyof typeof centres;

export const isRegion = (text: string | undefined): text is Region =>
  text !== undefined && Object.hasOwn(centres, text);

/** About the middle of a region. */
export const centreOfRegion = (region: Region): Position => centres[region];
