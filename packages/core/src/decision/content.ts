/** What is put to the members: a text in both languages, and what follows when it is adopted. */
import { digest } from '../stix/canonical.ts';
import type { Json } from '../stix/types.ts';

export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** From which epoch an entry of a roster reads: from now on, from the start, or from one that is named. */
export type ReadsFrom = 'now' | 'start' | number;

/** Full members take part in silence; observers are told. */
export type Standing = 'full' | 'observer';

interface Entering {
  readonly entry: string;
  readonly from: ReadsFrom;
}

/** Effects about one member that is in the cell. */
export const concerningKinds = [
  'departure',
  'suspension',
  'reinstatement',
  /** It becomes supervisor of data protection, or is so no more. */
  'supervision',
  'end-of-supervision',
] as const;
export type ConcerningKind = (typeof concerningKinds)[number];

/** What adoption does. Those that change nothing but the text in force have no parts. */
export type Effect =
  | {
      readonly kind: 'admission';
      /** Drawn by the hub when the text is drafted. */
      readonly member: string;
      readonly name: string;
      readonly memberKind: string;
      /** STIX identity that makes it the creator of objects. */
      readonly identity: string;
      readonly standing: Standing;
      readonly communities: readonly { readonly community: string; readonly from: ReadsFrom }[];
    }
  | { readonly kind: ConcerningKind; readonly member: string }
  /** Entries are members or communities: so a community is nested as a member of another. */
  | {
      readonly kind: 'roster';
      readonly community: string;
      readonly enter: readonly Entering[];
      readonly leave: readonly string[];
    }
  /** Common products to the audience `public`: the host's own, or offered by their contributor. */
  | {
      readonly kind: 'release';
      readonly products: readonly { readonly contributor: string; readonly object: string }[];
    }
  | { readonly kind: 'handling' | 'mandate' | 'communique' };

export type EffectKind = Effect['kind'];

export const effectKinds = [
  'roster',
  'admission',
  'suspension',
  'reinstatement',
  'departure',
  'supervision',
  'end-of-supervision',
  'release',
  'handling',
  'mandate',
  'communique',
] as const satisfies readonly EffectKind[];

/** A text for agreement takes effect; one for note has none. */
export type Purpose = 'agree' | 'note';

/** The text as it stands in one version. */
export interface Content {
  readonly purpose: Purpose;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly effect: Effect;
}

/** What a board shows of a text. */
export interface Heading {
  readonly purpose: Purpose;
  readonly title: Bilingual;
  readonly effect: EffectKind;
}

export const headingOf = ({ purpose, title, effect }: Content): Heading => ({
  purpose,
  title,
  effect: effect.kind,
});

/** SHA-256 of the canonical form (RFC 8785), lower-case hexadecimal. */
export const contentDigest = (content: Content): string => digest(content as unknown as Json);

/** Communities that the effect names, which every elector has to be within already, or it would be told of them. */
export function communitiesIn(effect: Effect): string[] {
  if (effect.kind === 'admission') return effect.communities.map(({ community }) => community);
  return effect.kind === 'roster' ? [effect.community] : [];
}

/** The member in the cell that the effect is about. */
export const memberConcerned = (effect: Effect): string | undefined =>
  effect.kind !== 'admission' && 'member' in effect ? effect.member : undefined;

/** Members and communities that the effect names, for showing their names. */
export function namedIn(effect: Effect): string[] {
  switch (effect.kind) {
    case 'admission':
      return communitiesIn(effect);
    case 'roster':
      return [effect.community, ...effect.enter.map(({ entry }) => entry), ...effect.leave];
    case 'release':
      return [...new Set(effect.products.map(({ contributor }) => contributor))];
    default:
      return [memberConcerned(effect)].filter((id) => id !== undefined);
  }
}
