/** Searches that an account keeps, and how much has come since it last looked. */
import { z } from 'zod';
import { recordId, recordParams, timestamp } from './identifier.ts';
import { operation } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { searchQuery } from './search.ts';

const name = z.string().min(1).max(100);
const query = z.strictObject(searchQuery.shape);

export const savedSearch = z
  .object({
    id: recordId,
    name,
    query: searchQuery,
    opened: timestamp.describe('How far your feed was when you last opened it.'),
    news: z.number().int().describe('Objects of it that came into your view, or changed, since then.'),
    more: z.boolean().describe('Whether more has changed than was looked at.'),
  })
  .meta({ title: 'SavedSearch' });

export type SavedSearchBody = z.output<typeof savedSearch>;

const own = { tag: 'search', scope: 'read', kind: 'no-member-data' } as const;

export const savedSearchOperations = {
  savedSearches: operation({
    ...own,
    kind: 'member-data',
    method: 'GET',
    path: '/searches',
    summary: 'The searches that your account keeps, by name',
    query: pageQuery,
    answer: pageOf(savedSearch),
  }),
  saveSearch: operation({
    ...own,
    method: 'POST',
    path: '/searches',
    summary: 'Keep a search; nobody but your account sees it',
    status: 201,
    body: z.strictObject({ name, query }),
    answer: z.object({ id: recordId }),
  }),
  openSearch: operation({
    ...own,
    method: 'POST',
    path: '/searches/{id}/open',
    summary: 'Say that you have looked: what comes from now on is new',
    params: recordParams,
    status: 204,
  }),
  removeSearch: operation({
    ...own,
    method: 'DELETE',
    path: '/searches/{id}',
    summary: 'Keep a search no longer',
    params: recordParams,
    status: 204,
  }),
};
