/** What a member gave, and the records of what its accounts were given. */
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { openings } from './recall.ts';

const read = { method: 'GET', tag: 'access', kind: 'member-data', scope: 'read' } as const;

/** Objects that a record names by itself; the rest is a list of its own. */
export const namedInRecord = 10;

export const givenObject = openings
  .extend({
    object: z.string(),
    added: timestamp.describe('When your member put it in or changed it last.'),
  })
  .meta({ title: 'GivenObject' });

export const accessRecord = z
  .object({
    id: recordId,
    at: timestamp,
    account: recordId,
    login: z.string().nullable().describe('Of the account; null where there is none.'),
    purpose: z.string().nullable(),
    caseReference: z.string().nullable(),
    route: z.string().describe('Name of the operation, or of the endpoint of TAXII.'),
    collection: z.string().nullable().describe('Of TAXII.'),
    versions: z.number().int().describe('How many versions of objects were given.'),
    objects: z.array(z.string()).describe(`The first ${namedInRecord} of them, by object.`),
  })
  .meta({ title: 'AccessRecord' });

export const recordFilter = pageQuery.extend({
  account: recordId.optional().describe('Of this account alone.'),
  object: z.string().max(1024).optional().describe('In which this object was given.'),
  since: timestamp.optional(),
  before: timestamp.optional(),
});

const auditor = {
  ...read,
  description:
    'For auditors who see all that their member sees. Records of accounts of your own member alone.',
} as const;

export const accessOperations = {
  given: operation({
    ...read,
    path: '/given',
    summary: 'What your member gave lately, and who opened it',
    description: 'For accounts that see all that your member sees. Of ninety days, newest first.',
    query: pageQuery,
    answer: pageOf(givenObject),
  }),
  accessRecords: operation({
    ...auditor,
    path: '/access-records',
    summary: 'What accounts of your member were given, newest first (auditor)',
    query: recordFilter,
    answer: pageOf(accessRecord),
  }),
  accessRecordObjects: operation({
    ...auditor,
    path: '/access-records/{id}/objects',
    summary: 'Every version of an object that one answer gave, in its order (auditor)',
    params: recordParams,
    query: pageQuery,
    answer: pageOf(z.object({ object: z.string() })),
  }),
};
