/** What the secretary writes before it is tabled, and what the cell is given of it. */
import type { EffectKind } from '@entente/contract/decision';
import type { ConcerningKind } from '@entente/core/decision/content';
import type { cell } from '../../../app/cell.ts';
import type { Decision, Effect } from '../queries.ts';

const concerningKinds = [
  'suspension',
  'reinstatement',
  'departure',
  'supervision',
  'end-of-supervision',
] as const satisfies ConcerningKind[];

/** Whether it is about one member that is in the cell. */
export const isConcerning = (kind: EffectKind): kind is ConcerningKind =>
  (concerningKinds as readonly string[]).includes(kind);

export interface Written {
  purpose: 'agree' | 'note';
  titleEn: string;
  titleFr: string;
  textEn: string;
  textFr: string;
  kind: EffectKind;
  /** Id of the community that it is put to; empty for the whole cell. */
  community: string;
  informed: string[];
  enter: string[];
  leave: string[];
  from: 'now' | 'start';
  name: string;
  memberKind: 'nation' | 'organisation';
  standing: 'full' | 'observer';
  member: string;
  /** STIX ids, a line each. */
  objects: string;
  contributor: string;
}

export const emptyText: Written = {
  purpose: 'agree',
  titleEn: '',
  titleFr: '',
  textEn: '',
  textFr: '',
  kind: 'communique',
  community: '',
  informed: [],
  enter: [],
  leave: [],
  from: 'now',
  name: '',
  memberKind: 'nation',
  standing: 'full',
  member: '',
  objects: '',
  contributor: '',
};

type Draft = Parameters<typeof cell.draftDecision>[0];

const lines = (text: string): string[] => text.split(/\s+/).filter((line) => line !== '');

/** The effect that is asked for. */
function effectOf(written: Written): Draft['effect'] {
  const { kind, community, enter, leave, from, name, memberKind, standing, member } = written;
  if (isConcerning(kind)) return { kind, member };
  switch (kind) {
    case 'roster':
      return { kind, community, enter: enter.map((entry) => ({ entry, from })), leave };
    case 'admission':
      return { kind, name: name.trim(), memberKind, standing };
    case 'release':
      return {
        kind,
        products: lines(written.objects).map((object) => ({ contributor: written.contributor, object })),
      };
    default:
      return { kind };
  }
}

export function textOf(written: Written): Pick<Draft, 'title' | 'text' | 'effect'> {
  const { titleEn, titleFr, textEn, textFr } = written;
  return {
    title: { en: titleEn.trim(), fr: titleFr.trim() },
    text: { en: textEn.trim(), fr: textFr.trim() },
    effect: effectOf(written),
  };
}

export const draftOf = (written: Written): Draft => ({
  ...textOf(written),
  purpose: written.purpose,
  community: written.community === '' ? null : written.community,
  informed: written.informed,
});

/** What is missing before it can be kept. */
export function isComplete(written: Written): boolean {
  const {
    titleEn,
    titleFr,
    textEn,
    textFr,
    kind,
    community,
    enter,
    leave,
    name,
    member,
    objects,
    contributor,
  } = written;
  if ([titleEn, titleFr, textEn, textFr].some((text) => text.trim() === '')) return false;
  if (kind === 'roster') return community !== '' && enter.length + leave.length > 0;
  if (kind === 'admission') return name.trim() !== '';
  if (kind === 'release') return lines(objects).length > 0 && contributor !== '';
  return !isConcerning(kind) || member !== '';
}

/** A decision as it is written anew. */
export function writtenOf({ purpose, title, text, effect, community, informed }: Decision): Written {
  const common = {
    ...emptyText,
    purpose,
    titleEn: title.en,
    titleFr: title.fr,
    textEn: text.en,
    textFr: text.fr,
    community: community ?? '',
    informed,
    kind: effect.kind,
  };
  return { ...common, ...partsOf(effect) };
}

function partsOf(effect: Effect): Partial<Written> {
  switch (effect.kind) {
    case 'roster': {
      const from = effect.enter[0]?.from === 'start' ? 'start' : 'now';
      return { enter: effect.enter.map(({ entry }) => entry), leave: effect.leave, from };
    }
    case 'admission':
      return { name: effect.name, memberKind: effect.memberKind, standing: effect.standing };
    case 'release':
      return {
        objects: effect.products.map(({ object }) => object).join('\n'),
        contributor: effect.products[0]?.contributor ?? '',
      };
    default:
      return 'member' in effect ? { member: effect.member } : {};
  }
}
