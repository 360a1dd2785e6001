/** What a member lays down for its own accounts, and labels that wait for a second person. */
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

const source = z.string().min(1).max(200);
const ceiling = label.nullable().describe('Analysts release nothing wider; null: no ceiling.');
const secondPerson = z.boolean().describe('Whether anything wider waits for a second person.');

export const memberPolicy = z
  .object({
    ceiling,
    secondPerson,
    defaults: z.record(z.string(), label).describe('Source → default label; `*` for all other sources.'),
  })
  .meta({ title: 'MemberPolicy' });

export const proposal = z
  .object({
    id: recordId,
    proposer: recordId,
    at: timestamp,
    label: label.describe('The label asked for.'),
    held: label.describe('The label that holds until then.'),
    batch: recordId.nullable().describe('The import of which it is about a part or the whole.'),
    contributions: z
      .number()
      .int()
      .describe('How many wait for it; they are there under the label that holds.'),
  })
  .meta({ title: 'Proposal' });

const waiting = z.object({
  object: z.string(),
  type: z.string(),
  version: timestamp.optional().describe('Of an object that has `modified` or `created`.'),
});

const own = {
  tag: 'member policy',
  kind: 'no-member-data',
  scope: 'read',
  description: 'For accounts that see all that your member sees.',
} as const;
const sourceParams = z.object({ source });

export const memberPolicyOperations = {
  memberPolicy: operation({
    ...own,
    method: 'GET',
    path: '/member-policy',
    summary: 'What your member lays down for its accounts',
    answer: memberPolicy,
  }),
  setMemberPolicy: operation({
    ...own,
    scope: 'admin',
    method: 'PUT',
    path: '/member-policy',
    summary: 'Set the ceiling, and whether a second person is wanted (administrator)',
    status: 204,
    body: z.strictObject({ ceiling, secondPerson }),
  }),
  setDefaultLabel: operation({
    ...own,
    method: 'PUT',
    path: '/member-policy/defaults/{source}',
    summary: 'Set the default label of a source (administrator or release officer)',
    status: 204,
    params: sourceParams,
    body: z.strictObject({ label }),
  }),
  removeDefaultLabel: operation({
    ...own,
    method: 'DELETE',
    path: '/member-policy/defaults/{source}',
    summary: 'Take the default label of a source away (administrator or release officer)',
    status: 204,
    params: sourceParams,
  }),
  proposals: operation({
    ...own,
    method: 'GET',
    kind: 'member-data',
    path: '/proposals',
    summary: 'Labels that wait for a second person, oldest first',
    query: pageQuery,
    answer: pageOf(proposal),
  }),
  proposal: operation({
    ...own,
    method: 'GET',
    kind: 'member-data',
    path: '/proposals/{id}',
    summary: 'One label that waits for a second person',
    params: recordParams,
    answer: proposal,
  }),
  proposalContributions: operation({
    ...own,
    method: 'GET',
    kind: 'member-data',
    path: '/proposals/{id}/contributions',
    summary: 'What a proposed label is for, in the order in which it was put in',
    params: recordParams,
    query: pageQuery,
    answer: pageOf(waiting),
  }),
  approveProposal: operation({
    ...own,
    scope: 'label',
    method: 'POST',
    kind: 'member-data',
    path: '/proposals/{id}/approve',
    summary: 'Agree to a label that another person proposed (release officer)',
    params: recordParams,
    answer: z.object({ relabelled: z.number().int() }),
  }),
  refuseProposal: operation({
    ...own,
    method: 'POST',
    kind: 'member-data',
    path: '/proposals/{id}/refuse',
    summary: 'Refuse a proposed label, or take back your own',
    status: 204,
    params: recordParams,
  }),
};
