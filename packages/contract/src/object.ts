/** Objects as the caller's view has them: versions, claims, references and neighbours. */
import { z } from 'zod';
import { objectParams, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { stixObject } from './stix-object.ts';

export const objectEntry = z
  .object({
    object: stixObject,
    contributor: z
      .string()
      .nullable()
      .describe('The member that contributed this version; null of what the hub itself says.'),
    added: timestamp.nullable().describe('When it entered your feed; null for the moment until it has.'),
    version: timestamp.nullable().describe('`modified`, else `created`, else `added`.'),
    label: label
      .optional()
      .describe(
        'Of what your member contributed, the label that it is under now: the object is as you wrote it, ' +
          'and may state none, or one that was changed since. Left out of what others contributed.',
      ),
  })
  .meta({ title: 'ObjectEntry' });

export type ObjectEntry = z.output<typeof objectEntry>;

const reference = z.object({
  properties: z.array(z.string()).describe('Where the object refers to it.'),
  entry: objectEntry,
});

const neighbour = z.object({
  properties: z.array(z.string()).describe('Where this entry refers to the object asked for.'),
  entry: objectEntry,
  others: z.array(objectEntry).describe('Of a relationship or sighting: its other ends.'),
});

const get = { method: 'GET', tag: 'objects', kind: 'member-data', scope: 'read' } as const;

export const objectOperations = {
  object: operation({
    ...get,
    path: '/objects/{id}',
    summary: 'The latest version of an object',
    params: objectParams,
    answer: objectEntry,
  }),
  objectVersions: operation({
    ...get,
    path: '/objects/{id}/versions',
    summary: 'Every version of an object, newest first',
    params: objectParams,
    query: pageQuery.extend({
      contributor: z
        .string()
        .max(200)
        .optional()
        .describe('Whose versions; by default whose object is served.'),
    }),
    answer: pageOf(objectEntry),
  }),
  objectClaims: operation({
    ...get,
    path: '/objects/{id}/claims',
    summary: 'What each member says of an object, side by side',
    params: objectParams,
    query: pageQuery.extend({
      opened: z
        .enum(['true'])
        .optional()
        .describe(
          'Set where somebody opens the record: contributors that can say by themselves that your member has theirs are told (docs/recall.md).',
        ),
    }),
    answer: pageOf(objectEntry),
  }),
  objectReferences: operation({
    ...get,
    path: '/objects/{id}/references',
    summary: 'What an object refers to',
    params: objectParams,
    query: pageQuery,
    answer: pageOf(reference),
  }),
  objectNeighbours: operation({
    ...get,
    path: '/objects/{id}/neighbours',
    summary: 'What refers to an object: relationships with their other ends, and other objects',
    params: objectParams,
    query: pageQuery,
    answer: pageOf(neighbour),
  }),
};
