/** What the cell opens to a supervisor of data protection: all records of reads, and all recalls. */
import { z } from 'zod';
import { accessRecord, recordFilter } from './access.ts';
import { recordId } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { recall } from './recall.ts';

const supervisor = {
  method: 'GET',
  tag: 'supervision',
  kind: 'member-data',
  scope: 'read',
  description:
    'For auditors, who see all that their member sees, of a member that the cell has made supervisor of data ' +
    'protection by decision. Ids and times, no content. What is asked stands in the log of that member.',
} as const;

const ofMember = recordId.optional().describe('Of this member alone.');

export const supervisedRecord = accessRecord
  .extend({
    id: recordId.describe('Its number among the records of the member.'),
    member: recordId.describe('Whose account it was.'),
  })
  .meta({ title: 'SupervisedRecord' });

export const supervisedRecall = recall
  .omit({ account: true, words: true })
  .extend({ member: recordId.describe('Whom it was told to.') })
  .meta({ title: 'SupervisedRecall' });

export const supervisionOperations = {
  supervisedRecords: operation({
    ...supervisor,
    path: '/supervision/access-records',
    summary: 'What accounts of all members were given: by member, newest first (supervisor)',
    query: recordFilter.extend({ member: ofMember }),
    answer: pageOf(supervisedRecord),
  }),
  supervisedRecordObjects: operation({
    ...supervisor,
    path: '/supervision/access-records/{member}/{id}/objects',
    summary: 'Every version of an object that one answer gave, in its order (supervisor)',
    params: z.object({ member: recordId, id: recordId }),
    query: pageQuery,
    answer: pageOf(z.object({ object: z.string() })),
  }),
  supervisedRecalls: operation({
    ...supervisor,
    path: '/supervision/recalls',
    summary: 'What was taken back from whom, and what was acknowledged, newest first (supervisor)',
    query: pageQuery.extend({
      member: ofMember,
      object: z.string().max(1024).optional().describe('Of this object alone.'),
    }),
    answer: pageOf(supervisedRecall),
  }),
};
