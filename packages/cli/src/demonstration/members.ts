/** The members of the demonstration. Their names are of real countries; all that they share is invented. */
import { fixedUuid, recordId } from './identifier.ts';
import type { Bilingual } from './language.ts';

/** What a member is in the coalition of May 2017. */
export type Standing = 'alliance-nation' | 'alliance' | 'partner' | 'acceding';

/** A member of the cell. `key` is also the user name of its account. */
export interface DemonstrationMember {
  key: MemberKey;
  /** A fixed UUID. */
  id: string;
  /** Id of the STIX identity that makes it the creator of its objects. */
  identity: string;
  kind: 'nation' | 'organisation';
  standing: Standing;
  names: Bilingual;
}

const nations = [
  ['albania', 'Albania', 'Albanie'],
  ['belgium', 'Belgium', 'Belgique'],
  ['bulgaria', 'Bulgaria', 'Bulgarie'],
  ['canada', 'Canada', 'Canada'],
  ['croatia', 'Croatia', 'Croatie'],
  ['czech-republic', 'Czech Republic', 'République tchèque'],
  ['denmark', 'Denmark', 'Danemark'],
  ['estonia', 'Estonia', 'Estonie'],
  ['france', 'France', 'France'],
  ['germany', 'Germany', 'Allemagne'],
  ['greece', 'Greece', 'Grèce'],
  ['hungary', 'Hungary', 'Hongrie'],
  ['iceland', 'Iceland', 'Islande'],
  ['italy', 'Italy', 'Italie'],
  ['latvia', 'Latvia', 'Lettonie'],
  ['lithuania', 'Lithuania', 'Lituanie'],
  ['luxembourg', 'Luxembourg', 'Luxembourg'],
  ['netherlands', 'Netherlands', 'Pays-Bas'],
  ['norway', 'Norway', 'Norvège'],
  ['poland', 'Poland', 'Pologne'],
  ['portugal', 'Portugal', 'Portugal'],
  ['romania', 'Romania', 'Roumanie'],
  ['slovakia', 'Slovakia', 'Slovaquie'],
  ['slovenia', 'Slovenia', 'Slovénie'],
  ['spain', 'Spain', 'Espagne'],
  ['turkey', 'Turkey', 'Turquie'],
  ['united-kingdom', 'United Kingdom', 'Royaume-Uni'],
  ['united-states', 'United States', 'États-Unis'],
] as const;

const partners = [
  ['bahrain', 'Bahrain', 'Bahreïn'],
  ['iraq', 'Iraq', 'Irak'],
  ['jordan', 'Jordan', 'Jordanie'],
  ['kuwait', 'Kuwait', 'Koweït'],
  ['united-arab-emirates', 'United Arab Emirates', 'Émirats arabes unis'],
] as const;

type Row = readonly [key: string, english: string, french: string];

export type MemberKey =
  (typeof nations)[number][0] | (typeof partners)[number][0] | 'alliance' | 'montenegro';

const member = ([key, en, fr]: Row, standing: Standing): DemonstrationMember => ({
  key: key as MemberKey,
  id: fixedUuid(`member:${key}`),
  identity: recordId('identity', `member:${key}`),
  kind: standing === 'alliance' ? 'organisation' : 'nation',
  standing,
  names: { en, fr },
});

/** The 28 nations, the alliance, five partners; last the 29th nation, whose accession is pending. */
export const demonstrationMembers: readonly DemonstrationMember[] = [
  ...nations.map((row) => member(row, 'alliance-nation')),
  member(['alliance', 'The Alliance', 'L’Alliance'], 'alliance'),
  ...partners.map((row) => member(row, 'partner')),
  member(['montenegro', 'Montenegro', 'Monténégro'], 'acceding'),
];

const byKey = new Map(demonstrationMembers.map((one) => [one.key, one]));

/** The member with this key. */
export const memberOf = (key: MemberKey): DemonstrationMember => byKey.get(key) as DemonstrationMember;
