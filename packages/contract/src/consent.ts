/** Consent of owners: what is asked for what is held back, and what each owner says (docs/consent.md). */
import { z } from 'zod';
import { askedStates, receivedStates } from '@entente/core/consent/state';
import { keptTime, objectId, recordId, recordParams, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

const words = z.string().trim().min(1).max(2000);
const conditions = z
  .strictObject({
    any: z
      .array(z.array(z.string().max(200)).min(1).max(200))
      .max(20)
      .optional()
      .describe('Further clauses: members, and audiences that were asked for.'),
    until: keptTime.optional().describe('From then on it is the asker’s alone again.'),
    parts: z
      .array(z.string().min(1).max(500))
      .max(100)
      .optional()
      .describe('Selectors of properties that stay with the asker alone.'),
  })
  .describe('What narrows the consent. Each is joined with what was asked for and the conditions of others.');

export const ownerAnswer = z
  .object({
    word: z.enum(['consent', 'refuse']),
    at: timestamp,
    words: z.string().optional(),
    conditions,
    withdrawn: timestamp.optional().describe('When the consent was withdrawn.'),
  })
  .meta({ title: 'OwnerAnswer' });

const request = {
  id: recordId,
  at: timestamp.describe('When it was asked.'),
  object: z.string(),
  versions: z
    .array(timestamp)
    .describe('The versions that it is about; of what has no time of its own, none.'),
  label: label.describe('The label asked for.'),
  purpose: z.string().describe('Empty where the record was erased.'),
  by: timestamp.describe('By when all owners must have answered. Silence never consents.'),
};

export const askedConsent = z
  .object({
    role: z.literal('asker'),
    ...request,
    account: recordId,
    state: z
      .enum(askedStates)
      .describe(
        '`waits`: for a second person of your member. `ended`: the last date to which owners consented has passed.',
      ),
    contributions: z.number().int().describe('How many contributions of yours it is about.'),
    owners: z.array(z.object({ owner: recordId, answer: ownerAnswer.nullable() })),
    inForce: timestamp.nullable().describe('Since when.'),
    released: label.nullable().describe('What all owners consented to; the owners are added to it.'),
  })
  .meta({ title: 'AskedConsent' });

export const receivedConsent = z
  .object({
    role: z.literal('owner'),
    ...request,
    asker: recordId,
    state: z.enum(receivedStates).describe('By your own part alone: what other owners say is not told.'),
    others: z
      .boolean()
      .describe('Whether it names communities that you do not know; they are left out of `label`.'),
    included: z
      .boolean()
      .describe('Whether a label of yours already lets them all see what you put in of this object.'),
    answer: ownerAnswer.nullable(),
  })
  .meta({ title: 'ReceivedConsent' });

export const held = z
  .object({
    version: timestamp.optional().describe('Of an object that has `modified` or `created`.'),
    owners: z.array(recordId).describe('Whose consent it needs.'),
    released: z.boolean().describe('Whether they have consented, and that has not ended.'),
  })
  .meta({ title: 'Held' });

export type AskedConsentBody = z.output<typeof askedConsent>;
export type ReceivedConsentBody = z.output<typeof receivedConsent>;
export type OwnerAnswerBody = z.output<typeof ownerAnswer>;

const all = {
  tag: 'consent',
  kind: 'member-data',
  description: 'For accounts that see all that your member sees.',
} as const;

export const consentOperations = {
  askConsent: operation({
    ...all,
    method: 'POST',
    path: '/consents',
    summary: 'Ask the owners of what you hold back to let you release it further (release officer)',
    description:
      'All of them are asked. What you asked before about any of it, and is not in force, is taken back. ' +
      'Where your member wants a second person for such a label, the owners are asked when one has agreed.',
    scope: 'label',
    body: z.strictObject({
      object: objectId,
      version: timestamp.optional().describe('Every version that you hold back where it is left out.'),
      label: label.describe('The whole label; it must name an audience.'),
      purpose: words,
      by: keptTime,
    }),
    answer: askedConsent,
    status: 201,
  }),
  askedConsents: operation({
    ...all,
    method: 'GET',
    path: '/consents/asked',
    summary: 'What your member asked of owners, newest first',
    scope: 'read',
    query: pageQuery,
    answer: pageOf(askedConsent),
  }),
  receivedConsents: operation({
    ...all,
    method: 'GET',
    path: '/consents/received',
    summary: 'What your member is asked for as an owner, newest first',
    scope: 'read',
    query: pageQuery,
    answer: pageOf(receivedConsent),
  }),
  heldContributions: operation({
    ...all,
    method: 'GET',
    path: '/consents/held',
    summary: 'What you put in of an object that others own',
    scope: 'read',
    query: z.object({ object: objectId }),
    answer: z.object({ items: z.array(held) }),
  }),
  consent: operation({
    ...all,
    method: 'GET',
    path: '/consents/{id}',
    summary: 'One request, that your member asked or is asked for',
    scope: 'read',
    params: recordParams,
    answer: z.discriminatedUnion('role', [askedConsent, receivedConsent]),
  }),
  confirmConsent: operation({
    ...all,
    method: 'POST',
    path: '/consents/{id}/confirm',
    summary: 'Agree, as a second person, that the owners are asked (release officer)',
    scope: 'label',
    status: 204,
    params: recordParams,
  }),
  answerConsent: operation({
    ...all,
    method: 'POST',
    path: '/consents/{id}/answer',
    summary: 'Answer as an owner, for your part only (release officer)',
    description:
      'Your member answers once. With the last consent the label takes effect; whether yours was the last is not told.',
    scope: 'label',
    status: 204,
    params: recordParams,
    body: z.strictObject({
      word: z.enum(['consent', 'refuse']),
      words: words.optional().describe('Of a refusal, the reason: then they are needed.'),
      conditions: conditions.optional().describe('Of a consent alone.'),
    }),
  }),
  withdrawConsent: operation({
    ...all,
    method: 'POST',
    path: '/consents/{id}/withdraw',
    summary: 'Withdraw your consent, or take back what you asked (release officer)',
    description:
      'A consent is withdrawn at any time: what it released is the asker’s alone at once, and whoever had it is told ' +
      'to remove it. What you asked is taken back until it is in force.',
    scope: 'label',
    status: 204,
    params: recordParams,
  }),
};
