/** Contributions: what a member puts in, relabels and recalls. */
import { z } from 'zod';
import { objectId, timestamp } from './identifier.ts';
import { label } from './label.ts';
import { operation } from './operation.ts';

export const finding = z.object({ path: z.string(), message: z.string() });

export const putAnswer = z
  .object({
    id: z.string(),
    type: z.string(),
    version: timestamp.optional().describe('Of an object that has `modified` or `created`.'),
    outcome: z.enum(['added', 'changed', 'unchanged', 'rejected']),
    revoked: z.boolean(),
    waits: z
      .boolean()
      .optional()
      .describe(
        "Set where it is there under your member's ceiling, and its label waits for a second person.",
      ),
    findings: z.array(finding),
  })
  .meta({ title: 'PutAnswer' });

/** A version as the API gives it: `version` of an object entry. */
export const selected = z.strictObject({
  object: objectId,
  version: timestamp.optional().describe('Every version where it is left out.'),
});

/** Of a relabelling. */
export const waits = z
  .boolean()
  .describe(
    "Whether it has a label under your member's ceiling now, and the one asked for waits for a second person.",
  );

const selection = z.array(selected).min(1).max(10_000);

export const contributionOperations = {
  putContributions: operation({
    method: 'POST',
    path: '/contributions',
    tag: 'contributions',
    summary: 'Put objects in',
    description:
      'Each object is added, changed, unchanged or rejected by itself. Without an audience in the object, ' +
      "in `label` or in your member's default, it is for your member alone. An object of STIX 2.0 is upgraded; " +
      'of its parts, as the cyber-observables of observed data, either all go in or none.',
    kind: 'member-data',
    scope: 'write',
    body: z.strictObject({
      objects: z.array(z.unknown()).min(1).max(100_000).describe('STIX objects; those of 2.0 are upgraded.'),
      label: label.optional().describe('Joined with what each object states; it never widens.'),
      source: z.string().min(1).max(200).default('api').describe("For your member's default label."),
    }),
    answer: z.object({
      act: z.string(),
      at: timestamp,
      answers: z.array(putAnswer).describe('In the order of the objects.'),
    }),
  }),
  relabelContributions: operation({
    method: 'POST',
    path: '/contributions/relabel',
    tag: 'contributions',
    summary: 'Give your own contributions another label',
    kind: 'member-data',
    scope: 'label',
    body: z.strictObject({ selection, label }),
    answer: z.object({ relabelled: z.number().int(), waits }),
  }),
  recallContributions: operation({
    method: 'POST',
    path: '/contributions/recall',
    tag: 'contributions',
    summary: 'Take your own contributions out of the cell',
    kind: 'member-data',
    scope: 'write',
    body: z.strictObject({ selection }),
    answer: z.object({ recalled: z.number().int() }),
  }),
};
