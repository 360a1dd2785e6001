/** Imports: a file of any size becomes a batch. */
import { failureCodes } from '@entente/core/failure';
import { z } from 'zod';
import { operation } from './operation.ts';
import { askedPerson } from './screening.ts';

const flag = z.enum(['true', 'false']).default('false');

export const importFormats = ['stix', 'un-list'] as const;

export const importReport = z
  .object({
    batch: z.string().nullable().describe('Null where nothing was put in.'),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    revoked: z.number().int(),
    rejected: z.number().int(),
    byType: z.record(z.string(), z.number().int()),
    waiting: z
      .number()
      .int()
      .optional()
      .describe("How many are there under your member's ceiling, and wait for a second person."),
    problems: z.array(
      z.object({
        line: z.number().int().optional(),
        id: z.string().optional(),
        path: z.string().optional(),
        message: z.string(),
      }),
    ),
    failure: z
      .string()
      .optional()
      .describe('Set where the import ended before the end of the file: what was put in until then stands.'),
    failureCode: z.enum(failureCodes).optional().describe('Of that failure: whether another try may help.'),
    toScreen: z
      .object({
        items: z
          .array(
            z.object({
              id: z.string(),
              line: z.number().int().optional(),
              persons: z
                .array(askedPerson)
                .describe('Once for each script that it has a name in, as POST /screenings takes them.'),
            }),
          )
          .describe('The first thousand.'),
        more: z.number().int().describe('How many there are beyond these.'),
      })
      .optional()
      .describe(
        'Of a dry run: the persons and groups that would be added. You may have some under another id.',
      ),
  })
  .meta({ title: 'ImportReport' });

export const importOperations = {
  importFile: operation({
    method: 'POST',
    path: '/imports',
    tag: 'batches',
    summary: 'Put a file in: the body is the file, plain or gzip, of any size',
    description:
      'Where your account may put in no more, it ends there, and what was put in until then stands.',
    kind: 'member-data',
    scope: 'write',
    upload: true,
    query: z.object({
      name: z.string().min(1).max(200).describe("What the file is called; for your member's default label."),
      format: z.enum(importFormats).optional().describe('Found from the first bytes where it is left out.'),
      label: z
        .string()
        .max(16_000)
        .optional()
        .describe('A label as JSON, joined with what each object states.'),
      strict: flag.describe('Everything or nothing.'),
      dryRun: flag.describe('Say what would happen, and change nothing.'),
    }),
    answer: importReport,
  }),
};
