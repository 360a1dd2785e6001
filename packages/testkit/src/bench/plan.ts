/**
 * The plan of a world: fifty members of whom three only read, five hundred cases of four labels each. A member
 * works on about ten cases, and an object's ends lie in its own case, mostly under another label.
 */
import type { JsonObject } from '@entente/core/stix/types';
import { uuidOf } from './random.ts';

export const memberCount = 50;
export const caseCount = 500;
export const labelsOfCase = 4;
/** They put in; the three others have views of a known share. */
export const contributorCount = 47;

export const memberIds = Array.from({ length: memberCount }, (_none, index) => uuidOf(0x1111, index));
export const communityIds = Array.from({ length: 5 }, (_none, index) => uuidOf(0x2222, index));
export const policyId = uuidOf(0x3333, 0);

/** The readers whose pages are measured. */
export const readers = [
  { share: '100 %', member: memberIds[47] as string },
  { share: '10 %', member: memberIds[48] as string },
  { share: '.1 %', member: memberIds[49] as string },
] as const;
const [whole, tenth, thousandth] = readers;

const member = (index: number): string => `member:${memberIds[index % contributorCount]}`;

/** Members that work on a case besides its contributor. */
export function partnersOf(number: number): number[] {
  const turn = Math.floor(number / contributorCount) + 1;
  return [number + turn, number + 2 * turn + 11, number + 3 * turn + 23];
}

/** A contributor stands on the roster of one community. */
export const communityOf = (contributor: number): string =>
  communityIds[contributor % communityIds.length] as string;

/** The label of an object as its extension states it. */
export function labelOf(number: number, which: number): JsonObject {
  const watchers = [
    whole,
    ...(number % 10 === 0 ? [tenth] : []),
    ...(number === 0 && which < 3 ? [thousandth] : []),
  ];
  const seen = watchers.map((reader) => `member:${reader.member}`);
  const partners = partnersOf(number).map(member);
  if (which === 0) return { any: [[...partners, ...seen]] };
  if (which === 1) return { any: [[...partners.slice(0, 2), ...seen]], handling: ['TLP:AMBER'] };
  const community = `community:${communityOf(number % contributorCount)}`;
  if (which === 2) return { any: [[community, ...seen]] };
  return { any: [[...partners, ...seen]], levels: { [policyId]: 1 }, handling: [`PAP:GREEN`] };
}

/** The identity of a member; one in five keeps it to the widest reader, so that it is cut for the others. */
export function identityOf(index: number): { id: string; label: JsonObject } {
  const label = index % 5 === 0 ? { any: [[`member:${whole.member}`]] } : { any: [['public']] };
  return { id: `identity--${memberIds[index]}`, label };
}
