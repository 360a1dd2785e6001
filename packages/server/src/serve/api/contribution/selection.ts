/** Which of its own contributions a caller means. */
import { parseTimestamp } from '@entente/core/stix/timestamp';
import type { Selection } from '@entente/store/contribution/relabel';
import type { Caller } from '../../../caller.ts';
import type { Ports } from '../../ports.ts';

/**
 * The store's selection. A version is given as the API gave it; of what is not timed that is its date in the
 * caller's feed, for which the view is asked. What the caller does not have selects nothing.
 */
export async function selectedBy(
  ports: Ports,
  caller: Caller,
  selection: readonly { object: string; version?: string | undefined }[],
): Promise<Selection[]> {
  // An account narrower than its member means what it sees.
  const isNarrow = caller.reader !== caller.member;
  const dated = selection.filter(({ version }) => isNarrow || version !== undefined);
  if (dated.length === 0) return selection.map(({ object }) => ({ object }));
  const mine = await ports.view(caller, (read) => read.objects(dated.map(({ object }) => object)));
  return selection.flatMap(({ object, version }) => {
    const own = (mine.get(object) ?? []).filter(({ contributor }) => contributor === caller.member);
    if (version === undefined && !isNarrow) return [{ object }];
    if (version === undefined) return own.map((one) => ({ object, version: one.version }));
    const asked = Number(parseTimestamp(version));
    const found = own.find((one) => (one.timed ? one.version : one.added) === asked);
    return found === undefined ? [] : [{ object, version: found.version }];
  });
}
