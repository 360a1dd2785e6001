/** Release of a common product to the public: the host's own, or what its contributor offered. */
import { makeLabel, parseLabel, type Label } from '@entente/core/label/label';
import type { Change } from '@entente/store/change/change';
import { relabel } from '@entente/store/contribution/relabel';
import { hasOffer, readOwnLabels } from '@entente/store/decision/reader';

export interface Product {
  readonly contributor: string;
  readonly object: string;
}

/** The labels that a product has; or why it may not be released: nobody gives another's information by silence. */
export async function releasable(
  { client, coalition }: Change,
  { contributor, object }: Product,
  host: string,
): Promise<{ labels: Label[] } | { obstacle: string }> {
  const isGiven = contributor === host || (await hasOffer(client, contributor, object));
  // An offer is asked for first: without one nobody is told whether the other has put it in.
  if (!isGiven) return { obstacle: 'its contributor has not offered it for release to the public.' };
  if (coalition.members.get(contributor)?.departed !== false)
    return { obstacle: 'its contributor has left.' };
  const found = await readOwnLabels(client, contributor, object);
  if (found.length === 0) return { obstacle: 'its contributor has no such object.' };
  const labels = found.map(({ label }) => parseLabel(label));
  const isOwned = labels.some(({ owners }) => owners.some((owner) => owner !== contributor));
  if (isOwned || found.some(({ held }) => held !== null)) {
    return { obstacle: 'others own it too, and their consent is not silence.' };
  }
  return { labels };
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
