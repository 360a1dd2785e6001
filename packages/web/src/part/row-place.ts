/** Where a key leads from a row; −1 is before the first. */
export function placeAfter(key: string, at: number, count: number, page: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const place = places[key];
  return place === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, place));
}
