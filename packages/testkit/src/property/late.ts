/** Feeds that come late. */
import type { Cell } from '@entente/server/cell';

/** Has the cell do nothing by itself until the returned function is called. */
export function putToSleep(cell: Cell): () => void {
  const wake = cell.wake.bind(cell);
  cell.wake = () => undefined;
  return () => {
    cell.wake = wake;
  };
}
