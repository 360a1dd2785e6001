/** Release of a common product to the public: the host's own, or what its contributor offered. */
import { makeLabel, parseLabel, type Label } from '@entente/core/label/label';
import type { Change } from '@entente/store/change/change';
import { isPresent } from '@entente/store/coalition/rights';
import { relabel } from '@entente/store/contribution/relabel';
import { readOffered, readOwnLabels } from '@entente/store/decision/offer-reader';

export interface Product {
  readonly contributor: string;
  readonly object: string;
}

const notOffered = 'its contributor has not offered it for release to the public.';
/** One sentence for all of it: what a contributor did since, and how it is labelled, is not for the others to know. */
const asItStands =
  'as it stands it cannot be released: it is gone, has changed since it was offered or tabled, or others have a say in it.';

/**
 * The labels that a product has; or why it may not be released: nobody gives another's information by silence, nor what
 * its contributor has not looked at.
 * @param tabled the change by which the text was tabled; `undefined` while that is done
 */
export async function releasable(
  { client, coalition }: Change,
  { contributor, object }: Product,
  host: string,
  tabled: number | undefined,
): Promise<{ labels: Label[] } | { obstacle: string }> {
  const offered =
    contributor === host ? (tabled ?? Infinity) : await readOffered(client, contributor, object);
  // An offer is asked for first: without one nobody is told whether the other has put it in.
  if (offered === undefined) return { obstacle: notOffered };
  if (!isPresent(coalition.members.get(contributor)))
    return { obstacle: 'its contributor has left, or is suspended.' };
  const found = await readOwnLabels(client, contributor, object);
  const labels = found.map(({ label }) => parseLabel(label));
  const isOwned = labels.some(({ owners }) => owners.some((owner) => owner !== contributor));
  // What its data subject asked to restrict would be said to be released, and be in no view: that tells of the request.
  const isHeld = found.some(({ held, isRestricted }) => held !== null || isRestricted);
  const hasChanged = found.some(({ since }) => since > offered);
  return found.length === 0 || isOwned || isHeld || hasChanged ? { obstacle: asItStands } : { labels };
}

/** Gives it to the public: no level, attribute or end bars it; statements on handling stay. */
export async function releaseToPublic(
  change: Change,
  { contributor, object }: Product,
  labels: Label[],
): Promise<void> {
  const statements = labels.flatMap(({ handling }) => handling).filter((one) => !/^(?:TLP|PAP):/.test(one));
  const label = makeLabel({ any: [['public']], handling: ['TLP:CLEAR', ...new Set(statements)] });
  await relabel(change, contributor, [{ object }], label);
}
