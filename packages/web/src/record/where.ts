/** Where records are: places of the objects themselves, of what they are linked to, and addresses. */
import { isRegion, type Region } from './region.ts';
import {
  detailsOf,
  endsOf,
  recordIn,
  recordsIn,
  textIn,
  textsIn,
  type Entry,
  type StixObject,
} from './object.ts';

/** Degrees east and north. */
export type Position = readonly [longitude: number, latitude: number];

/** A spot on the map, and how exactly it is known. */
export type Spot =
  | { kind: 'point'; at: Position; name: string | undefined; metres: number | undefined }
  /** ISO 3166-1 alpha-2; it stands at the middle of the country. */
  | { kind: 'country'; code: string }
  /** As STIX names it (§10.22); it stands at the middle of the region. */
  | { kind: 'region'; region: Region };

/** What of the record is there: itself, what it tells of, or a place that it names. */
export type Sense = 'itself' | 'linked' | 'sighted' | 'address' | 'birth';

export interface Placed {
  entry: Entry;
  spot: Spot;
  sense: Sense;
}

/** Location objects by id, with which links to places are read. */
export type Gazetteer = ReadonlyMap<string, StixObject>;

export const keyOfSpot = (spot: Spot): string =>
  spot.kind === 'point' ? spot.at.join(' ') : spot.kind === 'country' ? spot.code : spot.region;

/** Where a location object is, as exactly as it says. */
export function spotOf(location: StixObject): Spot | undefined {
  const { latitude, longitude, precision } = location;
  if (isDegrees(latitude, 90) && isDegrees(longitude, 180)) {
    const metres = typeof precision === 'number' ? precision : undefined;
    return { kind: 'point', at: [longitude, latitude], name: textIn(location, 'name'), metres };
  }
  const region = textIn(location, 'region');
  return (
    spotOfCountry(textIn(location, 'country')) ?? (isRegion(region) ? { kind: 'region', region } : undefined)
  );
}

/** Every place of an entry; none where it says none that a map could show. */
export function placesOf(entry: Entry, gazetteer: Gazetteer): Placed[] {
  const { object } = entry;
  const placed = (sense: Sense, spots: readonly (Spot | undefined)[]): Placed[] =>
    spots.flatMap((spot) => (spot === undefined ? [] : [{ entry, spot, sense }]));
  const known = (id: string): Spot | undefined => {
    const location = gazetteer.get(id);
    return location && spotOf(location);
  };
  if (object.type === 'location') return placed('itself', [spotOf(object)]);
  if (object.type === 'sighting') return placed('sighted', textsIn(object, 'where_sighted_refs').map(known));
  const ends = endsOf(object);
  if (ends !== undefined) return placed('linked', [known(ends.target), known(ends.source)]);
  const details = detailsOf(object);
  return [
    ...placed('address', recordsIn(details, 'addresses').map(spotOfAddress)),
    ...placed('birth', recordsIn(details, 'birth_places').map(spotOfAddress)),
  ];
}

/** The locations that entries refer to, which a gazetteer has to have. */
export const locationsNamed = (entries: readonly Entry[]): string[] => {
  const named = entries.flatMap(({ object }) => [
    ...textsIn(object, 'where_sighted_refs'),
    ...['source_ref', 'target_ref'].flatMap((key) => textIn(object, key) ?? []),
  ]);
  return [...new Set(named.filter((id) => id.startsWith('location--')))];
};

const spotOfAddress = (place: Readonly<Record<string, unknown>>): Spot | undefined =>
  spotOfCountry(textIn(recordIn(place, 'country'), 'code'));

function spotOfCountry(code: string | undefined): Spot | undefined {
  return code !== undefined && /^[a-z]{2}$/i.test(code)
    ? { kind: 'country', code: code.toUpperCase() }
    : undefined;
}

const isDegrees = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;
