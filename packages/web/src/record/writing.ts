/** From what a person filled in to a valid STIX object: a new one, one's next version, or one's own version of another's. */
import {
  assessmentExtensionId,
  labelExtensionId,
  organisationExtensionId,
  personExtensionId,
  tlp2Ids,
  tlpNameOfId,
} from '@entente/contract/stix';
import type { LabelBody } from '@entente/contract/label';
import { extensionIn, recordIn, recordsIn, textIn, textsIn, type StixObject } from './object.ts';
import { withoutBlanks, withValue } from './path.ts';
import { scriptOf } from './script.ts';

export const kinds = ['person', 'group', 'place', 'incident', 'observable', 'note'] as const;
export type Kind = (typeof kinds)[number];

const property = { extension_type: 'property-extension' };
/** In place of a type, until the value of an observable says which it is. */
export const unknownObservable = 'observable';

const beginnings: Readonly<Record<Kind, Readonly<Record<string, unknown>> & { type: string }>> = {
  person: {
    type: 'identity',
    name: '',
    identity_class: 'individual',
    extensions: { [personExtensionId]: property },
  },
  group: {
    type: 'identity',
    name: '',
    identity_class: 'group',
    extensions: { [organisationExtensionId]: property },
  },
  place: { type: 'location', name: '' },
  incident: { type: 'incident', name: '' },
  observable: { type: unknownObservable, value: '' },
  note: { type: 'note', content: '', object_refs: [] },
};

export const typeOfKind = (kind: Kind): string => beginnings[kind].type;

/** A label on properties of the object. */
export interface Portion {
  selector: string;
  label: LabelBody;
}

/** What is being written: the object but for its label, and its label. */
export interface Writing {
  object: StixObject;
  label: LabelBody;
  portions: Portion[];
  /** Whether it has versions of its own: all but cyber-observables. */
  isTimed: boolean;
  /** Records that go in as proposed to be the same, under the same label. */
  sameAs?: readonly string[];
}

/** Nothing yet. A note is about something: `about` are ids. The id of an observable follows from what it is. */
export function blankWriting(kind: Kind, id: string, about: readonly string[] = []): Writing {
  const isTimed = kind !== 'observable';
  const object: StixObject = {
    ...beginnings[kind],
    type: typeOfKind(kind),
    spec_version: '2.1',
    id: isTimed ? id : '',
  };
  const begun = about.length === 0 ? object : { ...object, object_refs: about };
  return { object: begun, label: {}, portions: [], isTimed };
}

/** What kind of form an object has; nothing for those that have the general one. */
export function kindOfForm(object: StixObject): Kind | undefined {
  if (object.type === 'location') return 'place';
  if (object.type === 'incident' || object.type === 'note') return object.type;
  if (personExtensionId in recordIn(object, 'extensions')) return 'person';
  if (object.type !== 'identity') return undefined;
  return textIn(object, 'identity_class') === 'individual' ? 'person' : 'group';
}

/** One's own version, apart from the label that is written in it. */
export function writingOf(object: StixObject): Writing {
  const stated = extensionIn(object, labelExtensionId);
  const {
    extension_type: _kind,
    portions: _portions,
    ...label
  } = stated as LabelBody & Record<string, unknown>;
  const refs = textsIn(object, 'object_marking_refs');
  const codes = refs.map(tlpNameOfId).flatMap((name) => (name === undefined ? [] : [`TLP:${name}`]));
  const handling = [...new Set([...codes, ...textsIn(stated, 'handling')])];
  const others = refs.filter((id) => tlpNameOfId(id) === undefined);
  const bare = withValue(object, ['extensions', labelExtensionId], undefined);
  return {
    isTimed: 'modified' in object,
    object: withoutBlanks({ ...bare, object_marking_refs: others }) as StixObject,
    label: { ...label, ...(handling.length === 0 ? {} : { handling }) },
    portions: recordsIn(stated, 'portions').flatMap(({ selectors, ...portion }) =>
      textsIn({ selectors }, 'selectors').map((selector) => ({ selector, label: portion as LabelBody })),
    ),
  };
}

/** That two records are said to be the same, or not to be (ADR 22): a relationship, which can be recalled. */
export const pairWriting = (
  kind: 'duplicate-of' | 'different-from',
  one: string,
  other: string,
  label: LabelBody,
): Writing => ({
  object: {
    type: 'relationship',
    spec_version: '2.1',
    id: randomId('relationship'),
    relationship_type: kind,
    source_ref: one,
    target_ref: other,
  },
  label,
  portions: [],
  isTimed: true,
});

const identifying = ['type', 'spec_version', 'id', 'created_by_ref', 'created', 'name', 'identity_class'];
const required = ['content', 'object_refs', 'relationship_type', 'source_ref', 'target_ref', 'published'];

/**
 * One's own version of what another contributed: with what it cannot be without, or with all that the other says. How
 * it must be handled goes with it; who may see it is one's own to say.
 */
export function claimWriting(object: StixObject, isCopy: boolean): Writing {
  const { object: bare, label, isTimed } = writingOf(object);
  const handling = label.handling === undefined ? {} : { handling: label.handling };
  if (isCopy) return { object: bare, label: handling, portions: [], isTimed };
  const kept = Object.fromEntries(
    Object.entries(bare).filter(([key]) => identifying.includes(key) || required.includes(key)),
  ) as StixObject;
  return { object: kept, label: {}, portions: [], isTimed };
}

export interface Moment {
  /** Identity of the member that writes. */
  identity: string;
  /** As STIX writes it, with milliseconds. */
  now: string;
}

/** The object to put in: complete, of a new version, with its label in it. */
export function finished(
  { object, label, portions, isTimed }: Writing,
  { identity, now }: Moment,
): StixObject {
  const { extensions, object_marking_refs, ...rest } = withoutBlanks(object) as StixObject;
  const before = textIn(object, 'modified');
  const dated = isTimed && {
    created_by_ref: textIn(object, 'created_by_ref') ?? identity,
    created: textIn(object, 'created') ?? now,
    modified: before === undefined ? now : later(before, now),
  };
  const tlp = (label.handling ?? []).flatMap((code) => {
    const id = (tlp2Ids as Readonly<Record<string, string>>)[code.replace(/^TLP:/, '')];
    return id === undefined || !code.startsWith('TLP:') ? [] : [id];
  });
  const refs = [...textsIn({ object_marking_refs }, 'object_marking_refs'), ...tlp];
  const stated = statedLabel(label, portions);
  const content = { ...(extensions as object | undefined), ...stated };
  return {
    ...rest,
    ...dated,
    ...(refs.length === 0 ? {} : { object_marking_refs: refs }),
    ...(Object.keys(content).length === 0 ? {} : { extensions: content }),
  };
}

function statedLabel(label: LabelBody, portions: readonly Portion[]): Record<string, unknown> {
  const parts = withoutBlanks(label) as LabelBody | undefined;
  const narrower = portions.map((portion) => ({ selectors: [portion.selector], ...portion.label }));
  if (parts === undefined && narrower.length === 0) return {};
  const listed = narrower.length === 0 ? {} : { portions: narrower };
  return { [labelExtensionId]: { ...property, ...parts, ...listed } };
}

/** A version is later than the one before it, whatever the clock of this device says. */
function later(before: string, now: string): string {
  const next = new Date(Math.max(Date.parse(now), Math.floor(Date.parse(before)) + 1));
  return next.toISOString();
}

/** With another name; where the details name it as the name too, they follow. */
export function renamed(object: StixObject, name: string): StixObject {
  const before = textIn(object, 'name');
  const extension = [personExtensionId, organisationExtensionId].find(
    (id) => id in recordIn(object, 'extensions'),
  );
  const changed = withValue(object, ['name'], name);
  if (extension === undefined) return changed;
  const names = recordsIn(extensionIn(object, extension), 'names');
  const index = before === undefined ? -1 : names.findIndex(({ full }) => full === before);
  if (index >= 0) return withValue(changed, ['extensions', extension, 'names', index, 'full'], name);
  return changed;
}

/** With the script of each name where nobody said it, as it is told by the letters. */
export function withScripts(object: StixObject): StixObject {
  return [personExtensionId, organisationExtensionId].reduce((whole, id) => {
    const names = recordsIn(extensionIn(whole, id), 'names');
    return names.reduce<StixObject>((sofar, name, index) => {
      const script = textIn(name, 'script') ?? scriptOf(textIn(name, 'full') ?? '');
      return script === undefined
        ? sofar
        : withValue(sofar, ['extensions', id, 'names', index, 'script'], script);
    }, whole);
  }, object);
}

/** Places of the details in an object. */
export const personPath = ['extensions', personExtensionId] as const;
export const organisationPath = ['extensions', organisationExtensionId] as const;
export const assessmentPath = ['extensions', assessmentExtensionId] as const;

/** A random id of a type (STIX 2.1 §2.9: UUIDv4). */
export function randomId(type: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `${type}--${parts.join('-')}`;
}
