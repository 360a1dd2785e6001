/** A report in the making, and what becomes of it in STIX. */
import type { LabelBody } from '@entente/contract/label';
import { labelExtensionId, reportTextExtensionId, tlp2Ids } from '@entente/contract/stix';
import type { StixObject } from '../../record/object.ts';
import { extensionsWithout, paragraphSelector } from './report-text.ts';

export interface DraftParagraph {
  /** Of this paragraph while it is written; not kept in the report. */
  key: string;
  text: string;
  /** Its own label, beside that of the report. */
  label?: LabelBody | undefined;
}

export interface Draft {
  title: string;
  /** BCP 47; empty where it is not said. */
  language: string;
  subjects: string[];
  /** `YYYY-MM-DD`, or the whole time of a report that was put in with one. */
  published: string;
  paragraphs: DraftParagraph[];
  /** Objects that the report refers to. */
  objects: string[];
  label: LabelBody;
}

export const emptyDraft = (today: string): Draft => ({
  title: '',
  language: '',
  subjects: [],
  published: today,
  paragraphs: [newParagraph('')],
  objects: [],
  label: {},
});

export const newParagraph = (text: string, label?: LabelBody): DraftParagraph => ({
  key: randomUuid(),
  text,
  ...(label === undefined ? {} : { label }),
});

/** A random UUID (RFC 9562, version 4), also where the page does not come over HTTPS. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What still lacks before a report can be put in. */
export function lackingIn({ title, published, objects }: Draft): ('title' | 'published' | 'objects')[] {
  return [
    ...(/\S/.test(title) ? [] : ['title' as const]),
    ...(Number.isNaN(Date.parse(published)) ? ['published' as const] : []),
    ...(objects.length > 0 ? [] : ['objects' as const]),
  ];
}

export interface Writing {
  /** What is written anew; nothing of a new report. */
  before: StixObject | undefined;
  member: { id: string; identity: string | undefined };
  /** Milliseconds. */
  now: number;
}

const written = ['name', 'lang', 'report_types', 'published', 'description', 'object_refs', 'revoked'];
const replaced = ['extensions', 'granular_markings', 'object_marking_refs', 'modified'];

/**
 * The report as an object. Each label of paragraphs is a portion; a paragraph that has one stands in the extension
 * alone, never in the description. The extension is there also without text (docs/extensions/report-text.md).
 */
export function reportOf(draft: Draft, { before, member, now }: Writing): StixObject {
  const paragraphs = draft.paragraphs.filter(({ text }) => /\S/.test(text));
  const open = paragraphs.filter(({ label }) => label === undefined).map(({ text }) => text);
  const time = new Date(timeAfter(before, now)).toISOString();
  const kept = Object.entries(before ?? {}).filter(([key]) => ![...written, ...replaced].includes(key));
  const markings = [...keptMarkings(before), ...markingsOf(paragraphs)];
  return {
    type: 'report',
    spec_version: '2.1',
    id: `report--${randomUuid()}`,
    ...(member.identity === undefined ? {} : { created_by_ref: member.identity }),
    created: time,
    ...Object.fromEntries(kept),
    modified: time,
    name: draft.title.trim(),
    ...(draft.language === '' ? {} : { lang: draft.language }),
    ...(open.length === 0 ? {} : { description: open.join('\n\n') }),
    ...(draft.subjects.length === 0 ? {} : { report_types: draft.subjects }),
    published: new Date(draft.published).toISOString(),
    object_refs: draft.objects,
    ...otherMarkings(before),
    ...(markings.length === 0 ? {} : { granular_markings: markings }),
    extensions: {
      ...extensionsWithout(before ?? { type: 'report', id: '' }, reportTextExtensionId, labelExtensionId),
      [reportTextExtensionId]: {
        extension_type: 'property-extension',
        ...(paragraphs.length === 0 ? {} : { paragraphs: paragraphs.map(({ text }) => text) }),
      },
      [labelExtensionId]: labelExtension(draft, paragraphs, member.id),
    },
  };
}

/** A version comes after the one before it, whatever the clock of this device says. */
function timeAfter(before: StixObject | undefined, now: number): number {
  const last = Date.parse(String(before?.['modified']));
  return Number.isNaN(last) ? now : Math.max(now, last + 1);
}

/** Without an audience the writer's member is named: the member's default label is not to widen what was chosen. */
function labelExtension({ label }: Draft, paragraphs: readonly DraftParagraph[], member: string): object {
  const portions = new Map<string, { label: LabelBody; selectors: string[] }>();
  paragraphs.forEach(({ label: own }, index) => {
    if (own === undefined) return;
    const key = JSON.stringify(own);
    const portion = portions.get(key) ?? { label: withAudience(own, member), selectors: [] };
    portions.set(key, portion);
    portion.selectors.push(paragraphSelector(index));
  });
  const all = [...portions.values()].map(({ label: own, selectors }) => ({ selectors, ...own }));
  return {
    extension_type: 'property-extension',
    ...withAudience(label, member),
    ...(all.length === 0 ? {} : { portions: all }),
  };
}

const withAudience = (label: LabelBody, member: string): LabelBody =>
  (label.any ?? []).length > 0 ? label : { ...label, any: [[`member:${member}`]] };

/** How a paragraph is to be handled is told to those who read it. */
function markingsOf(paragraphs: readonly DraftParagraph[]): object[] {
  const selectors = new Map<string, string[]>();
  paragraphs.forEach(({ label }, index) => {
    for (const code of label?.handling ?? []) {
      const marking = (tlp2Ids as Record<string, string>)[code.replace(/^TLP:/, '')];
      if (marking === undefined) continue;
      selectors.set(marking, [...(selectors.get(marking) ?? []), paragraphSelector(index)]);
    }
  });
  return [...selectors].map(([marking_ref, selected]) => ({ marking_ref, selectors: selected }));
}

/** Markings that this screen does not write. */
function keptMarkings(before: StixObject | undefined): object[] {
  const markings = before?.['granular_markings'];
  if (!Array.isArray(markings)) return [];
  return markings.flatMap((marking: { selectors: string[] }) => {
    const selectors = marking.selectors.filter((selector) => !isOfText(selector));
    return selectors.length === 0 ? [] : [{ ...marking, selectors }];
  });
}

/** Markings of the whole that are no TLP, which is in the label. */
function otherMarkings(before: StixObject | undefined): object {
  const refs = before?.['object_marking_refs'];
  const others = Array.isArray(refs) ? refs.filter((id) => !Object.values(tlp2Ids).includes(String(id))) : [];
  return others.length === 0 ? {} : { object_marking_refs: others };
}

/** Whether a selector names what this screen writes: paragraphs, or the description that is made of them. */
export const isOfText = (selector: string): boolean =>
  selector === 'description' || selector.startsWith(`extensions.${reportTextExtensionId}`);
