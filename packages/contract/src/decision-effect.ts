/** What adoption of a decision does. */
import { concerningKinds } from '@entente/core/decision/content';
import { z } from 'zod';
import { objectId, recordId } from './identifier.ts';

export const words = (most: number) => z.string().trim().min(1).max(most);
const readsFrom = z
  .union([z.enum(['now', 'start']), z.number().int().min(0).max(1_000_000_000)])
  .describe(
    'From which epoch it reads: from now on, from the start, or from an epoch that the decision names.',
  );
const kindOf = <const Kind extends string>(kind: Kind) => z.literal(kind);

const roster = z.strictObject({
  kind: kindOf('roster'),
  community: recordId,
  enter: z
    .array(
      z.strictObject({
        entry: recordId.describe('A member, or a community that is nested.'),
        from: readsFrom.default('now'),
      }),
    )
    .max(200)
    .default([]),
  leave: z.array(recordId).max(200).default([]),
});
const release = z.strictObject({
  kind: kindOf('release'),
  products: z
    .array(z.strictObject({ contributor: recordId, object: objectId }))
    .min(1)
    .max(200),
});
const concerning = z.strictObject({
  kind: z.enum(concerningKinds),
  member: recordId,
});
const textAlone = z.strictObject({ kind: z.enum(['handling', 'mandate', 'communique']) });
const admission = z.strictObject({
  kind: kindOf('admission'),
  name: words(200),
  memberKind: z.enum(['nation', 'organisation']).default('nation'),
  identity: z.string().max(200).optional().describe('Its STIX identity; made where it is left out.'),
  standing: z.enum(['full', 'observer']).default('full').describe('Observers have no voice in silence.'),
  communities: z
    .array(z.strictObject({ community: recordId, from: readsFrom.default('now') }))
    .max(50)
    .default([]),
});

/** As the secretary asks for it. */
export const askedEffect = z.union([admission, concerning, roster, release, textAlone]);
export const effect = z
  .union([
    admission.extend({ member: recordId.describe('Id of the new member.'), identity: z.string() }),
    concerning,
    roster,
    release,
    textAlone,
  ])
  .meta({ title: 'DecisionEffect' });
