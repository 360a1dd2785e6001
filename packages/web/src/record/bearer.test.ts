import { expect, test } from 'vitest';
import { organisationExtensionId, personExtensionId } from '@entente/contract/stix';
import { bearerOf, bearerOfBoth } from './bearer.ts';
import type { StixObject } from './object.ts';

const identity = (identity_class?: string): StixObject =>
  ({ type: 'identity', id: 'identity--a', ...(identity_class && { identity_class }) }) as StixObject;
const actor = (extension?: string): StixObject =>
  ({
    type: 'threat-actor',
    id: 'threat-actor--a',
    ...(extension && { extensions: { [extension]: {} } }),
  }) as StixObject;

test('the class of an identity says who bears its name, and details of either kind say it of anything', () => {
  expect(['individual', 'group', 'organization'].map((one) => bearerOf(identity(one)))).toEqual([
    'person',
    'organisation',
    'organisation',
  ]);
  expect([personExtensionId, organisationExtensionId].map((one) => bearerOf(actor(one)))).toEqual([
    'person',
    'organisation',
  ]);
});

test('a record that does not say it may be of either', () => {
  const silent = [identity(), identity('unknown'), identity('class'), identity('system'), actor()];
  expect(new Set(silent.map(bearerOf))).toEqual(new Set(['either']));
});

test('a person and an organisation are never one, and what one record does not say is left open', () => {
  expect(bearerOfBoth(identity('individual'), identity('group'))).toBeUndefined();
  expect(bearerOfBoth(identity('organization'), identity('group'))).toBe('organisation');
  expect(bearerOfBoth(identity('individual'), identity())).toBe('either');
  expect(bearerOfBoth(identity('individual'), identity('individual'))).toBe('person');
});
