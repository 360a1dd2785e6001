/** What companions are made of. */
import type { JsonObject } from '@entente/core/stix/types';
import { versionTime } from '../world/pool.ts';

export const idFor = (kind: string, place: number): string =>
  `${kind}--ffff${String(place).padStart(4, '0')}-0000-4000-8000-000000000000`;

export const tool = (id: string, name: string): JsonObject => ({
  type: 'tool',
  spec_version: '2.1',
  id,
  created: versionTime(0),
  modified: versionTime(0),
  name,
});

/** Notes an id once. */
export function note(list: string[], id: string): void {
  if (!list.includes(id)) list.push(id);
}
