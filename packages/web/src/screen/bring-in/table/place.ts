/** The place that a row names: an object of its own, which rows of one list share. */
import { countryOf } from './country.ts';
import { described, type Content } from './subject.ts';
import type { Values } from './row.ts';

/** What may be said of a place; `refused` where the row names one that STIX cannot hold. */
export type PlaceFound =
  { place: Content; tellers: string[] } | { refused: 'no-country' | 'coordinates' } | undefined;

/**
 * STIX wants a country, a region of the world or coordinates (STIX 2.1 §4.11): a place that has none of them cannot
 * be an object.
 * @param isSubject whether the row is the place, and describes it
 */
export function placeOf(values: Values, { isSubject }: { isSubject: boolean }): PlaceFound {
  const [name, city, area] = [values.one('place-name'), values.one('city'), values.one('region')];
  const country = values.one('country');
  const [latitude, longitude] = [values.one('latitude'), values.one('longitude')];
  const given = [name, city, area, country, latitude, longitude].map((text) => text ?? '');
  if (given.every((text) => text === '')) return undefined;
  const point = pointOf(latitude, longitude);
  if (point === 'wrong') return { refused: 'coordinates' };
  const code = country === undefined ? undefined : countryOf(country).code;
  if (code === undefined && point === undefined) return { refused: 'no-country' };
  const [street, postal] = isSubject ? [values.one('address'), values.one('postal-code')] : [];
  const place: Content = {
    type: 'location',
    spec_version: '2.1',
    name: name ?? city ?? area ?? country ?? `${latitude}, ${longitude}`,
    ...(code === undefined ? {} : { country: code }),
    ...(area === undefined ? {} : { administrative_area: area }),
    ...(city === undefined ? {} : { city }),
    ...(street === undefined ? {} : { street_address: street }),
    ...(postal === undefined ? {} : { postal_code: postal }),
    ...point,
    ...(isSubject ? described(values) : {}),
  };
  return { place, tellers: given.map((text) => text.toLowerCase()) };
}

function pointOf(
  latitude: string | undefined,
  longitude: string | undefined,
): { latitude: number; longitude: number } | 'wrong' | undefined {
  if (latitude === undefined && longitude === undefined) return undefined;
  const [north, east] = [degreesOf(latitude), degreesOf(longitude)];
  if (north === undefined || east === undefined) return 'wrong';
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { latitude: north, longitude: east } : 'wrong';
}

/** Degrees with a point or, as French tables have it, a comma. */
function degreesOf(text: string | undefined): number | undefined {
  const plain = text?.replace(',', '.').replace(/°$/, '');
  return plain !== undefined && /^[+-]?\d{1,3}(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
