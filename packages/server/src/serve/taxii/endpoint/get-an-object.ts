import { answerObjects } from '../answer/object-page.ts';
import type { Endpoint } from '../request/call.ts';
import { readableCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';
import { objectOf } from '../request/object-id.ts';

/** Get an Object (TAXII 2.1 §5.6). */
export const getAnObject: Endpoint = async ({ caller, path, query }, ports) => {
  const collection = await readableCollection(ports, caller, path['collection'] ?? '');
  const object = objectOf(path);
  const filter = readFilter(query, ['version', 'spec_version']);
  const { reader } = caller;
  return answerObjects(ports, caller, { reader, endpoint: 'object', collection, filter, object });
};
