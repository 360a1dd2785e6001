/** Lists of objects by their ids, as they are inspected before something is done with them. */
import type { Client } from '@entente/contract/client';
import { Failure } from '@entente/core/failure';
import { printJson, printTable, say } from './output.ts';
import { titleOf } from './title.ts';

interface Listed {
  object: string;
  type: string;
  version?: string | undefined;
}

export interface Listing {
  /** How many at most. */
  limit: string;
  json: boolean;
}

/** Prints what a list holds, with what each object is called; as JSON, line by line, without. */
export async function printObjects(
  client: Client,
  items: AsyncIterable<Listed>,
  { limit, json }: Listing,
): Promise<void> {
  const most = Number(limit);
  const rows: string[][] = [];
  let found = 0;
  for await (const item of items) {
    found += 1;
    if (found > most) break;
    if (json) printJson(item);
    else {
      const title = await titleIn(client, item.object);
      rows.push([item.type, title, (item.version ?? '').slice(0, 10), item.object]);
    }
  }
  if (json) return;
  if (rows.length > 0) printTable(['type', 'what', 'version', 'id'], rows);
  if (found > most) say(`The first ${most}; --limit shows more.`);
}

/** Empty where the object was recalled since. */
async function titleIn(client: Client, id: string): Promise<string> {
  try {
    return titleOf((await client.object({ id })).object);
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return '';
    throw error;
  }
}
