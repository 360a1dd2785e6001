import { answerObjects } from '../answer/object-page.ts';
import type { Endpoint } from '../request/call.ts';
import { readableCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';

/** Get Objects (TAXII 2.1 §5.4). */
export const getObjects: Endpoint = async ({ caller, path, query }, ports) => {
  const collection = await readableCollection(ports, caller, path['collection'] ?? '');
  const filter = readFilter(query, ['id', 'type', 'version', 'spec_version']);
  return answerObjects(ports, caller, { reader: caller.reader, endpoint: 'objects', collection, filter });
};
