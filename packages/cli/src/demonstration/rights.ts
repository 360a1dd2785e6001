/** Policies of levels and attributes of the demonstration, and who holds what. */
import { fixedUuid } from './identifier.ts';
import type { Bilingual } from './language.ts';
import { demonstrationMembers, type MemberKey, type Standing } from './members.ts';

/** Levels of the alliance: 1 restricted, 2 confidential. The alliance grants clearances in it. */
export const allianceLevels = {
  id: fixedUuid('policy:alliance-levels'),
  owner: 'alliance' satisfies MemberKey as MemberKey,
  names: { en: 'Alliance security levels', fr: 'Niveaux de sécurité de l’Alliance' } satisfies Bilingual,
};

/** Who follows money. The alliance grants it. */
export const financialInquiry = {
  id: fixedUuid('attribute:financial-inquiry'),
  owner: 'alliance' satisfies MemberKey as MemberKey,
  names: { en: 'Financial inquiry', fr: 'Enquête financière' } satisfies Bilingual,
};

/** Holders of the attribute. */
export const financialInquirers: readonly MemberKey[] = [
  'alliance',
  'belgium',
  'italy',
  'kuwait',
  'united-kingdom',
  'united-states',
];

const rankByStanding: Readonly<Record<Standing, number>> = {
  'alliance-nation': 2,
  alliance: 2,
  partner: 1,
  acceding: 1,
};

/** Each member's clearance in the levels of the alliance. */
export const clearances: readonly { member: MemberKey; rank: number }[] = demonstrationMembers.map(
  ({ key, standing }) => ({ member: key, rank: rankByStanding[standing] }),
);
