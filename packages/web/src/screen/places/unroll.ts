/**
 * Rings of the atlas that cross the 180th meridian jump from one edge of the map to the other, which smears them over
 * all of it. Here they are unrolled and cut in two where they cross.
 */
import type { Position } from '../../record/where.ts';

export type Ring = readonly Position[];

/** The ring in parts, each within −180° and 180°. */
export function cutAtMeridian(ring: Ring): Ring[] {
  const unrolled = unroll(ring);
  return [-360, 0, 360].flatMap((turn) => {
    const shifted = unrolled.map(([x, y]): Position => [x + turn, y]);
    const part = clipped(clipped(shifted, 180, 1), -180, -1);
    return part.length < 3 ? [] : [closed(part)];
  });
}

/** Goes on beyond 180° instead of jumping; around a pole, by way of the pole. */
function unroll(ring: Ring): Ring {
  const out: Position[] = [];
  let turn = 0;
  let before: Position | undefined;
  for (const position of ring) {
    const jump = before === undefined ? 0 : position[0] - before[0];
    if (Math.abs(jump) > 180) turn -= Math.sign(jump) * 360;
    out.push([position[0] + turn, position[1]]);
    before = position;
  }
  const [first, last] = [out[0], out.at(-1)];
  if (first === undefined || last === undefined || Math.abs(last[0] - first[0]) < 180) return out;
  const pole = first[1] < 0 ? -90 : 90;
  return [...out, [last[0], pole], [first[0], pole]];
}

/** The part of a ring west (`side` 1) or east (-1) of a meridian (Sutherland and Hodgman). */
function clipped(ring: Ring, meridian: number, side: 1 | -1): Ring {
  const isIn = ([x]: Position): boolean => (meridian - x) * side >= 0;
  return ring.flatMap((position, index): Position[] => {
    const before = ring.at(index - 1) ?? position;
    if (isIn(before) === isIn(position)) return isIn(position) ? [position] : [];
    const share = (meridian - before[0]) / (position[0] - before[0]);
    const crossing: Position = [meridian, before[1] + share * (position[1] - before[1])];
    return isIn(position) ? [crossing, position] : [crossing];
  });
}

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return first === undefined || isClosed ? ring : [...ring, first];
}

/** Twice the area within a ring, in square degrees; and its centre of mass. */
export function measured(ring: Ring): { area: number; centre: Position } {
  let [area, x, y] = [0, 0, 0];
  for (const [index, [x1, y1]] of ring.entries()) {
    const [x0, y0] = ring.at(index - 1) ?? [x1, y1];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return {
    area: Math.abs(area),
    centre: area === 0 ? (ring[0] ?? [0, 0]) : [x / (3 * area), y / (3 * area)],
  };
}
