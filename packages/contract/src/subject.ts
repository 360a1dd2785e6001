/** What data subjects ask of your member: a register of its own, of which nobody else learns. */
import { z } from 'zod';
import { keptTime, objectId, recordId, recordParams, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { stixObject } from './stix-object.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { openings, ownRecall } from './recall.ts';

export const requestKinds = ['access', 'rectify', 'restrict', 'erase'] as const;
export const outcomes = ['granted', 'in-part', 'refused'] as const;

const kind = z.enum(requestKinds);
const via = z
  .enum(['subject', 'supervisor'])
  .describe('Who asks: the person, or the supervisor in its place.');
const objects = z.array(objectId).max(1000).describe('Records of your own that it is about.');
const words = (most: number) => z.string().min(1).max(most);

export const subjectRequest = z
  .object({
    id: recordId,
    kind,
    via,
    subject: z.string(),
    reference: z.string().nullable(),
    received: timestamp,
    deadline: timestamp,
    entered: timestamp,
    account: recordId.describe('Who entered it.'),
    objects: z.array(z.string()),
    restricted: z.boolean().describe('Whether its records are for your member alone meanwhile.'),
    answered: timestamp.nullable(),
    answeredBy: recordId.nullable(),
    outcome: z.enum(outcomes).nullable(),
    answer: z.string().nullable(),
  })
  .meta({ title: 'SubjectRequest' });
export type SubjectRequest = z.output<typeof subjectRequest>;

const event = z.object({
  at: timestamp,
  account: recordId,
  kind: z.enum(['entered', 'records', 'restricted', 'lifted', 'erased', 'answered']),
  count: z.number().int().nullable().describe('How many contributions it was done to.'),
});

const heldVersion = z.object({
  object: stixObject,
  label,
  at: timestamp.describe('When it was put in.'),
  account: recordId,
  login: z.string().nullable(),
  purpose: z.string().nullable(),
  caseReference: z.string().nullable(),
  source: z.string().nullable().describe('Of the import that brought it in.'),
});

export const subjectFile = z
  .object({
    made: timestamp,
    member: recordId,
    request: subjectRequest,
    events: z.array(event),
    records: z.array(
      z.object({
        id: z.string(),
        versions: z.array(heldVersion),
        recipients: z
          .array(recordId)
          .describe('Members that your own labels alone give it to; whoever else has it depends on others.'),
        openings,
        recalls: z.array(ownRecall),
        mentionedBy: z.array(z.string()).describe('Other objects of your own that name it.'),
      }),
    ),
  })
  .meta({ title: 'SubjectFile' });
export type SubjectFile = z.output<typeof subjectFile>;

const own = {
  tag: 'data subjects',
  kind: 'member-data',
  scope: 'read',
  description: 'For release officers and auditors who see all that your member sees.',
} as const;
const officer = {
  ...own,
  method: 'POST',
  description: 'For release officers who see all that your member sees.',
} as const;
const touched = z.object({ contributions: z.number().int().describe('How many it was done to.') });

export const subjectOperations = {
  subjectRequests: operation({
    ...own,
    method: 'GET',
    path: '/subject-requests',
    summary: 'What data subjects ask of your member, by deadline',
    query: pageQuery.extend({
      state: z.enum(['open', 'answered']).optional(),
      reference: z
        .string()
        .max(200)
        .optional()
        .describe('Only those with this reference, as it was entered.'),
    }),
    answer: pageOf(subjectRequest),
  }),
  enterSubjectRequest: operation({
    ...officer,
    scope: 'write',
    path: '/subject-requests',
    summary: 'Enter what a data subject asks (release officer)',
    body: z.strictObject({
      kind,
      via,
      subject: words(500).describe('Who asks, as it is known to you.'),
      reference: z.string().max(200).optional(),
      received: keptTime.optional().describe('Now where it is left out.'),
      deadline: keptTime.optional().describe('Thirty days after it was received where it is left out.'),
      objects: objects.default([]),
    }),
    answer: z.object({ id: recordId }),
    status: 201,
  }),
  subjectRequest: operation({
    ...own,
    method: 'GET',
    path: '/subject-requests/{id}',
    summary: 'One request of a data subject, and what was done about it',
    params: recordParams,
    answer: subjectRequest.extend({ events: z.array(event) }),
  }),
  setSubjectRecords: operation({
    ...officer,
    method: 'PUT',
    scope: 'write',
    path: '/subject-requests/{id}/records',
    summary: 'Say which records of your own it is about (release officer)',
    params: recordParams,
    body: z.strictObject({ objects }),
    status: 204,
  }),
  subjectFile: operation({
    ...own,
    method: 'GET',
    path: '/subject-requests/{id}/file',
    summary: 'Everything that your member holds of these records, with sources and recipients',
    params: recordParams,
    answer: subjectFile,
  }),
  restrictSubject: operation({
    ...officer,
    scope: 'label',
    path: '/subject-requests/{id}/restrict',
    summary: 'Keep the records for your member alone for the time (release officer)',
    params: recordParams,
    answer: touched,
  }),
  liftRestriction: operation({
    ...officer,
    scope: 'label',
    path: '/subject-requests/{id}/lift',
    summary: 'Give the records back the labels that they had (release officer)',
    params: recordParams,
    answer: touched,
  }),
  eraseSubject: operation({
    ...officer,
    scope: 'write',
    path: '/subject-requests/{id}/erase',
    summary: 'Recall the records and destroy their content (release officer)',
    description: 'It cannot be undone. Whoever had them is told by a recall.',
    params: recordParams,
    answer: touched,
  }),
  answerSubject: operation({
    ...officer,
    scope: 'write',
    path: '/subject-requests/{id}/answer',
    summary: 'Note the answer that was given (release officer)',
    params: recordParams,
    body: z.strictObject({ outcome: z.enum(outcomes), words: words(4000) }),
    status: 204,
  }),
};
