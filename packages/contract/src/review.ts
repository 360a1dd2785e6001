/** Review: by when a member looks at its own records about persons again, and what is due. */
import { z } from 'zod';
import { keptTime, objectId, objectParams, recordId, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';

/** Categories of data subject (docs/extensions/person.md); `*` stands for any or none. */
export const subjectCategories = [
  'suspect',
  'convicted',
  'potential-offender',
  'contact',
  'associate',
  'victim',
  'witness',
  'informant',
  '*',
] as const;

const place = {
  category: z.enum(subjectCategories),
  purpose: z
    .string()
    .min(1)
    .max(200)
    .describe('As the assessment of a record names it; `*` for any or none.'),
};
const times = {
  months: z.number().int().min(1).max(240).describe('From the day it is put in until it is looked at again.'),
  graceDays: z.number().int().min(0).max(366).describe('After these days more, others see it no longer.'),
};

export const reviewRule = z.object({ ...place, ...times }).meta({ title: 'ReviewRule' });
export type ReviewRuleBody = z.output<typeof reviewRule>;

export const dueRecord = z
  .object({
    object: z.string(),
    review: timestamp,
    until: timestamp.nullable().describe('When others lose it, if nobody looks at it.'),
    overdue: z.boolean(),
    withheld: z.boolean().describe('Whether others have lost it, or a part of its versions, by now.'),
  })
  .meta({ title: 'DueRecord' });
export type DueRecord = z.output<typeof dueRecord>;

const whole = 'For accounts that see all that your member sees.';
const own = { tag: 'review', kind: 'no-member-data', scope: 'read', description: whole } as const;
const read = { ...own, method: 'GET', kind: 'member-data' } as const;

export const reviewOperations = {
  reviewRules: operation({
    ...own,
    method: 'GET',
    path: '/review-rules',
    summary: 'By when your member looks at records about persons again',
    answer: z.object({ items: z.array(reviewRule) }),
  }),
  setReviewRule: operation({
    ...own,
    method: 'PUT',
    scope: 'admin',
    path: '/review-rules/{category}/{purpose}',
    summary: 'Set a rule for review (administrator)',
    description: 'It holds for what is put in from now on.',
    params: z.object(place),
    body: z.strictObject(times),
    status: 204,
  }),
  removeReviewRule: operation({
    ...own,
    method: 'DELETE',
    scope: 'admin',
    path: '/review-rules/{category}/{purpose}',
    summary: 'Take a rule for review away (administrator)',
    params: z.object(place),
    status: 204,
  }),
  reviews: operation({
    ...read,
    path: '/reviews',
    summary: 'Which of your own records are to be looked at again, the earliest first',
    query: pageQuery.extend({
      within: z.coerce
        .number<number>()
        .int()
        .min(0)
        .max(3660)
        .default(30)
        .describe('Days from now; 0: those that are overdue.'),
    }),
    answer: pageOf(dueRecord),
  }),
  confirmReviews: operation({
    ...read,
    method: 'POST',
    scope: 'label',
    path: '/reviews/confirm',
    summary: 'Say that records were looked at and stay until another date (release officer or analyst)',
    description: 'The end after which others lose a record stays as far behind its review as it was.',
    body: z.strictObject({
      objects: z.array(objectId).min(1).max(10_000),
      review: keptTime.describe('In the future, ten years at most.'),
      reason: z.string().min(1).max(1000),
    }),
    answer: z.object({ confirmed: z.number().int().describe('How many records.') }),
  }),
  confirmations: operation({
    ...read,
    path: '/objects/{id}/confirmations',
    summary: 'Who looked at a record of your own again, and why it stays; the last first',
    params: objectParams,
    answer: z.object({
      items: z.array(z.object({ at: timestamp, account: recordId, reason: z.string(), review: timestamp })),
    }),
  }),
};
