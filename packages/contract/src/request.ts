/** Requests for information (docs/requests.md): asked of members or communities, answered, closed. */
import { requestStates, saidStates } from '@entente/core/request/state';
import { z } from 'zod';
import { keptTime, objectId, objectParams, recordId, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { objectEntry } from './object.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export { requestStates } from '@entente/core/request/state';
export type { RequestState } from '@entente/core/request/state';

export const boards = ['mine', 'to-me', 'overdue'] as const;

const words = z.string().trim().min(1).max(10_000);
const state = z.enum(requestStates);
const audience = z.string().max(210).describe('`member:<id>` or `community:<id>`.');
const states = z
  .string()
  .max(200)
  .refine(
    (list) => list.split(',').every((one) => (requestStates as readonly string[]).includes(one)),
    `must be some of ${requestStates.join(', ')}, with commas between`,
  );

export const standing = z
  .object({
    member: recordId,
    state: state.describe('What has become of it for this member.'),
    said: z
      .enum(saidStates)
      .nullable()
      .describe('The last word of this member, whatever became of it since.'),
    since: timestamp.nullable().describe('When that was said.'),
    reason: z.string().nullable().describe('Words to whoever asked.'),
  })
  .meta({ title: 'Standing' });

export type StandingBody = z.output<typeof standing>;

const requestShape = {
  entry: objectEntry.describe('The note that asks, as your view has it.'),
  side: z.enum(['mine', 'to-me']).describe('Whether your member asked it, or is asked.'),
  asked: timestamp,
  by: timestamp.describe('The date that counts: whoever has not answered by then is shown as expired.'),
  closed: timestamp.nullable(),
  addressees: z
    .array(audience)
    .describe('Of what your member asked; else only your member is told of itself.'),
  standings: z
    .array(standing)
    .describe(
      'Of what your member asked: of each addressee that it named, and of communities those whom its rosters show. ' +
        'Of what it is asked: its own.',
    ),
};

export const requestItem = z.object(requestShape).meta({ title: 'Request' });
export type RequestItem = z.output<typeof requestItem>;

export const requestWithAnswers = z
  .object({
    ...requestShape,
    answers: z
      .array(objectEntry)
      .describe('Notes in your view that answer it: to whoever asked all, else your own.'),
  })
  .meta({ title: 'RequestWithAnswers' });
export type RequestWithAnswers = z.output<typeof requestWithAnswers>;

const records = z.array(objectId).max(1000).default([]);
const noted = z.object({
  id: objectId.describe('The note.'),
  waits: z
    .boolean()
    .describe("Whether its label is wider than your member's ceiling and waits for a second person."),
});

const common = { tag: 'requests', kind: 'member-data' } as const;
const act = { ...common, method: 'POST', scope: 'write', params: objectParams } as const;
const reason = z.strictObject({ reason: words.optional().describe('To whoever asked, and to nobody else.') });

export const requestOperations = {
  requests: operation({
    ...common,
    method: 'GET',
    path: '/requests',
    scope: 'read',
    summary: 'A board of requests, the soonest date first',
    description:
      '`mine`: what your member asked; `to-me`: what it is asked; `overdue`: of both, what is past its date and open, ' +
      'and, of what it is asked, not answered. Closed ones are listed where `state` names `closed` alone.',
    query: pageQuery.extend({
      board: z.enum(boards).default('to-me'),
      state: states
        .optional()
        .describe(
          'Only where your member, or an addressee that you may know, has one of these; with commas.',
        ),
    }),
    answer: pageOf(requestItem),
  }),
  request: operation({
    ...common,
    method: 'GET',
    path: '/requests/{id}',
    scope: 'read',
    summary: 'A request that your member asked, or is asked, with its answers',
    params: objectParams,
    answer: requestWithAnswers,
  }),
  askRequest: operation({
    ...common,
    method: 'POST',
    path: '/requests',
    scope: 'write',
    summary: 'Ask members or communities',
    description:
      'Puts a note in whose audience is the addressees. They are not told of each other, unless `tellAddressees` is set.',
    status: 201,
    body: z.strictObject({
      title: z.string().trim().min(1).max(300),
      text: words.describe('What is asked.'),
      reason: words.optional().describe('Why.'),
      purpose: words.optional().describe('What the answer will be used for.'),
      legalBasis: words.optional().describe('Law or agreement under which it is asked.'),
      by: keptTime.describe('By when an answer is wanted.'),
      records: records.describe('Objects to attach. Who may not see one is not told of it.'),
      addressees: z.array(audience).min(1).max(200),
      tellAddressees: z.boolean().default(false),
      label: label
        .optional()
        .describe('More parts of the label: levels, attributes, handling, narrower clauses.'),
    }),
    answer: noted,
  }),
  acknowledgeRequest: operation({
    ...act,
    path: '/requests/{id}/acknowledge',
    summary: 'Say that your member has it',
    status: 204,
  }),
  answerRequest: operation({
    ...act,
    path: '/requests/{id}/answer',
    summary: 'Answer with words and contributions of your member',
    description:
      'Puts a note in under a label of your choice; whoever asked is told the state whether or not the label lets it ' +
      'see the note.',
    status: 201,
    body: z.strictObject({
      extent: z.enum(['answered', 'partly-answered']).default('answered'),
      text: words,
      records: records.describe('What your member has contributed on it.'),
      label: label.optional().describe('Without an audience: whoever asked.'),
    }),
    answer: noted,
  }),
  declineRequest: operation({
    ...act,
    path: '/requests/{id}/decline',
    summary: 'Say that your member does not answer',
    status: 204,
    body: reason,
  }),
  stateNothingHeld: operation({
    ...act,
    path: '/requests/{id}/nothing-held',
    summary: 'Say, for your member, that it holds nothing on it',
    status: 204,
    body: reason,
  }),
  closeRequest: operation({
    ...act,
    path: '/requests/{id}/close',
    summary: 'Close what your member asked',
    status: 204,
  }),
};
