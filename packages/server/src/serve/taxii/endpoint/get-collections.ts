import type { Endpoint } from '../request/call.ts';
import { collectionResource, collectionsOf } from '../request/collections.ts';

/** Get Collections (TAXII 2.1 §5.1). */
export const getCollections: Endpoint = async ({ caller }, ports) => {
  const collections = await ports.view(caller, (view) => collectionsOf(view, caller));
  return { body: JSON.stringify({ collections: collections.map(collectionResource) }) };
};
