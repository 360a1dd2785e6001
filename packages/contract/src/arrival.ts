/** What came into the caller's view lately, and since when that is: since the account was last here. */
import { z } from 'zod';
import { timestamp } from './identifier.ts';
import { objectEntry } from './object.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

const objects = z.number().int().describe('How many objects.');
const read = { method: 'GET', tag: 'feed', kind: 'member-data', scope: 'read' } as const;

/** Most weeks that are told of at once. */
export const mostWeeks = 52;

export const arrivalOperations = {
  arrivals: operation({
    ...read,
    path: '/arrivals',
    summary: 'From whom how many objects came into your view, or changed in it, since a moment',
    description: 'By the date at which each entered your feed last, which `added` of an entry tells.',
    query: z.object({ since: timestamp.describe('From this moment on.') }),
    answer: z.object({
      members: z
        .array(
          z.object({
            contributor: z.string().nullable().describe('Null: what the hub itself says.'),
            objects,
          }),
        )
        .describe('Most first.'),
    }),
  }),
  arrivedObjects: operation({
    ...read,
    path: '/arrivals/objects',
    summary: 'Which objects came into your view, or changed in it, the last first',
    description: 'Each once, in the form that came last.',
    query: pageQuery.extend({
      since: timestamp.optional().describe('From this moment on.'),
      before: timestamp.optional().describe('Before this moment.'),
      contributor: z.string().max(200).optional().describe('Contributed by this member.'),
      type: z.string().max(2000).optional().describe('STIX types, separated by commas.'),
    }),
    answer: pageOf(objectEntry),
  }),
  arrivalWeeks: operation({
    ...read,
    path: '/arrivals/weeks',
    summary: 'How many objects of each type came into your view, or changed in it, by week',
    query: z.object({
      weeks: z.coerce.number<number>().int().min(1).max(mostWeeks).default(12).describe('This one included.'),
    }),
    answer: z.object({
      from: timestamp.describe('When the first week begins: on Monday, UTC.'),
      weeks: z.array(
        z.object({
          from: timestamp,
          types: z.array(z.object({ type: z.string(), objects })),
        }),
      ),
    }),
  }),
  visit: operation({
    method: 'PUT',
    path: '/account/visit',
    tag: 'accounts',
    kind: 'no-member-data',
    summary: 'Say that you are here; learn when you were here last',
    description:
      'A visit goes on while less than an hour lies between two calls. What is kept is two times, of your account alone.',
    answer: z.object({
      since: timestamp.nullable().describe('The end of your visit before this one; null on the first.'),
    }),
  }),
};
