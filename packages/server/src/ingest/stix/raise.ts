/** STIX 2.0 as it comes in: by file, over TAXII or by the API, it becomes the same. */
import { detectVersion, upgradeFrom20 } from '@entente/core/stix/upgrade';
import type { JsonObject } from '@entente/core/stix/types';
import type { Incoming } from '../examine.ts';

/**
 * What an object is put in as: itself, text included; of STIX 2.0 the objects of 2.1 that it becomes.
 * @param secret of the contributor, for ids that have to be made
 */
export function raise(incoming: Incoming, secret: Uint8Array): Incoming[] {
  if (detectVersion(incoming.value) !== '2.0') return [incoming];
  const { objects } = upgradeFrom20(incoming.value as JsonObject, secret);
  return objects.map((value) => ({ value, text: JSON.stringify(value) }));
}
