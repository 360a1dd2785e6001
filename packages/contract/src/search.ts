/** Search in the caller's view. */
import { z } from 'zod';
import { timestamp } from './identifier.ts';
import { objectEntry } from './object.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

/** What may be asked of a view. */
export const searchQuery = z.object({
  q: z
    .string()
    .max(500)
    .optional()
    .describe('Words, all of which must be found; the last may be a beginning. All objects without it.'),
  type: z.string().max(2000).optional().describe('STIX types, separated by commas.'),
  contributor: z
    .string()
    .max(4000)
    .optional()
    .describe('Members whose version you are served, by id, separated by commas.'),
  marking: z
    .string()
    .max(1000)
    .optional()
    .describe('Codes of which the version that you are served has one, as TLP:AMBER, separated by commas.'),
  since: timestamp.optional().describe('Versions from this time on.'),
  before: timestamp.optional().describe('Versions before this time.'),
});

export type SearchAsked = z.output<typeof searchQuery>;

/** At most so many lines are asked for at once. */
export const mostLines = 1000;

const known = z.object({
  line: z.string(),
  found: z.array(objectEntry).describe('Objects that have exactly these words as a name or value.'),
  more: z.boolean().describe('Whether there may be more of them.'),
});

const count = z.number().int();

export const searchOperations = {
  search: operation({
    method: 'GET',
    path: '/search',
    tag: 'search',
    summary: 'Find objects by words in any language, types, members, markings and dates',
    description: 'With words, the newest version comes first; without, what came last into your feed.',
    kind: 'member-data',
    scope: 'read',
    query: searchQuery.extend(pageQuery.shape),
    answer: pageOf(objectEntry),
  }),
  facets: operation({
    method: 'GET',
    path: '/search/facets',
    tag: 'search',
    summary: 'How many objects a search finds, by type, by member and by marking',
    description:
      'Each list leaves its own filter aside, so that it says what else there is. With words or dates the first 5,000 ' +
      'objects of the search are counted; without, all.',
    kind: 'member-data',
    scope: 'read',
    query: searchQuery,
    answer: z.object({
      types: z.array(z.object({ type: z.string(), count })),
      contributors: z
        .array(z.object({ contributor: z.string().nullable(), count }))
        .describe('Whose version you are served; null of what the hub itself says.'),
      markings: z
        .array(z.object({ marking: z.string(), count }))
        .describe(
          'Codes of handling of the version that you are served: of its label, and those of TLP that it names itself. ' +
            'An object counts under each of its codes.',
        ),
      total: count.describe('Objects of the search, as far as they were counted.'),
      more: z.boolean().describe('Whether there may be more than were counted.'),
    }),
  }),
  known: operation({
    method: 'POST',
    path: '/search/known',
    tag: 'search',
    summary: 'Which of many names or values you have',
    description:
      'Of each line, the objects that have a text of exactly its words, in any script, in any version that you see. ' +
      'Words without digits may stand in another order. Nothing of it is kept but the record of what you were given.',
    kind: 'member-data',
    scope: 'read',
    body: z.strictObject({ lines: z.array(z.string().max(500)).min(1).max(mostLines) }),
    answer: z.object({ items: z.array(known) }),
  }),
};
