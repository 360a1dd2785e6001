/** Members, communities with their rosters, policies, clearances, attributes. */
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

const name = z.string().trim().min(1).max(200);
const nothing = { status: 204 } as const;
const made = z.object({ id: recordId });

export const member = z
  .object({
    id: recordId,
    name: z.string(),
    kind: z.string(),
    identity: z.string().describe('STIX identity that makes it the creator of objects.'),
    departed: z.boolean(),
    suspended: z.boolean().describe('Whether it is without rights for now.'),
    standing: z.enum(['full', 'observer']).describe('Observers have no voice in decisions.'),
    supervises: z
      .boolean()
      .describe('Whether it is supervisor of data protection: its auditors read records of all reads.'),
  })
  .meta({ title: 'Member' });

export const community = z.object({ id: recordId, name: z.string() }).meta({ title: 'Community' });

export const rosterEntry = z
  .object({ entry: recordId, kind: z.enum(['member', 'community']) })
  .meta({ title: 'RosterEntry' });

export const rosterStay = rosterEntry
  .extend({
    entered: timestamp
      .nullable()
      .describe('Null where it was there before your member could read the roster.'),
    left: timestamp.nullable().describe('Null while it is there.'),
  })
  .meta({ title: 'RosterStay' });

const owned = z.object({ id: recordId, name: z.string(), owner: recordId });
export const policy = owned.meta({ title: 'Policy' });
export const attribute = owned.meta({ title: 'Attribute' });

export const grant = z
  .object({
    id: recordId.describe('Policy or attribute.'),
    member: recordId,
    rank: z.number().int().nullable().describe('Clearance in a policy; null for an attribute.'),
  })
  .meta({ title: 'Grant' });

const entryParams = recordParams.extend({ entry: recordId });
const grantParams = recordParams.extend({ member: recordId });
const read = { method: 'GET', tag: 'coalition', kind: 'member-data', scope: 'read' } as const;
const write = { tag: 'coalition', kind: 'no-member-data' } as const;

export const memberOperations = {
  members: operation({
    ...read,
    kind: 'no-member-data',
    path: '/members',
    summary: 'Members of the cell, those who left included',
    query: pageQuery,
    answer: pageOf(member),
  }),
  admitMember: operation({
    ...write,
    method: 'POST',
    path: '/members',
    summary: 'Admit a member (secretary of the cell)',
    scope: 'admin',
    status: 201,
    body: z.strictObject({
      name,
      kind: z.enum(['nation', 'organisation']).default('nation'),
      identity: z.string().max(200).optional().describe('Its STIX identity; made where it is left out.'),
      standing: z
        .enum(['full', 'observer'])
        .default('full')
        .describe('Observers have no voice in decisions.'),
    }),
    answer: made,
  }),
  departMember: operation({
    ...write,
    ...nothing,
    method: 'POST',
    path: '/members/{id}/departure',
    summary: 'Have a member leave: it loses everything at once (secretary of the cell)',
    scope: 'admin',
    params: recordParams,
  }),
};

export const communityOperations = {
  communities: operation({
    ...read,
    path: '/communities',
    summary: 'Communities that your member is within',
    query: pageQuery,
    answer: pageOf(community),
  }),
  createCommunity: operation({
    ...write,
    method: 'POST',
    path: '/communities',
    summary: 'Make a community with an empty roster (secretary of the cell)',
    scope: 'admin',
    status: 201,
    body: z.strictObject({ name }),
    answer: made,
  }),
  roster: operation({
    ...read,
    path: '/communities/{id}/roster',
    summary: 'Who stands on the roster of a community that your member is within; entries are not expanded',
    params: recordParams,
    query: pageQuery,
    answer: pageOf(rosterEntry),
  }),
  rosterPast: operation({
    ...read,
    path: '/communities/{id}/roster/past',
    summary: 'Who entered and who left a roster, since your member has read it without a break',
    description:
      'Whoever enters a community learns who is on its roster from then on. Who came and went before is not told, ' +
      'whatever the decision lets it read of what the community was given: those who left were told of no later reader.',
    params: recordParams,
    query: pageQuery,
    answer: pageOf(rosterStay).extend({
      since: timestamp.describe(
        'From when on your member has read the roster: of what was before, nothing is told.',
      ),
    }),
  }),
  enterRoster: operation({
    ...write,
    ...nothing,
    method: 'PUT',
    path: '/communities/{id}/roster/{entry}',
    summary: 'Put a member or a community on a roster (secretary of the cell)',
    scope: 'admin',
    params: entryParams,
    body: z.strictObject({
      from: z
        .enum(['now', 'start'])
        .default('now')
        .describe('Whether it may read what the community got before.'),
    }),
  }),
  leaveRoster: operation({
    ...write,
    ...nothing,
    method: 'DELETE',
    path: '/communities/{id}/roster/{entry}',
    summary: 'Take an entry off a roster: what it held through it is lost at once (secretary of the cell)',
    scope: 'admin',
    params: entryParams,
  }),
};

export const rightOperations = {
  policies: operation({
    ...read,
    kind: 'no-member-data',
    path: '/policies',
    summary: 'Policies of levels, with who grants clearances in them',
    query: pageQuery,
    answer: pageOf(policy),
  }),
  createPolicy: operation({
    ...write,
    method: 'POST',
    path: '/policies',
    summary: 'Make a policy that your member owns (release officer or administrator)',
    status: 201,
    body: z.strictObject({ name }),
    answer: made,
  }),
  attributes: operation({
    ...read,
    kind: 'no-member-data',
    path: '/attributes',
    summary: 'Attributes, with who grants them',
    query: pageQuery,
    answer: pageOf(attribute),
  }),
  createAttribute: operation({
    ...write,
    method: 'POST',
    path: '/attributes',
    summary: 'Make an attribute that your member owns (release officer or administrator)',
    status: 201,
    body: z.strictObject({ name }),
    answer: made,
  }),
  grants: operation({
    ...read,
    path: '/grants',
    summary: 'Clearances and attributes that your member holds or grants',
    query: pageQuery,
    answer: pageOf(grant),
  }),
  grantClearance: operation({
    ...write,
    ...nothing,
    method: 'PUT',
    path: '/policies/{id}/clearances/{member}',
    summary: 'Grant a clearance in a policy that your member owns (release officer or administrator)',
    params: grantParams,
    body: z.strictObject({ rank: z.number().int().min(0).max(1000) }),
  }),
  grantAttribute: operation({
    ...write,
    ...nothing,
    method: 'PUT',
    path: '/attributes/{id}/holders/{member}',
    summary: 'Grant an attribute that your member owns (release officer or administrator)',
    params: grantParams,
  }),
  takeAttribute: operation({
    ...write,
    ...nothing,
    method: 'DELETE',
    path: '/attributes/{id}/holders/{member}',
    summary: 'Take an attribute that your member owns (release officer or administrator)',
    params: grantParams,
  }),
};
