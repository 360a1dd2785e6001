import type { Endpoint } from '../request/call.ts';
import { collectionResource, findCollection } from '../request/collections.ts';

/** Get a Collection (TAXII 2.1 §5.2). */
export const getACollection: Endpoint = async ({ caller, path }, ports) => {
  const collection = await findCollection(ports, caller, path['collection'] ?? '');
  return { body: JSON.stringify(collectionResource(collection)) };
};
