import type { Label, LabelParts } from '@entente/core/label/label';
import type { Subject } from '@entente/core/review/rules';
import type { Known } from '@entente/core/label/resolve';
import type { Queryable } from '@entente/store/database/queryable';
import type { Caller } from '../caller.ts';

/** What a member lays down for its own accounts. */
export interface MemberPolicy {
  /** The default label for a source (a batch's source name, a collection, an account). */
  defaultFor(source: string): LabelParts | undefined;
  /** Gives the label of what is about a person the dates of the member's rules; microseconds. */
  readonly date?: ((label: Label, subject: Subject, at: number) => Label) | undefined;
  /** Says why an account may not give this label by itself; `undefined` where it may. */
  refuse(caller: Caller, label: Label): string | undefined;
  /**
   * The narrower label that holds until a second person agrees to this one; `undefined` where none is
   * wanted. Where the whole is absent, nobody wants a second person.
   */
  hold?(caller: Caller, label: Label, known: Known): Label | undefined;
}

/**
 * Reads what a member laid down. Within an act it is given the act's own connection: all that wait for the lock of the
 * cell hold one, and another might never come free.
 */
export type PolicyReader = (member: string, client?: Queryable) => Promise<MemberPolicy>;
