import { Failure } from '@entente/core/failure';
import type { Endpoint } from '../request/call.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Get Status (TAXII 2.1 §4.3): for the account that submitted, and nobody else. */
export const getStatus: Endpoint = async ({ caller, path }, { taxiiStatus }) => {
  const id = path['status'] ?? '';
  const body = uuid.test(id) ? await taxiiStatus.find(caller, id) : undefined;
  if (body === undefined) throw new Failure('not-found', 'There is no such status.');
  return { body };
};
