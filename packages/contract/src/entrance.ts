/** Links that let somebody in for the first time, and the recovery code of a member. */
import { z } from 'zod';
import { account, madeLink, roles } from './account.ts';
import { recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';

const text = z.string().max(500);
const password = z.string().max(1000);
const open = { tag: 'sessions', kind: 'no-member-data', open: true, method: 'POST' } as const;

export const entranceOperations = {
  inviteMember: operation({
    tag: 'accounts',
    kind: 'no-member-data',
    scope: 'admin',
    method: 'POST',
    path: '/members/{id}/invitation',
    summary: 'A one-time link for the first administrator of a member (secretary of the cell)',
    params: recordParams,
    body: z.strictObject({ realm: text.describe('What stands behind the @ in the logins of the member.') }),
    answer: madeLink,
  }),
  findLink: operation({
    ...open,
    path: '/links/find',
    summary: 'What a one-time link is for',
    body: z.strictObject({ secret: text }),
    answer: z.object({
      memberName: z.string(),
      realm: z.string(),
      login: z.string().nullable(),
      roles: z.array(z.enum(roles)),
      expiresAt: timestamp,
    }),
  }),
  redeemLink: operation({
    ...open,
    path: '/links/redeem',
    summary: 'Set the password, or make the first account of a member',
    body: z.strictObject({
      secret: text,
      password,
      login: text.optional(),
      name: text.optional(),
      language: text.optional(),
    }),
    answer: z.object({
      account,
      recoveryCode: z
        .string()
        .nullable()
        .describe("The member's recovery code where it was just made; shown once."),
    }),
  }),
  recover: operation({
    ...open,
    path: '/recovery',
    summary: "Become administrator again with the member's recovery code",
    body: z.strictObject({ login: text, code: text, password, name: text.optional() }),
    answer: z.object({ recoveryCode: z.string() }),
  }),
  renewRecoveryCode: operation({
    tag: 'accounts',
    kind: 'no-member-data',
    scope: 'admin',
    method: 'POST',
    path: '/recovery/code',
    summary: 'A new recovery code in place of the one before; shown once (administrator)',
    body: z.strictObject({ password }),
    answer: z.object({ recoveryCode: z.string() }),
  }),
};
