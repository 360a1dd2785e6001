/** Colours of the graph, for both appearances; each stands out from the ground by 3:1 at least. */

export type Scheme = 'light' | 'dark';

interface Ink {
  text: string;
  ground: string;
  edge: string;
  lit: string;
  mark: string;
}

export const inks: Record<Scheme, Ink> = {
  light: { text: '#1c2329', ground: '#ffffff', edge: '#a3adb5', lit: '#b4480f', mark: '#155e75' },
  dark: { text: '#e8ecef', ground: '#242424', edge: '#5d656c', lit: '#ffa366', mark: '#7abccd' },
};

/** Twelve that differ in lightness as well as in hue. */
const wheel: Record<Scheme, readonly string[]> = {
  light: [
    '#1f6f8b',
    '#b3541e',
    '#3f7d3a',
    '#7a4a9e',
    '#b0305c',
    '#8a6d0b',
    '#3657a8',
    '#0f7c6b',
    '#8c4a2f',
    '#5d6670',
    '#a33fa0',
    '#4d6b12',
  ],
  dark: [
    '#6cc4de',
    '#f29a66',
    '#8fd08a',
    '#c5a0e6',
    '#f285a8',
    '#dcc05a',
    '#93abf0',
    '#63cdb8',
    '#d79a80',
    '#aab4be',
    '#e295df',
    '#b0cc6d',
  ],
};

const places: Readonly<Record<string, number>> = {
  identity: 0,
  'identity.individual': 0,
  'identity.organization': 6,
  'identity.group': 7,
  'threat-actor': 4,
  'intrusion-set': 3,
  campaign: 10,
  incident: 1,
  malware: 8,
  tool: 5,
  indicator: 5,
  infrastructure: 11,
  location: 2,
  report: 9,
  note: 9,
  grouping: 9,
  'observed-data': 11,
  'attack-pattern': 3,
  vulnerability: 1,
  opinion: 9,
};

/** Of a kind: a type, or an identity with its class. Every observable has the same. */
export const colourOfKind = (kind: string, scheme: Scheme): string =>
  wheel[scheme][places[kind] ?? (kind.startsWith('identity.') ? 0 : 11)] as string;

export const communitiesWithColour = 12;

/** Of a community, by its size: the twelve largest have one of their own. */
export const colourOfCommunity = (place: number, scheme: Scheme): string =>
  wheel[scheme][place] ?? inks[scheme].edge;
