/** What the cell decides together, by silence. */
import { effectKinds } from '@entente/core/decision/content';
import { decisionStates } from '@entente/core/decision/decision';
import { z } from 'zod';
import { askedEffect, effect, words } from './decision-effect.ts';
import { keptTime, objectId, recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export { effectKinds } from '@entente/core/decision/content';
export type { EffectKind } from '@entente/core/decision/content';

const bilingual = (most: number) =>
  z.strictObject({ en: words(most), fr: words(most) }).describe('In both languages of the cell.');

const draftShape = {
  purpose: z
    .enum(['agree', 'note'])
    .default('agree')
    .describe('For agreement by silence, with effect; or for note, without.'),
  title: bilingual(300),
  text: bilingual(50_000),
  effect: askedEffect,
  community: recordId
    .nullable()
    .default(null)
    .describe('The community that it is put to; null for the whole cell.'),
  informed: z
    .array(recordId)
    .max(200)
    .default([])
    .describe('Members that are told besides, without a voice.'),
};
export const draftBody = z.strictObject(draftShape);

const reason = words(5000);
const expiry = keptTime.describe(
  'When silence ends. On a day of rest of the host it moves to the next working day.',
);

export const state = z.enum(decisionStates);
const shown = {
  id: recordId,
  state,
  version: z
    .number()
    .int()
    .describe('Of those that were put to your member, to the secretary of all; 0 for a draft.'),
  purpose: z.enum(['agree', 'note']),
  title: bilingual(300),
  community: recordId.nullable(),
  tabled: timestamp.nullable().describe('When this period began.'),
  expiry: timestamp.nullable(),
  reservations: z.number().int().describe('Reservations and statements attached, over all versions.'),
  outcome: z.enum(['done', 'impossible']).nullable().describe('What became of the effect.'),
  voice: z.boolean().describe('Whether your member has a voice in it.'),
};

export const decisionSummary = z
  .object({
    ...shown,
    effect: z.object({ kind: z.enum(effectKinds) }).describe('What it does; to what is in the decision.'),
    voices: z.number().int().describe('How many members have a voice in this version.'),
    seenBy: z.number().int().describe('How many of these have opened this version.'),
    brokenBy: z.number().int().describe('How many of these broke silence on this version.'),
    opened: z.boolean().describe('Whether an account of your member has opened this version.'),
  })
  .meta({ title: 'DecisionSummary' });

export const decisionStep = z
  .object({
    no: z.number().int().describe('Its place among the steps that your member is told of, from 1.'),
    version: z.number().int(),
    kind: z.string(),
    at: timestamp,
    member: recordId.nullable().describe('Null for the hub.'),
    text: z.string().nullable().describe('A reason, a reservation, a statement.'),
    amendment: z.object({ en: z.string().nullable(), fr: z.string().nullable() }).nullable(),
    expiry: timestamp.nullable().describe('The expiry that it set.'),
  })
  .meta({ title: 'DecisionStep' });

export const decision = z
  .object({
    ...shown,
    text: bilingual(50_000),
    effect,
    digest: z
      .string()
      .describe('SHA-256 of the canonical form of the text (RFC 8785): title, text, purpose, effect.'),
    electors: z.array(recordId).describe('Members with a voice in this version.'),
    informed: z.array(recordId),
    seen: z.array(recordId).describe('Members of which an account has opened this version.'),
    objectors: z.array(recordId).describe('Members that broke silence on this version.'),
    notedBy: z.array(recordId),
    steps: z.array(decisionStep),
    versions: z.array(
      z.object({
        version: z.number().int(),
        digest: z.string(),
        title: bilingual(300),
        text: bilingual(50_000),
      }),
    ),
    names: z.record(z.string(), z.string()).describe('Names of the members and communities that it names.'),
    reason: z.string().nullable().describe('Why the effect could not be carried out.'),
    issued: objectId.nullable().describe('The STIX object by which it was issued.'),
  })
  .meta({ title: 'Decision' });

export const decisionReceipt = z
  .object({
    version: z.number().int(),
    digest: z.string(),
    member: recordId,
    account: recordId,
    at: timestamp.describe('When the account was first shown this version.'),
  })
  .meta({ title: 'DecisionReceipt' });

export const decisionFigures = z
  .object({
    decided: z.number().int(),
    median: z.number().nullable().describe('Seconds from the first tabling to adoption.'),
    longest: z.number().nullable(),
    waitedFor: z.array(z.object({ member: recordId, decisions: z.number().int(), seconds: z.number() })),
  })
  .meta({ title: 'DecisionFigures' });

const reads = { method: 'GET', tag: 'decisions', kind: 'member-data', scope: 'read' } as const;
const acts = { method: 'POST', tag: 'decisions', kind: 'member-data', status: 204 } as const;
const bySecretary = { ...acts, scope: 'admin' } as const;
const byOfficer = { ...acts, scope: 'label', params: recordParams } as const;

export const decisionOperations = {
  decisions: operation({
    ...reads,
    path: '/decisions',
    summary:
      'Decisions that are put to your member, the latest first; all of them to the secretary of the cell',
    query: pageQuery.extend({
      state: state.optional(),
      open: z.enum(['true']).optional().describe('Only those before the members or in consultation.'),
    }),
    answer: pageOf(decisionSummary),
  }),
  decisionFigures: operation({
    ...reads,
    path: '/decisions/figures',
    summary:
      'How long deciding took, and who was waited for, over the decisions that your member took part in',
    answer: decisionFigures,
  }),
  decision: operation({
    ...reads,
    path: '/decisions/{id}',
    summary: 'A decision with its text and its record; that your account was shown it is noted in a receipt',
    params: recordParams,
    answer: decision,
  }),
  decisionReceipts: operation({
    ...reads,
    path: '/decisions/{id}/receipts',
    summary: 'What your account was shown and when; of every account to the secretary of the cell',
    params: recordParams,
    query: pageQuery,
    answer: pageOf(decisionReceipt),
  }),
  draftDecision: operation({
    ...bySecretary,
    path: '/decisions',
    summary: 'Draft a text (secretary of the cell)',
    status: 201,
    body: draftBody,
    answer: z.object({ id: recordId }),
  }),
  changeDraft: operation({
    ...bySecretary,
    method: 'PUT',
    path: '/decisions/{id}',
    summary: 'Change a text that was not tabled yet (secretary of the cell)',
    params: recordParams,
    body: draftBody,
  }),
  tableDecision: operation({
    ...bySecretary,
    path: '/decisions/{id}/table',
    summary:
      'Put a draft to the members: its text, its expiry and who has a voice are frozen (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ expiry }),
  }),
  breakSilence: operation({
    ...byOfficer,
    path: '/decisions/{id}/break',
    summary: 'Break silence, or join those who did (release officer)',
    description: 'One voice a member. What the hub has received whole before the expiry counts.',
    body: z.strictObject({
      reason,
      amendment: z
        .strictObject({ en: words(50_000).optional(), fr: words(50_000).optional() })
        .optional()
        .describe('A text that your member could agree to.'),
    }),
  }),
  stateOnDecision: operation({
    ...byOfficer,
    path: '/decisions/{id}/statements',
    summary:
      'Attach a reservation or an interpretative statement for good, without breaking silence (release officer)',
    body: z.strictObject({ kind: z.enum(['reservation', 'interpretative-statement']), text: words(5000) }),
  }),
  noteDecision: operation({
    ...byOfficer,
    path: '/decisions/{id}/note',
    summary: 'Say that your member took note: noted is not agreed (release officer)',
  }),
  extendSilence: operation({
    ...bySecretary,
    path: '/decisions/{id}/extend',
    summary: 'Give everybody more time, before the expiry (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ expiry, reason: reason.optional() }),
  }),
  withdrawDecision: operation({
    ...bySecretary,
    path: '/decisions/{id}/withdraw',
    summary: 'Take a text back (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ reason }),
  }),
  reviseDecision: operation({
    ...bySecretary,
    path: '/decisions/{id}/revise',
    summary:
      'Put the next version after consultation: a new silence, a new electorate (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ title: draftShape.title, text: draftShape.text, effect: askedEffect, expiry }),
  }),
  referDecision: operation({
    ...bySecretary,
    path: '/decisions/{id}/refer',
    summary: 'Refer it to another body after consultation (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ reason }),
  }),
  lapseDecision: operation({
    ...bySecretary,
    path: '/decisions/{id}/lapse',
    summary: 'Let it lapse after consultation (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ reason }),
  }),
  issueDecision: operation({
    ...bySecretary,
    path: '/decisions/{id}/issue',
    summary:
      'Issue what was adopted as a report to those it was put to, with its reservations (secretary of the cell)',
    params: recordParams,
  }),
};
