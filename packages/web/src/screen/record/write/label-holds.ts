/**
 * Whether the label that is written in one's own version is the one that holds. It is not where it was given another
 * since, or where the audience was chosen beside the object: then a new version that states what is written would be
 * for others than the one before it. Where an end is closed it cannot be told; then it is taken not to hold.
 */
import type { Explanation } from '@entente/contract/label';

/** @param held who sees the version, @param stated who would see it under what is written */
export function labelHolds(held: readonly Explanation[], stated: readonly Explanation[]): boolean {
  const verdicts = new Map(held.map(({ member, verdict }) => [member, verdict]));
  return stated.every(({ member, verdict }) => verdicts.get(member) === verdict);
}
