/** Which of its own contributions a caller means. */
import type { Selection } from '@entente/store/contribution/relabel';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';
import { micros } from '../time.ts';

/**
 * The store's selection. A version is given as the API gave it; of what is not timed that is its date in the
 * caller's feed, for which the view is asked. What the caller does not have selects nothing.
 */
export async function selectedBy(
  ports: Ports,
  caller: Caller,
  selection: readonly { object: string; version?: string | undefined }[],
): Promise<Selection[]> {
  const dated = selection.filter(({ version }) => version !== undefined);
  if (dated.length === 0) return selection.map(({ object }) => ({ object }));
  const mine = await ports.view(caller, (read) => read.objects(dated.map(({ object }) => object)));
  return selection.flatMap(({ object, version }) => {
    if (version === undefined) return [{ object }];
    const own = (mine.get(object) ?? []).filter(({ contributor }) => contributor === caller.member);
    const asked = micros(version);
    const found = own.find((one) => (one.timed ? one.version : one.added) === asked);
    return found === undefined ? [] : [{ object, version: found.version }];
  });
}
