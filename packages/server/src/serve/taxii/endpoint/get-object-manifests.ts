import { timestamp } from '../answer/envelope.ts';
import { answerRecords } from '../answer/record-page.ts';
import type { Endpoint } from '../request/call.ts';
import { readableCollection } from '../request/collections.ts';
import { readFilter } from '../request/filter.ts';
import { stixMediaType } from '../request/media-type.ts';
import { versionOfRecord } from '../request/page.ts';

/** Get Object Manifests (TAXII 2.1 §5.3): one record a version. */
export const getObjectManifests: Endpoint = async ({ caller, path, query }, ports) => {
  const collection = await readableCollection(ports, caller, path['collection'] ?? '');
  const filter = readFilter(query, ['id', 'type', 'version', 'spec_version']);
  const question = { reader: caller.reader, endpoint: 'manifest', collection, filter };
  return answerRecords(ports, caller, question, 'objects', (record) => ({
    id: record.object,
    date_added: timestamp(record.added),
    version: timestamp(versionOfRecord(record)),
    media_type: stixMediaType,
  }));
};
