/** What a member contributed, with all that its release hangs on; as it is, or as if it had another label. */
import { Failure } from '@entente/core/failure';
import { printLabel, type LabelParts } from '@entente/core/label/label';
import { resolveLabel } from '@entente/core/label/resolve';
import { knownTo, type Coalition } from '@entente/store/coalition/rights';
import { readOwn, type OwnContribution } from '@entente/store/contribution/reader';
import type { Queryable } from '@entente/store/database/queryable';
import type { OwnContributions } from './forecast.ts';

/** Which of its own contributions a member asks about. */
export interface OwnAsked {
  object: string;
  /** As the store keeps it, microseconds; the latest where it is left out. */
  version?: number | undefined;
  /** As if that version, or every version where none is given, had this label. */
  label?: LabelParts | undefined;
}

export interface OwnFound {
  /** The version asked for, under each of its labels; never empty. */
  asked: readonly OwnContribution[];
  /** With everything that it refers to and needs in turn. */
  own: OwnContributions;
}

/**
 * Loads what is asked for.
 * @param others objects of the member's that are looked at as well
 * @throws Failure `not-found` where the member contributed nothing of it
 */
export async function findOwn(
  client: Queryable,
  coalition: Coalition,
  member: string,
  { object, version, label }: OwnAsked,
  others: readonly string[] = [],
): Promise<OwnFound> {
  const own = await loadOwn(client, member, [object, ...others]);
  if (label !== undefined) {
    const print = printLabel(resolveLabel(member, [label], {}, knownTo(coalition, member)));
    const held = own.get(object) ?? [];
    const isMeant = (one: OwnContribution): boolean => version === undefined || one.version === version;
    own.set(
      object,
      held.map((one) => (isMeant(one) ? { ...one, label: print } : one)),
    );
  }
  const asked = latestOr(own.get(object) ?? [], version);
  if (asked.length === 0) throw new Failure('not-found', 'There is no such contribution of yours.');
  return { asked, own };
}

function latestOr(own: readonly OwnContribution[], version: number | undefined): OwnContribution[] {
  const asked = version ?? Math.max(...own.map((one) => one.version));
  return own.filter((one) => one.version === asked);
}

/** The member's contributions of the objects, and of all that they refer to and need in turn. */
async function loadOwn(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<Map<string, OwnContribution[]>> {
  const own = new Map<string, OwnContribution[]>();
  for (let wanted = [...new Set(objects)]; wanted.length > 0;) {
    for (const id of wanted) own.set(id, []);
    const found = await readOwn(client, member, wanted);
    for (const one of found) own.get(one.object)?.push(one);
    const onward = found.flatMap((one) =>
      objects.includes(one.object)
        ? one.references
        : one.needs.flat().flatMap((closable) => (closable.startsWith('r') ? [closable.slice(1)] : [])),
    );
    wanted = [...new Set(onward)].filter((id) => !own.has(id));
  }
  return own;
}
