/** Where what is new may stand without anything else having to move. */

export interface Place {
  x: number;
  y: number;
}

const step = 46;
/** Turns so that no two arms of the spiral cover each other. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Free places on a spiral around `centre`, the nearest first. */
export function* freePlaces(
  taken: Iterable<Place>,
  centre: Place | undefined,
  many: number,
): Generator<Place> {
  const squares = new Set<string>();
  const squareOf = ({ x, y }: Place): [number, number] => [Math.floor(x / step), Math.floor(y / step)];
  for (const place of taken) squares.add(squareOf(place).join());
  const isTaken = (place: Place): boolean => {
    const [column, row] = squareOf(place);
    return [-1, 0, 1].some((across) =>
      [-1, 0, 1].some((down) => squares.has([column + across, row + down].join())),
    );
  };
  const { x, y } = centre ?? { x: 0, y: 0 };
  let given = 0;
  for (let index = centre === undefined ? 0 : 1; given < many; index += 1) {
    const away = step * (1 + 1.5 * Math.sqrt(index));
    const place = {
      x: x + away * Math.cos(index * goldenAngle),
      y: y + away * Math.sin(index * goldenAngle),
    };
    // Free squares around each keep names apart; within one sowing the spiral does that by itself.
    if (isTaken(place)) continue;
    given += 1;
    yield place;
  }
}
