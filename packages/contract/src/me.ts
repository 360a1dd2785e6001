/** Who calls. */
import { z } from 'zod';
import { operation } from './operation.ts';

export const me = z
  .object({
    account: z.string(),
    member: z.object({ id: z.string(), name: z.string() }),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    purpose: z.string().nullable(),
    caseReference: z.string().nullable(),
    host: z.boolean().describe('Whether your member hosts the cell.'),
    supervises: z.boolean().describe('Whether your member is supervisor of data protection.'),
    narrow: z.boolean().describe('Whether the account may see less than its member.'),
  })
  .meta({ title: 'Me' });

export const meOperations = {
  me: operation({
    method: 'GET',
    path: '/me',
    tag: 'accounts',
    summary: 'Who you are here, and what you may do',
    kind: 'no-member-data',
    answer: me,
  }),
};
