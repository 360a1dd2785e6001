/** What one's member has already of a list: the page asks the cell, the thread of the conversion asks the page. */
import type { JsonObject } from '@entente/core/stix/types';
import { cell } from '../../../app/cell.ts';
import { codeOf } from '../../../app/failure.ts';
import { contentOf } from './identifier.ts';
import type { Held } from './version.ts';
import type { Ask } from './work.ts';

/** Questions that are on their way together. */
const together = 6;
const pause = 1000;

/** Asks for versions of what batches of this name put in: nothing else of the list can be there. */
export async function heldOf(source: string, member: string): Promise<Ask> {
  const known = new Set<string>();
  for await (const batch of cell.every('batches', { limit: 1000 })) {
    if (batch.source !== source || batch.state === 'undone') continue;
    for await (const { object } of cell.every('batchContributions', { id: batch.id, limit: 1000 })) {
      known.add(object);
    }
  }
  return async (ids) => {
    const wanted = ids.filter((id) => known.has(id));
    const held = new Map<string, Held>();
    const asker = async (): Promise<void> => {
      for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
        const version = await latest(id, member);
        if (version !== undefined) held.set(id, version);
      }
    };
    await Promise.all(Array.from({ length: together }, asker));
    return held;
  };
}

async function latest(id: string, member: string): Promise<Held | undefined> {
  try {
    const { items } = await cell.objectVersions({ id, contributor: member, limit: 1 });
    const object = items[0]?.object as JsonObject | undefined;
    const { created, modified } = object ?? {};
    if (object === undefined || typeof created !== 'string' || typeof modified !== 'string') return undefined;
    return { created, modified, content: contentOf(object) };
  } catch (error) {
    // Recalled in the meantime.
    if (codeOf(error) === 'not-found') return undefined;
    if (codeOf(error) !== 'too-many') throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return latest(id, member);
  }
}
