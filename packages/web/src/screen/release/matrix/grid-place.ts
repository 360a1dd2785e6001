/** The cells of a table, and which key leads from one to which. */
export interface Place {
  row: number;
  column: number;
}

/** Where a key leads; nothing for other keys. */
export function placeAfter(
  key: string,
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | undefined {
  const page = 10;
  const places: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  };
  const next = places[key];
  if (next === undefined) return undefined;
  const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  return { row: within(next.row, rows), column: within(next.column, columns) };
}
