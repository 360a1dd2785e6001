import { Failure } from '@entente/core/failure';
import type { FeedRecord } from '@entente/store/view/reader';
import { caughtUp } from '../answer/caught-up.ts';
import type { Endpoint } from '../request/call.ts';
import { findCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';
import { objectOf } from '../request/object-id.ts';
import { readRecords } from '../request/page.ts';

/** More versions of one object than anybody keeps. */
const mostVersions = 100_000;

/**
 * Delete an Object (TAXII 2.1 §5.7): recalls the member's own contribution of it, every version or those that
 * match.
 */
export const deleteAnObject: Endpoint = async ({ caller, path, query }, ports) => {
  const object = objectOf(path);
  const records = await ports.view(caller, async (view): Promise<FeedRecord[]> => {
    const collection = await findCollection(view, caller, path['collection'] ?? '');
    if (!collection.canRead && !collection.canWrite) {
      throw new Failure('not-found', 'There is no such collection.');
    }
    if (!collection.canRead || !collection.canWrite) {
      throw new Failure('forbidden', 'You may not delete from this collection.');
    }
    const asked = readFilter(query, ['version', 'spec_version']);
    const versions = asked.versions ?? { all: true, first: false, last: false, exact: [] };
    const filter = { ...asked, versions, limit: mostVersions, next: undefined };
    return (await readRecords(view, ports.cursors, { endpoint: 'delete', collection, filter, object }))
      .records;
  });
  // By the versions that the account sees: one that may see less than its member deletes nothing else.
  const selection = records.map(({ version }) => ({ object, version }));
  const recalled = selection.length === 0 ? 0 : await ports.contributions.recall(caller, selection);
  if (recalled === 0) throw new Failure('not-found', 'There is no such version in this collection.');
  await caughtUp(ports, caller);
  return { body: '{}' };
};
