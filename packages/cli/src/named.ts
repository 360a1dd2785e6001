/** Members and communities by their names. */
import type { Client } from '@entente/contract/client';
import { Failure } from '@entente/core/failure';

/** What a name stands for; a text that names nothing is taken for an id, as a secretary sees no foreign roster. */
export const idOf = async (client: Client, list: 'members' | 'communities', text: string): Promise<string> =>
  (await namedIn(client, list, text)) ?? text;

/** The id behind a name or id. @throws Failure `invalid` where several are called so */
export async function namedIn(
  client: Client,
  list: 'members' | 'communities',
  text: string,
): Promise<string | undefined> {
  const found: string[] = [];
  for await (const { id, name } of client.every(list, {})) {
    if (id === text || name.toLowerCase() === text.toLowerCase()) found.push(id);
  }
  if (found.length > 1) throw new Failure('invalid', `Several are called ${text}: give the id.`);
  return found[0];
}

/** Names by id: of the members, or of these lists as far as the caller sees them. */
export async function namesOf(
  client: Client,
  lists: readonly ('members' | 'communities' | 'policies' | 'attributes')[] = ['members'],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const list of lists) {
    for await (const { id, name } of client.every(list, {})) names.set(id, name);
  }
  return names;
}
