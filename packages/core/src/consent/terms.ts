/** What owners are asked for, what they may set as a condition, and what comes of it (docs/adr/0012). */
import { writeParts } from '../label/extension.ts';
import { join, makeLabel, type Clause, type Label } from '../label/label.ts';
import { withinCeiling, type Known } from '../label/resolve.ts';
import { isPropertyPortionable } from '../release/portions.ts';
import { labelExtensionId } from '../extension/identifiers.ts';
import type { JsonObject } from '../stix/types.ts';

/** What an owner consents to, where that is less than was asked for. */
export interface Conditions {
  /** Further clauses; audiences without epochs. */
  any: readonly (readonly string[])[];
  /** Microseconds since 1970. */
  until?: number | undefined;
  /** Selectors of properties that stay with the asker alone. */
  parts: readonly string[];
}

export const bare = (audience: string): string => audience.replace(/@\d+$/, '');

/** Whether a member knows of an audience. */
export function isKnownAudience(audience: string, known: Known): boolean {
  if (audience === 'public') return true;
  const [kind, id = ''] = bare(audience).split(':');
  return kind === 'member' ? known.isMember(id) : kind === 'community' && known.epochOf(id) !== undefined;
}

/**
 * The further clauses of an owner as they are joined: members, and of what was asked for the audiences that the owner
 * knows, at the epoch for which they were asked. So who asked is named nothing that it does not know.
 * @returns the first audience that may not be named, where there is one
 */
export function conditionClauses(
  any: readonly (readonly string[])[],
  asked: Label,
  known: Known,
): { clauses: Clause[] } | { wrong: string } {
  const named = new Map(asked.any.flat().map((audience) => [bare(audience), audience]));
  const read = (audience: string): string | undefined => {
    if (!isKnownAudience(audience, known)) return undefined;
    return audience.startsWith('member:') ? audience : named.get(audience);
  };
  const wrong = any.flat().find((audience) => read(audience) === undefined);
  if (wrong !== undefined) return { wrong };
  return { clauses: any.map((clause) => clause.map((audience) => read(audience) as string)) };
}

/** The label that takes effect: what was asked for, narrowed by every condition. */
export const consentedLabel = (
  asked: Label,
  conditions: readonly { clauses: readonly Clause[]; until?: number | undefined }[],
): Label => conditions.map(({ clauses, until }) => makeLabel({ any: clauses, until })).reduce(join, asked);

/** Why a part cannot be taken out of an object of a type, whatever it holds; `undefined` where it can. */
export function partRefusal(type: string, selector: string): string | undefined {
  if (selector === 'extensions' || selector.includes(labelExtensionId)) return 'holds the label';
  return isPropertyPortionable(type, selector) ? undefined : 'is required, and no free text';
}

/** What an owner is shown of the label that is asked for. */
export interface ShownLabel {
  /**
   * Communities without epochs; those that the owner does not know are left out, and so are clauses of such alone.
   * Owners are no part of it: of others, an owner is not told.
   */
  parts: JsonObject;
  /** Whether it names communities that the owner does not know. */
  others: boolean;
}

export function shownLabel(asked: Label, known: Known): ShownLabel {
  const isShown = (audience: string): boolean =>
    isKnownAudience(audience, known) || audience.startsWith('member:');
  const any = asked.any.map((clause) => clause.filter(isShown).map(bare)).filter(({ length }) => length > 0);
  return {
    parts: writeParts(makeLabel({ ...asked, any, owners: [] })),
    others: !asked.any.flat().every(isShown),
  };
}

/**
 * Whether one of the owner's own labels permits whoever the label asked for permits. What the owner does not know of,
 * it is told nothing about.
 */
export function isIncluded(asked: Label, own: readonly Label[], known: Known): boolean {
  if (!asked.any.flat().every((audience) => isKnownAudience(audience, known))) return false;
  const withoutPublic = (label: Label): Label =>
    makeLabel({ ...label, any: label.any.filter((clause) => !clause.includes('public')) });
  return own.some((label) => withinCeiling(asked, withoutPublic(label)));
}
