import type { Client } from '@entente/contract/client';

/** Names of the members, by id. */
export async function namesOf(client: Client): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, name } of client.every('members', {})) names.set(id, name);
  return names;
}
