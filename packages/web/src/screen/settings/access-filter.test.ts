import { expect, test } from 'vitest';
import { noFilter, queryOf } from './access-filter.ts';

test('Nothing is asked where nothing is chosen', () => {
  expect(queryOf({ ...noFilter, object: '  ' })).toEqual({});
});

test('Both days are included', () => {
  expect(queryOf({ ...noFilter, from: '2017-05-25', to: '2017-05-31' })).toEqual({
    since: '2017-05-25T00:00:00Z',
    before: '2017-06-01T00:00:00.000Z',
  });
});

test('An account is asked for by its id', () => {
  expect(queryOf({ ...noFilter, account: { id: 'a1', name: 'desk' } })).toEqual({ account: 'a1' });
});
