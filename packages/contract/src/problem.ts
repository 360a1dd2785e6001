/** Errors, as RFC 9457 has them. */
import { failureCodes } from '@entente/core/failure';
import { z } from 'zod';

export const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(failureCodes),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong with the request, place by place.'),
    id: z.string().optional().describe('Of an internal error: what to name when asking about it.'),
  })
  .meta({ title: 'Problem' });

export type Problem = z.output<typeof problem>;
