/** Accounts of a member, kept by its own administrators. */
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export const roles = [
  'analyst',
  'release-officer',
  'secretary',
  'integrator',
  'auditor',
  'administrator',
] as const;

export const account = z
  .object({
    id: recordId,
    member: recordId,
    login: z.string(),
    name: z.string(),
    kind: z.enum(['person', 'service']),
    roles: z.array(z.enum(roles)),
    reader: recordId.describe("Its reader class: the member's own id, or a narrower one of it."),
    language: z
      .string()
      .nullable()
      .describe('The one that was chosen; null where nobody has, and the browser decides.'),
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    createdAt: timestamp,
    disabledAt: timestamp.nullable(),
  })
  .meta({ title: 'Account' });

/** A one-time link; shown once. */
export const madeLink = z.object({ link: z.string(), expiresAt: timestamp }).meta({ title: 'MadeLink' });

const text = z.string().max(500);
const password = z.string().max(1000);
const admin = { tag: 'accounts', kind: 'no-member-data', scope: 'admin' } as const;
const own = { tag: 'accounts', kind: 'no-member-data' } as const;

export const accountOperations = {
  accounts: operation({
    ...admin,
    method: 'GET',
    path: '/accounts',
    summary: 'Accounts of your member (administrator)',
    description: 'To an account that sees less than your member: those of classes within its own.',
    query: pageQuery,
    answer: pageOf(account),
  }),
  createAccount: operation({
    ...admin,
    method: 'POST',
    path: '/accounts',
    summary: 'Make an account; a person gets a one-time link (administrator)',
    status: 201,
    body: z.strictObject({
      login: text,
      name: text,
      kind: z.enum(['person', 'service']).default('person'),
      roles: z.array(z.enum(roles)).min(1),
      reader: recordId.optional().describe('Within your own class; that one where it is left out.'),
      language: text.optional(),
    }),
    answer: z.object({ account, link: madeLink.nullable() }),
  }),
  changeAccount: operation({
    ...admin,
    method: 'PUT',
    path: '/accounts/{id}',
    summary: 'Change an account, or disable it (administrator)',
    params: recordParams,
    body: z.strictObject({
      name: text.optional(),
      roles: z.array(z.enum(roles)).min(1).optional(),
      reader: recordId.optional().describe('Within your own class.'),
      disabled: z.boolean().optional(),
    }),
    answer: account,
  }),
  resetAccount: operation({
    ...admin,
    method: 'POST',
    path: '/accounts/{id}/reset',
    summary: 'Take password and one-time codes away, and give a new link (administrator)',
    params: recordParams,
    answer: madeLink,
  }),
  endSessionsOf: operation({
    ...admin,
    method: 'POST',
    path: '/accounts/{id}/end-sessions',
    summary: 'End every session of an account (administrator)',
    params: recordParams,
    answer: z.object({ ended: z.number().int() }),
  }),
  createReader: operation({
    ...admin,
    method: 'POST',
    path: '/readers',
    summary: 'Make a class of accounts that see less than your member (administrator)',
    description: 'It is cut down to your own class.',
    status: 201,
    body: z.strictObject({
      levels: z.record(z.string(), z.number().int().min(0)).optional().describe('Policy → highest rank.'),
      without: z.array(z.string()).optional().describe('Attributes taken away.'),
    }),
    answer: z.object({ id: recordId }),
  }),
  ownAccount: operation({
    ...own,
    method: 'GET',
    path: '/account',
    summary: 'Your own account',
    answer: account,
  }),
  changeProfile: operation({
    ...own,
    method: 'PUT',
    path: '/account',
    summary: 'Change your name or language',
    body: z.strictObject({ name: text.optional(), language: text.optional() }),
    answer: account,
  }),
  changePassword: operation({
    ...own,
    method: 'PUT',
    path: '/account/password',
    summary: 'Change your password; every other session of yours ends',
    status: 204,
    body: z.strictObject({ current: password, next: password }),
  }),
  enrolTotp: operation({
    ...own,
    method: 'POST',
    path: '/account/totp',
    summary: 'A new secret for one-time codes, shown once; good once a code of it was confirmed',
    body: z.strictObject({ password }),
    answer: z.object({ secret: z.string(), address: z.string() }),
  }),
  confirmTotp: operation({
    ...own,
    method: 'POST',
    path: '/account/totp/confirm',
    summary: 'Confirm the new secret with a code of it',
    status: 204,
    body: z.strictObject({ code: text }),
  }),
  removeTotp: operation({
    ...own,
    method: 'POST',
    path: '/account/totp/remove',
    summary: 'Sign in without one-time codes from now on',
    status: 204,
    body: z.strictObject({ password }),
  }),
};
