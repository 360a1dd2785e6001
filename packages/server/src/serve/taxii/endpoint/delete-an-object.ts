import { Failure } from '@entente/core/failure';
import { readRecords } from '../answer/record-page.ts';
import type { Endpoint } from '../request/call.ts';
import { findCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';
import { objectOf } from '../request/object-id.ts';

/** More versions of one object than anybody keeps. */
const mostVersions = 100_000;

/**
 * Delete an Object (TAXII 2.1 §5.7): recalls the member's own contribution of it, every version or those that
 * match.
 */
export const deleteAnObject: Endpoint = async ({ caller, path, query }, ports) => {
  const object = objectOf(path);
  const collection = await findCollection(ports, caller, path['collection'] ?? '');
  if (!collection.canRead && !collection.canWrite) {
    throw new Failure('not-found', 'There is no such collection.');
  }
  if (!collection.canRead || !collection.canWrite) {
    throw new Failure('forbidden', 'You may not delete from this collection.');
  }
  const asked = readFilter(query, ['version', 'spec_version']);
  const versions = asked.versions ?? { all: true, first: false, last: false, exact: [] };
  const filter = { ...asked, versions, limit: mostVersions, next: undefined };
  const question = { reader: caller.reader, endpoint: 'delete', collection, filter, object };
  const { records } = await readRecords(ports, caller, question);
  // By the versions that the account sees: one that may see less than its member deletes nothing else.
  const selection = records.map(({ version }) => ({ object, version }));
  const recalled = selection.length === 0 ? 0 : await ports.contributions.recall(caller, selection);
  if (recalled === 0) throw new Failure('not-found', 'There is no such version in this collection.');
  return { body: '{}' };
};
