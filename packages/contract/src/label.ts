/** Labels: who may see and how it must be handled (docs/GLOSSARY.md). */
import { z } from 'zod';
import { keptTime, objectId, recordId, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { stixObject } from './stix-object.ts';

const texts = z.array(z.string().max(2000)).max(200);

/** Parts of a label. Audiences are `member:<id>`, `community:<id>` or `public`. */
export const label = z
  .strictObject({
    levels: z
      .record(z.string().max(200), z.number().int().min(0))
      .optional()
      .describe('Policy → rank; 0 is unclassified.'),
    all: texts.optional().describe('Attributes of which a reader must hold every one.'),
    any: z
      .array(z.array(z.string().max(200)).min(1).max(200))
      .max(100)
      .optional()
      .describe('Clauses; of each, a reader must hold one audience. Without any: the contributor alone.'),
    owners: texts.optional().describe('Members whose consent onward release needs.'),
    handling: texts
      .optional()
      .describe('Obligations: `TLP:AMBER`, `PAP:GREEN`, `EUROPOL:H1`, or a statement.'),
    until: keptTime.optional().describe('From then on the contributor alone.'),
    review: keptTime.optional().describe('By then the label must be looked at again.'),
  })
  .meta({ title: 'Label' });

export type LabelBody = z.output<typeof label>;

export const labelProblem = z.object({ part: z.string(), message: z.string() });

export const madeLabel = z
  .object({
    label,
    line: z.string().describe('The label as one line of marking.'),
    alone: z.boolean().describe('Whether it is for the contributor alone.'),
    problems: z
      .array(labelProblem)
      .describe('What is not known to the caller; with any of these the label is for the contributor alone.'),
  })
  .meta({ title: 'MadeLabel' });

export type MadeLabel = z.output<typeof madeLabel>;

export const verdicts = ['yes', 'no', 'depends-on-others'] as const;
const verdict = z.enum(verdicts);

/** Why a member sees it or not. `others-` marks what the caller may not know. */
export const explainReasons = [
  'own',
  'public',
  'named',
  'community',
  'not-named',
  'clearance',
  'attribute',
  'expired',
  'end-closed',
  'part-closed',
  'others-roster',
  'others-clearance',
  'others-attribute',
  'others-ground',
] as const;

const reason = z.object({
  code: z.enum(explainReasons),
  subject: z.string().optional().describe('Audience, policy, attribute, reference or portion meant.'),
});

const cut = z.object({
  kind: z.enum(['reference', 'portion']),
  target: z.string().optional(),
  selectors: z.array(z.string()).optional(),
  open: verdict,
  reasons: z.array(reason),
});

export const explanation = z
  .object({
    member: recordId,
    verdict,
    reasons: z.array(reason),
    parts: z
      .array(cut)
      .optional()
      .describe('Of a contribution: references and portions that the member may not have.'),
    from: z
      .array(z.object({ object: z.string(), open: verdict }))
      .optional()
      .describe(
        'Objects of yours that lead the member to this one, or may: those that it cannot follow are left out.',
      ),
  })
  .meta({ title: 'Explanation' });

export type Explanation = z.output<typeof explanation>;
export type ExplainReason = (typeof explainReasons)[number];

const draft = z.strictObject({ label });
const own = z.strictObject({
  object: objectId,
  version: timestamp.optional().describe('The latest version where it is left out.'),
  label: label
    .optional()
    .describe(
      'As if it had this label: that version, or every version of the object where none is given. Nothing is changed.',
    ),
});

export const memberForm = z
  .object({
    member: recordId,
    verdict,
    reasons: z.array(reason),
    parts: z.array(cut).describe('References and portions that the member may not have.'),
    object: stixObject
      .nullable()
      .describe(
        'The form that the member would get; null where it would get none. What depends on others stands in it. ' +
          'Each id that the hub would put in the place of another is `<type>--00000000-0000-4000-8000-000000000000`.',
      ),
    cuts: z.array(z.string()).describe('Selectors, in your own version, of what is cut.'),
    uncertain: z.array(z.string()).describe('Selectors, in your own version, of what depends on others.'),
  })
  .meta({ title: 'MemberForm' });

export type MemberForm = z.output<typeof memberForm>;

export const labelOperations = {
  makeLabel: operation({
    method: 'POST',
    path: '/labels/make',
    tag: 'labels',
    summary: 'Check a label and write its line of marking',
    kind: 'member-data',
    scope: 'read',
    body: draft,
    answer: madeLabel,
  }),
  explainLabel: operation({
    method: 'POST',
    path: '/labels/explain',
    tag: 'labels',
    summary: 'Which member would see what is put in under this label, and why',
    kind: 'member-data',
    scope: 'read',
    body: draft,
    answer: z.object({ items: z.array(explanation) }),
  }),
  explainContribution: operation({
    method: 'POST',
    path: '/contributions/explain',
    tag: 'labels',
    summary: 'Which member sees what you contributed, and why',
    description:
      'Computed from your own labels, your own grounds and the rosters that you may read. ' +
      'Where that is not enough the answer is `depends-on-others`.',
    kind: 'member-data',
    scope: 'read',
    body: own.extend({
      from: z
        .boolean()
        .default(false)
        .describe('Whether to say which of your objects lead to it; of at most 200 in your view.'),
    }),
    answer: z.object({
      items: z.array(explanation),
      labels: z
        .array(label)
        .describe(
          'The labels of that version, one for each of your contributions of it; or the one on trial.',
        ),
    }),
  }),
  viewAs: operation({
    method: 'POST',
    path: '/contributions/view-as',
    tag: 'labels',
    summary: 'What you contributed, as another member would get it of you',
    description:
      'Computed from your own labels, your own grounds and the rosters that you may read; what others let the ' +
      'member see is never looked at. Where yours is not enough it is marked as depending on others.',
    kind: 'member-data',
    scope: 'read',
    body: own.extend({ member: recordId }),
    answer: memberForm,
  }),
};
