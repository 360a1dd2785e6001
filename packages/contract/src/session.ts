/** Sessions of persons, and tokens. */
import { z } from 'zod';
import { account } from './account.ts';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

export const scopes = ['read', 'write', 'label', 'admin'] as const;

const text = z.string().max(500);
const purpose = text.optional().describe('What it is used for.');
const caseReference = text.optional();
const own = { tag: 'sessions', kind: 'no-member-data' } as const;

export const session = z
  .object({
    id: recordId,
    address: z.string().describe('The network that it was begun from.'),
    agent: z.string(),
    purpose: z.string().nullable(),
    caseReference: z.string().nullable(),
    createdAt: timestamp,
    expiresAt: timestamp,
    lastUsedAt: timestamp.nullable(),
    current: z.boolean(),
  })
  .meta({ title: 'Session' });

export const token = z
  .object({
    id: recordId,
    account: recordId,
    prefix: z.string().describe('How the secret begins.'),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    purpose: z.string().nullable(),
    caseReference: z.string().nullable(),
    createdAt: timestamp,
    expiresAt: timestamp,
    lastUsedAt: timestamp.nullable(),
    revokedAt: timestamp.nullable(),
  })
  .meta({ title: 'Token' });

export const signedIn = z.object({
  outcome: z.literal('signed-in'),
  account,
  expiresAt: timestamp,
  failedBefore: z
    .number()
    .int()
    .describe('Failed attempts since the last sign-in, forgotten after a week without one.'),
});

const madeToken = z.object({ token, secret: z.string().describe('Shown once.') });
const ended = z.object({ ended: z.number().int() });

export const sessionOperations = {
  signIn: operation({
    ...own,
    open: true,
    method: 'POST',
    path: '/sessions',
    summary: 'Sign in; the session comes as a cookie',
    body: z.strictObject({
      login: text,
      password: z.string().max(1000),
      code: text.optional().describe('The one-time code, where the account has one.'),
      purpose,
      caseReference,
    }),
    answer: z.union([signedIn, z.object({ outcome: z.literal('code-required') })]),
  }),
  sessions: operation({
    ...own,
    method: 'GET',
    path: '/sessions',
    summary: 'Your sessions, newest first',
    query: pageQuery,
    answer: pageOf(session),
  }),
  signOut: operation({
    ...own,
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Sign out',
    status: 204,
  }),
  endSession: operation({
    ...own,
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'End one of your sessions',
    status: 204,
    params: recordParams,
  }),
  endOtherSessions: operation({
    ...own,
    method: 'POST',
    path: '/sessions/end-others',
    summary: 'End every session of yours but this one',
    answer: ended,
  }),
  declarePurpose: operation({
    ...own,
    method: 'PUT',
    path: '/sessions/current/purpose',
    summary: 'Say what the session is used for from now on',
    status: 204,
    body: z.strictObject({ purpose, caseReference }),
  }),
};

export const tokenOperations = {
  tokens: operation({
    ...own,
    method: 'GET',
    path: '/tokens',
    summary: 'Your tokens, or those of an account of your member (administrator)',
    query: pageQuery.extend({ account: recordId.optional() }),
    answer: pageOf(token),
  }),
  createToken: operation({
    ...own,
    method: 'POST',
    path: '/tokens',
    summary: 'Make a token',
    status: 201,
    body: z.strictObject({
      account: recordId.optional().describe('Your own where it is left out; else a service of your member.'),
      name: text,
      scopes: z.array(z.enum(scopes)).min(1),
      purpose: text,
      caseReference,
      days: z.number().int().min(1).max(366).default(90),
    }),
    answer: madeToken,
  }),
  rotateToken: operation({
    ...own,
    method: 'POST',
    path: '/tokens/{id}/rotate',
    summary: 'A second token like this one, which stays good for a while',
    params: recordParams,
    body: z.strictObject({ overlapHours: z.number().int().min(0).max(720).default(24) }),
    answer: madeToken,
  }),
  revokeToken: operation({
    ...own,
    method: 'DELETE',
    path: '/tokens/{id}',
    summary: 'Revoke a token at once',
    status: 204,
    params: recordParams,
  }),
};
