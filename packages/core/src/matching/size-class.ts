/** Sizes are told by class alone: eight steps to each doubling, so that at most an eighth is filled up. */
const smallest = 64;

export function sizeClass(count: number): number {
  if (count <= smallest) return smallest;
  const step = 2 ** Math.floor(Math.log2(count)) / 8;
  return Math.ceil(count / step) * step;
}
