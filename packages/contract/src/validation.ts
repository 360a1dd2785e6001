/** The validator: which MUST is broken, and where. */
import { z } from 'zod';
import { finding } from './contribution.ts';
import { operation } from './operation.ts';

export const validationVerdict = z
  .object({ id: z.string(), valid: z.boolean(), errors: z.array(finding), warnings: z.array(finding) })
  .meta({ title: 'ValidationVerdict' });

export const validationOperations = {
  validate: operation({
    method: 'POST',
    path: '/validate',
    tag: 'contributions',
    summary: 'Check STIX objects, and put nothing in',
    kind: 'no-member-data',
    scope: 'read',
    body: z.strictObject({ objects: z.array(z.unknown()).min(1).max(100_000) }),
    answer: z.object({ verdicts: z.array(validationVerdict).describe('In the order of the objects.') }),
  }),
};
