/**
 * Hit/no-hit through the hub (docs/matching.md): agreements between two members, epochs, and runs. What gateways send
 * each other is signed by them and opaque to the hub, which reads heads alone.
 */
import { agreementStates, longestWords, runStates, sides } from '@entente/core/matching/agreement';
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export { refusals } from '@entente/core/matching/refusal';
export type { AgreementSide, AgreementState, RunState } from '@entente/core/matching/agreement';

/** Largest set of an epoch in bytes: some eleven million keys. */
export const largestSet = 33_554_432;
/** Longest message of a gateway in characters: a run or an answer of some ninety thousand keys. */
export const longestMessage = 4_000_000;

const key = z
  .string()
  .min(1)
  .max(500)
  .describe('Public key of a gateway, as `entente gateway init` prints it.');
const count = z.number().int().positive();
const purpose = z.string().trim().min(1).max(longestWords);
const message = z.string().min(1).max(longestMessage).describe('A message of a gateway, as it signed it.');
const number = z.coerce.number<number>().int().positive().max(Number.MAX_SAFE_INTEGER);

const terms = {
  learnsFirst: z
    .enum(sides)
    .describe(
      'Whose gateway sends its keys, and so is told the hits. Where it is the owner’s, the two have swapped parts: the ' +
        'asker publishes a set and answers.',
    ),
  purposes: z.array(purpose).min(1).max(50).describe('Of these each run names one.'),
  keysADay: count.max(100_000_000).describe('Keys that are carried in a day (UTC) at most.'),
  smallestBatch: count.max(100_000_000).describe('Keys that a run has at least.'),
};

export const agreement = z
  .object({
    id: recordId.describe('The name of the agreement in the policies of both gateways, too.'),
    state: z.enum(agreementStates),
    rests: z.boolean().describe('Whether one of the two is suspended: nothing is carried until it is back.'),
    proposer: recordId.describe('The member that proposed it.'),
    asker: recordId.describe('The member whose question it is.'),
    owner: recordId.describe('The member whose list is asked.'),
    ...terms,
    askerKey: key.nullable().describe('For comparing: what counts is the key in each gateway’s own policy.'),
    ownerKey: key.nullable(),
    proposed: timestamp,
    inForce: timestamp.nullable(),
    ended: timestamp.nullable(),
    keysToday: z.number().int().describe('Keys that were sent today (UTC) and not refused.'),
    waiting: z.number().int().describe('Runs that wait for an answer.'),
  })
  .meta({ title: 'MatchingAgreement' });
export type AgreementBody = z.output<typeof agreement>;

export const matchingEpoch = z
  .object({
    number: z.number().int(),
    announcement: z.string().describe('As the gateway signed it.'),
    bytes: z.number().int().describe('How long the set is.'),
    published: timestamp,
  })
  .meta({ title: 'MatchingEpoch' });

const runShape = {
  run: z.string().describe('Its number.'),
  state: z.enum(runStates),
  purpose: z.string(),
  caseReference: z.string(),
  commitment: z.string().describe('To the keys that were asked; base 64.'),
  keys: z.number().int().describe('How many were sent, by size class.'),
  sent: timestamp,
  replied: timestamp.nullable(),
  reason: z
    .string()
    .nullable()
    .describe('Why it was refused: a word of the gateway, or words of a person of that member.'),
};

export const matchingRun = z.object(runShape).meta({ title: 'MatchingRun' });
export type RunBody = z.output<typeof matchingRun>;

export const runWithMessage = z
  .object({
    ...runShape,
    message: z
      .string()
      .nullable()
      .describe(
        'What the gateway of the other member sent: the run while it waits; to whoever sent it the answer. Null where ' +
          'there is none, or it is carried no more.',
      ),
  })
  .meta({ title: 'MatchingRunWithMessage' });

const runParams = z.object({ id: recordId, run: z.string().max(100).describe('Number of the run.') });

const common = { tag: 'matching', kind: 'member-data' } as const;
const read = { ...common, method: 'GET', scope: 'read' } as const;
const decide = { ...common, method: 'POST', scope: 'admin' } as const;
const carry = { ...common, method: 'POST', scope: 'write' } as const;
const byAdministrator = 'By an administrator. Nobody but the two members knows of it.';

const agreementOperations = {
  matchingAgreements: operation({
    ...read,
    path: '/matching/agreements',
    summary: 'Agreements on hit/no-hit of your member, the newest first',
    query: pageQuery,
    answer: pageOf(agreement),
  }),
  matchingAgreement: operation({
    ...read,
    path: '/matching/agreements/{id}',
    summary: 'One of them',
    params: recordParams,
    answer: agreement,
  }),
  proposeMatching: operation({
    ...decide,
    path: '/matching/agreements',
    summary: 'Propose an agreement to another member',
    description: byAdministrator,
    status: 201,
    body: z.strictObject({
      member: recordId.describe('The other one.'),
      side: z.enum(sides).describe('What your member is.'),
      ...terms,
      key: key.describe('Of your gateway.'),
    }),
    answer: agreement,
  }),
  acceptMatching: operation({
    ...decide,
    path: '/matching/agreements/{id}/accept',
    summary: 'Accept what another member proposed: it is in force from now on',
    description: byAdministrator,
    params: recordParams,
    body: z.strictObject({ key: key.describe('Of your gateway.') }),
    answer: agreement,
  }),
  endMatching: operation({
    ...decide,
    path: '/matching/agreements/{id}/end',
    summary: 'End an agreement, decline it, or take its proposal back',
    description: `${byAdministrator} What was being carried is destroyed; the record of its runs stays.`,
    params: recordParams,
    status: 204,
  }),
};

const epochOperations = {
  matchingEpoch: operation({
    ...read,
    path: '/matching/agreements/{id}/epoch',
    summary: 'The latest epoch',
    params: recordParams,
    answer: matchingEpoch,
  }),
  publishMatchingEpoch: operation({
    ...common,
    method: 'PUT',
    path: '/matching/agreements/{id}/epoch',
    scope: 'write',
    summary: 'Publish the next epoch: the body is the set',
    description: `The set is at most ${largestSet} bytes, and has the digest that the announcement states.`,
    params: recordParams,
    query: z.object({ announcement: z.string().min(1).max(4000).describe('As your gateway signed it.') }),
    upload: true,
    answer: matchingEpoch,
  }),
  matchingSet: operation({
    ...read,
    path: '/matching/agreements/{id}/epochs/{number}',
    summary: 'The set of the latest epoch',
    params: z.object({ id: recordId, number: number.describe('Of the epoch.') }),
    media: 'application/octet-stream',
  }),
};

const runOperations = {
  matchingRuns: operation({
    ...read,
    path: '/matching/agreements/{id}/runs',
    summary: 'Runs of an agreement, the newest first',
    params: recordParams,
    query: pageQuery.extend({ state: z.enum(runStates).optional() }),
    answer: pageOf(matchingRun),
  }),
  matchingRun: operation({
    ...read,
    path: '/matching/agreements/{id}/runs/{run}',
    summary: 'A run, with what the other member’s gateway sent',
    params: runParams,
    answer: runWithMessage,
  }),
  sendMatchingRun: operation({
    ...carry,
    path: '/matching/agreements/{id}/runs',
    summary: 'Send a run to the other member',
    description: 'Refused (409) where it breaks what was agreed; the detail begins with the reason.',
    status: 201,
    params: recordParams,
    body: z.strictObject({ message }),
    answer: matchingRun,
  }),
  answerMatchingRun: operation({
    ...carry,
    path: '/matching/agreements/{id}/runs/{run}/answer',
    summary: 'Answer a run, or refuse it, as your gateway signed it',
    description: 'The same message may come again; another one is refused.',
    params: runParams,
    body: z.strictObject({ message }),
    answer: matchingRun,
  }),
  refuseMatchingRun: operation({
    ...carry,
    path: '/matching/agreements/{id}/runs/{run}/refuse',
    summary: 'Refuse a run in words, as a person',
    params: runParams,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
    answer: matchingRun,
  }),
};

export const matchingOperations = { ...agreementOperations, ...epochOperations, ...runOperations };
