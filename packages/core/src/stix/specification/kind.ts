import type { Enumeration, Vocabulary } from './vocabulary.ts';

/** Forms that a text may have to keep; `check/form.ts` says how each is tested. */
export type TextForm =
  | 'uri'
  | 'domain-name'
  | 'email-address'
  | 'ipv4'
  | 'ipv6'
  | 'mac'
  | 'hex'
  | 'binary'
  | 'character-set'
  | 'media-type'
  | 'language-tag'
  | 'language-639-2'
  | 'cpe'
  | 'registry-key'
  | 'relationship-type'
  | 'property-name';

/** What a property may hold (STIX 2.1 §2). */
export type Kind =
  | {
      kind: 'text';
      form?: TextForm;
      vocabulary?: Vocabulary;
      enumeration?: Enumeration;
      /** Should be in lower case with hyphens, without spaces and underscores. */
      hyphenated?: true;
    }
  | { kind: 'literal'; value: string }
  | { kind: 'integer'; minimum?: number; maximum?: number }
  | { kind: 'number'; minimum?: number; maximum?: number }
  | { kind: 'boolean' }
  | { kind: 'timestamp'; precision?: 'milliseconds' | 'second' }
  | ReferenceKind
  | { kind: 'text-or-integer' }
  | ListKind
  | { kind: 'dictionary'; value?: Kind; keys?: DictionaryKeys }
  | HashesKind
  | { kind: 'record'; record: RecordSpecification }
  | { kind: 'extensions'; predefined: Readonly<Record<string, RecordSpecification>> }
  | { kind: 'contents' }
  | { kind: 'objects' }
  | { kind: 'bundled' }
  | { kind: 'any' };

/** Keys of dictionaries that are more than letters, digits, `_` and `-`; `check/dictionary.ts` tests them. */
export type DictionaryKeys = 'exif-tag' | 'startup-info';

interface ListKind {
  kind: 'list';
  item: Kind;
  /** One item without a list around it is no more than a warning. */
  lone?: true;
}

interface HashesKind {
  kind: 'hashes';
  /** The names must come from the vocabulary. */
  listed?: true;
}

/** A reference to another object by id. */
export interface ReferenceKind {
  kind: 'reference';
  /** The types that the specification lists; absent: any, but those in `not`. */
  to?: readonly string[];
  not?: readonly string[];
  /** Where the specification says a class of types instead of listing them, a type of that class. */
  example?: string;
  /** What a wrong type, or a malformed UUID, is: absent, an error. */
  lax?: 'type' | 'uuid';
}

/** A property: what it may hold, whether it must be there, whether it is text written for people. */
export type Property = Kind & { required?: true; freeText?: true };

/** A rule that holds between properties of one object or record. */
export type Rule =
  | { rule: 'at-least-one'; of: readonly string[] }
  | { rule: 'not-both'; of: readonly [string, string] }
  | { rule: 'needs'; property: string; needs: readonly string[] }
  | { rule: 'not-before'; later: string; earlier: string }
  | { rule: 'after'; later: string; earlier: string };

/** Properties and rules of an object, an embedded type or an extension. Other names are custom properties. */
export interface RecordSpecification {
  properties: Readonly<Record<string, Property>>;
  rules?: readonly Rule[];
}

export type Category = 'domain' | 'relationship' | 'observable' | 'meta' | 'bundle';

/** One object type of the specification. */
export interface ObjectSpecification extends RecordSpecification {
  type: string;
  category: Category;
}

export const text = { kind: 'text' } as const;
export const freeText = { kind: 'text', freeText: true } as const;
export const boolean = { kind: 'boolean' } as const;
export const integer = { kind: 'integer' } as const;
export const count = { kind: 'integer', minimum: 0 } as const;
export const textOrInteger = { kind: 'text-or-integer' } as const;
export const timestamp = { kind: 'timestamp' } as const;
export const hashes = { kind: 'hashes' } as const;
export const dictionary = { kind: 'dictionary' } as const;

export const form = (name: TextForm): Kind => ({ kind: 'text', form: name });
export const open = (vocabulary: Vocabulary): Kind => ({ kind: 'text', vocabulary });
export const closed = (enumeration: Enumeration): Kind => ({ kind: 'text', enumeration });
export const list = (item: Kind): Property => ({ kind: 'list', item });
export const freeTexts: Property = { kind: 'list', item: text, freeText: true };
export const reference = (...to: string[]): Kind => ({ kind: 'reference', to });
export const references = (...to: string[]): Property => list(reference(...to));
export const record = (
  properties: Readonly<Record<string, Property>>,
  rules: readonly Rule[] = [],
): Kind => ({
  kind: 'record',
  record: { properties, rules },
});

/** Marks a property as required. */
export const must = (property: Property): Property => ({ ...property, required: true });

export const atLeastOne = (...of: string[]): Rule => ({ rule: 'at-least-one', of });
export const notBoth = (left: string, right: string): Rule => ({ rule: 'not-both', of: [left, right] });
export const needs = (property: string, ...needed: string[]): Rule => ({
  rule: 'needs',
  property,
  needs: needed,
});
/** `later` is the same instant as `earlier`, or after it. */
export const notBefore = (later: string, earlier: string): Rule => ({ rule: 'not-before', later, earlier });
export const after = (later: string, earlier: string): Rule => ({ rule: 'after', later, earlier });

/**
 * A record or extension that has one of its own properties, besides those that are named (§6); custom ones do not
 * count.
 */
export const withOne = (
  properties: Readonly<Record<string, Property>>,
  ...besides: string[]
): RecordSpecification => ({
  properties,
  rules: [atLeastOne(...Object.keys(properties).filter((name) => !besides.includes(name)))],
});
