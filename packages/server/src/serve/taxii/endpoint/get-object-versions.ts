import { timestamp } from '../answer/envelope.ts';
import { answerRecords } from '../answer/record-page.ts';
import type { Endpoint } from '../request/call.ts';
import { readableCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';
import { objectOf } from '../request/object-id.ts';
import { versionOfRecord } from '../request/page.ts';

/** Get Object Versions (TAXII 2.1 §5.8). */
export const getObjectVersions: Endpoint = async ({ caller, path, query }, ports) => {
  const collection = await readableCollection(ports, caller, path['collection'] ?? '');
  const object = objectOf(path);
  const versions = { all: true, first: false, last: false, exact: [] };
  const filter = { ...readFilter(query, ['spec_version']), versions };
  const question = { reader: caller.reader, endpoint: 'versions', collection, filter, object };
  return answerRecords(ports, caller, question, 'versions', (record) => timestamp(versionOfRecord(record)));
};
