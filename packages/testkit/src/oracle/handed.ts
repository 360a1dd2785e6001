import type { Json, JsonObject, Verdict } from '@entente/core/stix/types';

/**
 * What the oracle does not work out by itself. Each of these has cases of its own, so an error in one of
 * them is found there; the rules of release are the oracle's own.
 */
export interface Handed {
  /** Whether a value is a valid STIX 2.1 object. */
  validateObject(value: Json): Verdict;
  /** RFC 8785. Throws for what has no such form. */
  canonical(value: Json): string;
  /** Microseconds since 1970, `undefined` for what is no timestamp. */
  parseTimestamp(text: string): bigint | undefined;
  /** The inverse of `parseTimestamp`, with six digits. */
  formatTimestamp(micros: bigint): string;
  /** References that STIX requires of a type: property → the first type that the specification lists. */
  requiredReferences(type: string): ReadonlyMap<string, string>;
  /** Whether STIX requires a top-level property of a type; ids, times and `type` included. */
  isRequired(type: string, property: string): boolean;
  /** Whether a required top-level property is free text, so that one neutral sentence may stand in it. */
  isFreeText(type: string, property: string): boolean;
  /** Properties that have no meaning or are forbidden without this one. */
  dependants(type: string, property: string): readonly string[];
  /** Properties that make up the deterministic id of a cyber-observable; `undefined` where none is known. */
  contributingProperties(type: string): readonly string[] | undefined;
  /** The id that the recipe of STIX 2.1 §2.9 gives, `undefined` where there is none. */
  deterministicId(object: JsonObject): string | undefined;
  /** The keyed function that makes stand-in ids. */
  standIn(
    reader: string,
    contributor: string,
    objectId: string,
    versionMicros: bigint,
    selectorPath: string,
    type: string,
  ): string;
  /** A text as the words by which search finds it. */
  fold(text: string): readonly string[];
  /** The sentence that takes the place of required text. */
  neutralText: string;
  /** The object by which the hub tells a member what its contributor took from it. */
  noticeObject(reader: string, loss: Loss, at: bigint): JsonObject;
}

/** What a member had and lost by its contributor's act. */
export interface Loss {
  id: string;
  version: bigint;
  contributor: string;
  part: boolean;
}
