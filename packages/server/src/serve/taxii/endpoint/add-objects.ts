import { statusResource } from '../answer/status-resource.ts';
import { keptVersions } from '../answer/kept-versions.ts';
import type { Endpoint } from '../request/call.ts';
import { writableCollection } from '../request/collections.ts';
import { envelopeObjects } from '../request/envelope-objects.ts';

/** Add Objects (TAXII 2.1 §5.5): one act; what becomes of each object stands in the status. */
export const addObjects: Endpoint = async ({ caller, path, body }, ports) => {
  const { community } = await writableCollection(ports, caller, path['collection'] ?? '');
  const objects = envelopeObjects(body);
  const { at, answers } = await ports.contributions.put(caller, {
    incoming: objects,
    chosen: community === undefined ? undefined : { any: [[`community:${community}`]] },
    source: community === undefined ? 'taxii:own' : `taxii:${community}`,
  });
  const submitted = objects.map(({ value }, index) => ({ value, answer: answers[index] }));
  const versions = await keptVersions(ports, caller, submitted);
  const id = ports.uuid();
  const status = JSON.stringify(statusResource(id, at, submitted, versions));
  await ports.taxiiStatus.save(caller, { id, at, body: status });
  return { status: 202, body: status };
};
