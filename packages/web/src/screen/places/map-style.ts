/** How the base map is drawn: no labels, so no fonts are asked for; borders quieter than what lies on them. */
import type { MantineThemeColors } from '@mantine/core';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Geometry } from 'geojson';
import type { DisputedBorders } from './atlas.ts';
import type { BaseMap } from './base-map.ts';

export function mapStyle(
  { land, borders, disputed }: BaseMap,
  scheme: 'light' | 'dark',
  drawn: DisputedBorders,
  { gray, dark }: MantineThemeColors,
): StyleSpecification {
  const [sea, ground, line] =
    scheme === 'light' ? ['#dbe7ec', gray[0], gray[5]] : ['#141b20', dark[5], dark[2]];
  const source = (data: Geometry) =>
    ({ type: 'geojson', data: { type: 'Feature', properties: {}, geometry: data } }) as const;
  const lines = (id: string, dashes?: number[]): LayerSpecification => ({
    id,
    type: 'line',
    source: id,
    paint: {
      'line-color': line,
      'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.4],
      ...(dashes === undefined ? {} : { 'line-dasharray': dashes }),
    },
  });
  return {
    version: 8,
    sources: { land: source(land), borders: source(borders), disputed: source(disputed) },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': ground } },
      lines('borders'),
      ...(drawn === 'hidden' ? [] : [lines('disputed', drawn === 'dashed' ? [2, 2.5] : undefined)]),
    ],
  };
}
