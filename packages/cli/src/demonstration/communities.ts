/** The communities of the demonstration and their rosters. */
import { fixedUuid } from './identifier.ts';
import type { Bilingual } from './language.ts';
import { demonstrationMembers, memberOf, type MemberKey } from './members.ts';

export type CommunityKey =
  'alliance-nations' | 'coalition' | 'foreign-fighters' | 'gulf-partners' | 'eastern-mediterranean';

/** A community; `roster` holds ids of members and of communities, in the order in which they enter. */
export interface DemonstrationCommunity {
  key: CommunityKey;
  id: string;
  names: Bilingual;
  roster: readonly string[];
}

const communityId = (key: CommunityKey): string => fixedUuid(`community:${key}`);
const ids = (...keys: MemberKey[]): string[] => keys.map((key) => memberOf(key).id);
const standing = (wanted: string): string[] =>
  demonstrationMembers.filter((member) => member.standing === wanted).map(({ id }) => id);

const community = (
  key: CommunityKey,
  en: string,
  fr: string,
  roster: readonly string[],
): DemonstrationCommunity => ({ key, id: communityId(key), names: { en, fr }, roster });

/**
 * In the order in which they are founded. The nations of the alliance are in the coalition as a community, so
 * that who accedes to the alliance is in the coalition by the same act; the alliance is there in its own right.
 */
export const demonstrationCommunities: readonly DemonstrationCommunity[] = [
  community('alliance-nations', 'Alliance nations', 'Nations de l’Alliance', standing('alliance-nation')),
  community('coalition', 'Coalition', 'Coalition', [
    communityId('alliance-nations'),
    ...standing('alliance'),
    ...standing('partner'),
  ]),
  community('foreign-fighters', 'Foreign fighters cell', 'Cellule combattants étrangers', [
    ...ids('belgium', 'france', 'germany', 'greece', 'netherlands', 'turkey', 'united-kingdom'),
    ...ids('united-states', 'alliance', 'iraq', 'jordan'),
  ]),
  community('gulf-partners', 'Gulf partners', 'Partenaires du Golfe', [
    ...ids('bahrain', 'kuwait', 'united-arab-emirates'),
  ]),
  community('eastern-mediterranean', 'Eastern Mediterranean watch', 'Veille Méditerranée orientale', [
    ...ids('bulgaria', 'greece', 'italy', 'turkey', 'jordan'),
  ]),
];

const byKey = new Map(demonstrationCommunities.map((one) => [one.key, one]));

/** The community with this key. */
export const communityOf = (key: CommunityKey): DemonstrationCommunity =>
  byKey.get(key) as DemonstrationCommunity;
