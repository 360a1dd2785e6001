/** Object entries: the form that the presenter emits, and what the view knows about it. */
import type { LabelBody } from '@entente/contract/label';
import { writeParts } from '@entente/core/label/extension';
import { makeLabel } from '@entente/core/label/label';
import { typeOfId } from '@entente/core/stix/identifier';
import { objectSpecification } from '@entente/core/stix/specification';
import { withoutEpochs } from '../contribution/label-parts.ts';
import { timeOrNull, timeText } from '../time.ts';
import type { View, SeenInView } from '@entente/store/view/reader';
import { labelOf } from '@entente/store/view/release';
import type { Presenter } from '../../present/present.ts';

/** Everything that the view has of one object. */
export interface Found {
  id: string;
  /** Every claim and version. */
  seen: readonly SeenInView[];
  /** The latest version of the contributor who is served. */
  served: SeenInView;
}

/** What the view has of objects, in the order asked for; what it lacks is left out. */
export async function findObjects(view: View, ids: readonly string[]): Promise<Found[]> {
  const groups = await view.objects(ids);
  return ids.flatMap((id) => {
    const seen = groups.get(id) ?? [];
    const served = servedOf(seen);
    return served === undefined ? [] : [{ id, seen, served }];
  });
}

/** Of everything that the view has of an object, the latest version of the contributor who is served. */
export const servedOf = (seen: readonly SeenInView[]): SeenInView | undefined =>
  latest(seen.filter(({ shown }) => shown));

/** The latest version. */
export function latest(seen: readonly SeenInView[]): SeenInView | undefined {
  return seen.reduce<SeenInView | undefined>(
    (last, one) => (last === undefined || one.version > last.version ? one : last),
    undefined,
  );
}

/** Whether every object of this id's type has `modified` or `created`, as far as the type tells. */
export function isTimed(object: string): boolean {
  const category = objectSpecification(typeOfId(object))?.category;
  return category !== undefined && category !== 'observable';
}

/**
 * The version of an object as the reader may know it: of what has neither `modified` nor `created` it is the
 * date in the reader's own feed (docs/adr, exact semantics, 11).
 */
export function versionText({ timed, version, added }: SeenInView): string | null {
  if (timed) return timeText(version);
  return timeOrNull(added);
}

/** The member that contributed; null of what the hub itself says, which is of no member. */
export const contributorOf = (
  { contributor }: { contributor: string },
  { coalition }: View,
): string | null => (coalition.members.has(contributor) ? contributor : null);

/** Others are told the label within the object; whoever wrote it gets what it wrote. */
const ownLabel = (seen: SeenInView): { label?: LabelBody } =>
  seen.own ? { label: writeParts(makeLabel(withoutEpochs(labelOf(seen)))) } : {};

/** An entry as JSON text; `undefined` where the presenter withholds the object. */
export function entryText(seen: SeenInView, view: View, presenter: Presenter): string | undefined {
  const object = presenter.text(seen, view.reader);
  if (object === undefined) return undefined;
  const added = timeOrNull(seen.added);
  const contributor = contributorOf(seen, view);
  const rest = JSON.stringify({ contributor, added, version: versionText(seen), ...ownLabel(seen) });
  return `{"object":${object},${rest.slice(1)}`;
}
