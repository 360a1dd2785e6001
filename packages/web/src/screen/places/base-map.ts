/**
 * The base map: land, borders and the middles of countries, made in the browser from the atlas that comes with the
 * interface (Natural Earth, as Visionscarto draws it). Nothing is asked of another host.
 */
import type { MultiLineString, MultiPolygon, Position as Coordinates } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Position } from '../../record/where.ts';
import { cutAtMeridian, measured } from './unroll.ts';

interface Country {
  name: string;
  /** ISO 3166-1 alpha-3, or a code of the atlas. */
  a3: string;
}
export type AtlasTopology = Topology<{ countries: GeometryCollection<Country>; land: GeometryObject }>;

export interface BaseMap {
  land: MultiPolygon;
  borders: MultiLineString;
  /** Lines on which the states that they part, or others, do not agree. */
  disputed: MultiLineString;
  /** ISO 3166-1 alpha-2 → middle of the largest part. */
  centres: ReadonlyMap<string, Position>;
}

/** Territories whose status is contested: every line around them on land. */
const contested = new Set(['CYN', 'XKX', 'SOL', 'ESH', 'PSE', 'KAS']);
/** Pairs of states between which a line is contested as a whole or in part. */
const contestedPairs = new Set(['IND PAK', 'CHN IND', 'EGY SDN', 'SDN SSD', 'GUY VEN', 'ISR SYR', 'ISR LBN']);

export function baseMapOf(atlas: AtlasTopology): BaseMap {
  const { countries } = atlas.objects;
  const all = feature(atlas, countries).features;
  const parts: Coordinates[][][] = [];
  const centres = new Map<string, Position>();
  for (const { geometry, id, properties } of all) {
    const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : polygonsOf(geometry);
    const rings = polygons.flatMap(([outer]) => cutAtMeridian((outer ?? []) as unknown as Position[]));
    parts.push(...rings.map((ring) => [ring as unknown as Coordinates[]]));
    const largest = rings.map(measured).sort((a, b) => b.area - a.area)[0];
    const code = alpha2(String(id), properties.a3);
    if (code !== undefined && largest !== undefined && !centres.has(code)) centres.set(code, largest.centre);
  }
  const between = (isWanted: boolean): MultiLineString =>
    mesh(atlas, countries, (one, other) => one !== other && isContested(one, other) === isWanted);
  return {
    land: { type: 'MultiPolygon', coordinates: parts },
    borders: between(false),
    disputed: between(true),
    centres,
  };
}

const polygonsOf = (geometry: { type: string; coordinates?: unknown }): Coordinates[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates as Coordinates[][]] : [];

function isContested(one: GeometryObject, other: GeometryObject): boolean {
  const codes = [one, other].map(({ properties }) => (properties as Country).a3).sort();
  return codes.some((code) => contested.has(code)) || contestedPairs.has(codes.join(' '));
}

/** The atlas numbers countries (ISO 3166-1 numeric, the codes of M.49), which languages know by two letters. */
function alpha2(numeric: string, a3: string): string | undefined {
  if (a3 === 'XKX') return 'XK';
  if (!/^\d{3}$/.test(numeric)) return undefined;
  const region = new Intl.Locale(`und-${numeric}`).region;
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined;
}
