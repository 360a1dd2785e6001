import { answerObjects } from '../answer/object-page.ts';
import type { Endpoint } from '../request/call.ts';
import { readableCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';

/** Get Objects (TAXII 2.1 §5.4). */
export const getObjects: Endpoint = ({ caller, path, query }, ports) =>
  ports.view(caller, async (view) => {
    const collection = await readableCollection(view, caller, path['collection'] ?? '');
    const filter = readFilter(query, ['id', 'type', 'version', 'spec_version']);
    return answerObjects(view, ports, caller, { endpoint: 'objects', collection, filter });
  });
