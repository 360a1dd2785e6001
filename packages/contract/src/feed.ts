/** The feed as live events, and the whole view as a bundle. */
import { z } from 'zod';
import { timestamp } from './identifier.ts';
import { operation } from './operation.ts';

/** One change of the view. */
export const feedEvent = z
  .object({
    kind: z.enum(['released', 'removed']).describe('A form that came or changed, or a version that left.'),
    object: z.string(),
    contributor: z.string().nullable().describe('Null of what the hub itself says.'),
    at: timestamp,
    version: timestamp.nullable().describe('Where the object is timed; null otherwise.'),
  })
  .meta({ title: 'FeedEvent' });

export type FeedEventBody = z.output<typeof feedEvent>;

export const feedOperations = {
  events: operation({
    method: 'GET',
    path: '/events',
    tag: 'feed',
    summary: 'What changes in your view, as it happens (server-sent events)',
    description:
      'Events `released` and `removed`; the id of each is a sealed cursor. Give the last one as `Last-Event-ID` ' +
      'or `cursor` to go on without loss. An event `ready` says where the stream begins. A comment comes every 15 ' +
      'seconds, whatever else does; the stream ends with one where your account may read this view no longer.',
    kind: 'member-data',
    scope: 'read',
    query: z.object({
      cursor: z.string().max(4096).optional().describe('Where to go on; `Last-Event-ID` counts before it.'),
      from: z.enum(['now', 'start']).default('now').describe('Where to begin without a cursor.'),
    }),
    media: 'text/event-stream',
  }),
  exportView: operation({
    method: 'GET',
    path: '/export',
    tag: 'feed',
    summary: 'Your whole view as a STIX bundle',
    description:
      'The first object is a statement that says which account of which member exported it, and when. It has what ' +
      'your view had when the export began, as far as you still see it. Where your account may read this view no ' +
      'longer, the answer breaks off and is no bundle.',
    kind: 'member-data',
    scope: 'read',
    query: z.object({
      versions: z.enum(['latest', 'all']).default('latest'),
      type: z.string().max(2000).optional().describe('STIX types, separated by commas.'),
    }),
    media: 'application/stix+json;version=2.1',
  }),
};
