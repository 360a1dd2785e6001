/** Signing in through the identity provider of one's own member (OpenID Connect Core 1.0, code flow with PKCE). */
import { z } from 'zod';
import { roles } from './account.ts';
import { operation } from './operation.ts';
import { signedIn } from './session.ts';

const text = z.string().min(1).max(500);
const admin = { tag: 'accounts', kind: 'no-member-data', scope: 'admin' } as const;
const open = { tag: 'sessions', kind: 'no-member-data', open: true, method: 'POST' } as const;

const groupRoles = z
  .record(z.string().max(500), z.array(z.enum(roles)).min(1))
  .describe('Group of the provider → roles here. Who is in none of them is not let in.');

export const identityProvider = z
  .object({
    issuer: z.string(),
    clientId: z.string(),
    hasSecret: z.boolean(),
    groupsClaim: z.string().describe('The claim that lists the groups of a person.'),
    roles: groupRoles,
    redirect: z.string().describe('The redirect address to register with the provider.'),
  })
  .meta({ title: 'IdentityProvider' });

export const identityProviderOperations = {
  identityProvider: operation({
    ...admin,
    method: 'GET',
    path: '/identity-provider',
    summary: 'The identity provider of your member, and which ones the host lets be reached (administrator)',
    answer: z.object({
      provider: identityProvider.nullable(),
      allowed: z.array(z.string()).describe('Issuers that the host allows the cell to call.'),
      redirect: z.string(),
    }),
  }),
  setIdentityProvider: operation({
    ...admin,
    method: 'PUT',
    path: '/identity-provider',
    summary: 'Let persons of your member sign in through its identity provider (administrator)',
    description:
      'By a person who is signed in and sees all that your member sees. The issuer is asked at once.',
    status: 204,
    body: z.strictObject({
      issuer: text.describe('One of those that the host allows.'),
      clientId: text,
      clientSecret: text.optional().describe('The one before where it is left out and the client stays.'),
      groupsClaim: text.default('groups'),
      roles: groupRoles,
    }),
  }),
  removeIdentityProvider: operation({
    ...admin,
    method: 'DELETE',
    path: '/identity-provider',
    summary: 'Sign in through the provider no more (administrator)',
    status: 204,
  }),
  beginProviderSignIn: operation({
    ...open,
    path: '/sessions/provider',
    summary: 'Begin to sign in through the identity provider of a member',
    body: z.strictObject({
      realm: z.string().max(200).describe("What stands behind the @; the host's where it is empty."),
      purpose: z.string().max(500).optional(),
      caseReference: z.string().max(500).optional(),
    }),
    answer: z.object({ url: z.string().describe('Where the browser goes on.') }),
  }),
  endProviderSignIn: operation({
    ...open,
    path: '/sessions/provider/return',
    summary: 'Come back from the identity provider; the session comes as a cookie',
    body: z.strictObject({
      query: z.string().max(8000).describe('The query that the provider came back with.'),
    }),
    answer: signedIn,
  }),
};
