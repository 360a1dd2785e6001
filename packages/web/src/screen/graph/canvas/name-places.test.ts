import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOf, placesFor, placesUpon, type Box, type Wish } from './name-places.ts';

const ground: Box = { left: 0, right: 800, top: 0, bottom: 500 };
const wish = (x: number, y: number, more: Partial<Wish> = {}): Wish => ({
  x,
  y,
  size: 6,
  width: 80,
  isForced: false,
  ...more,
});
const overlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) > Math.max(one.left, other.left) &&
  Math.min(one.bottom, other.bottom) > Math.max(one.top, other.top);

test('A name stands to the right of its record, else to the left, else below or above', () => {
  const sideOf = (x: number, y: number, records: Box[] = []): string => {
    const [box] = placesFor([wish(x, y)], records, ground);
    if (box === undefined) return 'nowhere';
    if (box.left > x) return 'right';
    if (box.right < x) return 'left';
    return box.top > y ? 'below' : 'above';
  };
  expect(sideOf(400, 250)).toBe('right');
  expect(sideOf(780, 250)).toBe('left');
  const beside = [boxOf({ x: 430, y: 250, size: 6 }), boxOf({ x: 370, y: 250, size: 6 })];
  expect(sideOf(400, 250, beside)).toBe('below');
  expect(
    sideOf(
      400,
      490,
      beside.map((box) => ({ ...box, top: 484, bottom: 496 })),
    ),
  ).toBe('above');
});

test('No name covers another or a record, and what is chosen has its name', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 500 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const wishes = points.map(({ x, y }) => wish(x, y));
      const records = wishes.map(boxOf);
      const boxes = placesFor(wishes, records, ground).filter((box) => box !== undefined);
      boxes.forEach((box, index) => {
        expect(records.some((record) => overlap(box, record))).toBe(false);
        expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
      });
      const [forced] = placesFor([wish(400, 250, { isForced: true })], [ground], ground);
      expect(forced).toBeDefined();
    }),
  );
});

test('What a link says stands upon its way, whole or in its first words, and covers nothing', () => {
  const way = { from: { x: 100, y: 100 }, to: { x: 400, y: 100 }, widths: [200, 60] };
  const upon = (taken: Box[]): unknown => placesUpon([way], taken, ground)[0];
  expect(upon([])).toEqual({ box: { left: 150, right: 350, top: 92, bottom: 108 }, which: 0 });
  const middle = { left: 240, right: 260, top: 90, bottom: 110 };
  expect(upon([middle])).toMatchObject({ box: { left: 292, right: 352 }, which: 1 });
  expect(upon([{ ...middle, left: 100, right: 400 }])).toBeUndefined();
  // Two links between the same records do not say one thing upon the other.
  const short = { ...way, widths: [60] };
  const [one, other] = placesUpon([short, short], [], ground);
  expect(overlap(one!.box, other!.box)).toBe(false);
});
