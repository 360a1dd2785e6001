/** Requests in words. */
import type { Client } from '@entente/contract/client';
import type { StandingBody } from '@entente/contract/request';
import { safeText } from './safe-text.ts';

/** Names of all members, by id. */
export async function readMembers(client: Client): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, name } of client.every('members', {})) names.set(id, name);
  return names;
}

/** How it stands with one addressee, in a line. */
export function stateLine({ state, said, since, reason }: StandingBody): string {
  const last = said === null || said === state ? '' : ` (${said})`;
  const when = since === null ? '' : `, since ${since.slice(0, 16)}`;
  return `${state}${last}${when}${reason === null ? '' : `: ${safeText(reason)}`}`;
}
