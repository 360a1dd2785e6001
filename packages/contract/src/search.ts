/** Search in the caller's view. */
import { z } from 'zod';
import { timestamp } from './identifier.ts';
import { objectEntry } from './object.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export const searchOperations = {
  search: operation({
    method: 'GET',
    path: '/search',
    tag: 'search',
    summary: 'Find objects by words in any language, types and dates',
    description: 'With words, the newest version comes first; without, what came last into your feed.',
    kind: 'member-data',
    scope: 'read',
    query: pageQuery.extend({
      q: z
        .string()
        .max(500)
        .optional()
        .describe('Words, all of which must be found; the last may be a beginning. All objects without it.'),
      type: z.string().max(2000).optional().describe('STIX types, separated by commas.'),
      since: timestamp.optional().describe('Versions from this time on.'),
      before: timestamp.optional().describe('Versions before this time.'),
    }),
    answer: pageOf(objectEntry),
  }),
  facets: operation({
    method: 'GET',
    path: '/search/facets',
    tag: 'search',
    summary: 'How many objects of each type you have',
    kind: 'member-data',
    scope: 'read',
    answer: z.object({ types: z.array(z.object({ type: z.string(), count: z.number().int() })) }),
  }),
};
