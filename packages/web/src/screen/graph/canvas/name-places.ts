/** Where names and what links say stand on the drawing, so that none covers another or a record. */

/** A name that wants to be written beside a record; pixels from the left and the top. */
export interface Wish {
  x: number;
  y: number;
  /** Half the width of the record. */
  size: number;
  width: number;
  /** Written even where it covers something: that of the record that is chosen. */
  isForced: boolean;
}

/** What a link wants to say upon its way from one record to another. */
export interface Saying {
  from: Point;
  to: Point;
  /** Of the whole of it, and of its first words. */
  widths: readonly number[];
}

interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Half the height of a name, and the room between it and its record. */
const half = 8;
const away = 4;

export const boxOf = ({ x, y, size }: Pick<Wish, 'x' | 'y' | 'size'>): Box => ({
  left: x - size,
  right: x + size,
  top: y - size,
  bottom: y + size,
});

/** To the right of the record, to its left, below it, above it. */
function boxesBeside({ x, y, size, width }: Wish): [Box, ...Box[]] {
  const across = { top: y - half, bottom: y + half };
  const along = { left: x - width / 2, right: x + width / 2 };
  return [
    { ...across, left: x + size + away, right: x + size + away + width },
    { ...across, left: x - size - away - width, right: x - size - away },
    { ...along, top: y + size + 1, bottom: y + size + 1 + 2 * half },
    { ...along, top: y - size - 1 - 2 * half, bottom: y - size - 1 },
  ];
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const isInside = (one: Box, other: Box): boolean =>
  one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom;

/**
 * The box of each name, in the order of the wishes: the first come first. `undefined` where none of the four sides is
 * free within the ground.
 */
export function placesFor(
  wishes: readonly Wish[],
  records: readonly Box[],
  ground: Box,
): (Box | undefined)[] {
  const taken = [...records];
  return wishes.map((wish) => {
    const beside = boxesBeside(wish);
    const sides = beside.filter((box) => isInside(box, ground));
    const free = sides.find((box) => !taken.some((other) => overlap(box, other)));
    const box = free ?? (wish.isForced ? (sides[0] ?? beside[0]) : undefined);
    if (box !== undefined) taken.push(box);
    return box;
  });
}

/** Parts of the way at which a saying may stand, the middle first. */
const parts = [0.5, 0.62, 0.38, 0.74, 0.26];

/** The box of each saying, and which of its widths it has; `undefined` where nothing is free upon its way. */
export function placesUpon(
  sayings: readonly Saying[],
  taken: readonly Box[],
  ground: Box,
): ({ box: Box; which: number } | undefined)[] {
  const all = [...taken];
  return sayings.map(({ from, to, widths }) => {
    for (const [which, width] of widths.entries()) {
      for (const part of parts) {
        const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
        const box = { left: x - width / 2, right: x + width / 2, top: y - half, bottom: y + half };
        if (!isInside(box, ground) || all.some((other) => overlap(box, other))) continue;
        all.push(box);
        return { box, which };
      }
    }
    return undefined;
  });
}
