import { labelExtensionId, personExtensionId, tlp2Ids } from '@entente/contract/stix';
import { expect, test } from 'vitest';
import type { StixObject } from './object.ts';
import { withValue } from './path.ts';
import {
  blankWriting,
  claimWriting,
  finished,
  randomId,
  renamed,
  withScripts,
  writingOf,
} from './writing.ts';

const moment = { identity: 'identity--belgium', now: '2026-11-26T08:00:00.000Z' };
const property = { extension_type: 'property-extension' };
const written: StixObject = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--a',
  created_by_ref: 'identity--france',
  created: '2016-09-02T12:00:00.000Z',
  modified: '2016-09-02T12:00:00.000Z',
  name: 'Karim',
  identity_class: 'individual',
  x_height: 180,
  object_marking_refs: [tlp2Ids.AMBER],
  extensions: {
    [personExtensionId]: { ...property, names: [{ full: 'Karim', kind: 'primary' }], sex: 'male' },
    [labelExtensionId]: {
      ...property,
      any: [['community:c']],
      portions: [{ selectors: ['name', 'x_height'], any: [['member:m']] }],
    },
  },
};

test('A new object is complete, and says nothing that was left blank', () => {
  const { object, ...rest } = blankWriting('person', 'identity--a');
  const put = finished({ ...rest, object: withValue(object, ['name'], 'Ilyas') }, moment);
  expect(put).toEqual({
    type: 'identity',
    spec_version: '2.1',
    id: 'identity--a',
    name: 'Ilyas',
    identity_class: 'individual',
    created_by_ref: 'identity--belgium',
    created: moment.now,
    modified: moment.now,
  });
});

test('Revising what nobody changed changes nothing but the version: label, portions and unknown properties stay', () => {
  const put = finished(writingOf(written), moment);
  const { extensions, modified, ...rest } = put;
  const { extensions: before, modified: _modified, ...was } = written;
  expect(rest).toEqual(was);
  expect(modified).toBe(moment.now);
  const label = (extensions as Record<string, unknown>)[labelExtensionId];
  expect(label).toEqual({
    ...property,
    any: [['community:c']],
    handling: ['TLP:AMBER'],
    portions: [
      { selectors: ['name'], any: [['member:m']] },
      { selectors: ['x_height'], any: [['member:m']] },
    ],
  });
  expect((extensions as Record<string, unknown>)[personExtensionId]).toEqual(
    (before as Record<string, unknown>)[personExtensionId],
  );
});

test('A version is later than the one before, even where this device’s clock is behind', () => {
  const ahead = { ...written, modified: '2027-01-01T00:00:00.000999Z' };
  expect(finished(writingOf(ahead), moment).modified).toBe('2027-01-01T00:00:00.001Z');
});

test('One’s own version of another’s keeps creator and handling; whom it is for is not taken over', () => {
  const copied = claimWriting(written, true);
  expect(copied.label).toEqual({ handling: ['TLP:AMBER'] });
  expect(copied.portions).toEqual([]);
  expect(copied.object['created_by_ref']).toBe('identity--france');
  const bare = claimWriting(written, false);
  expect(Object.keys(bare.object)).not.toContain('x_height');
  expect(bare.object).toMatchObject({ name: 'Karim', identity_class: 'individual', id: 'identity--a' });
  expect(finished(copied, moment).object_marking_refs).toEqual([tlp2Ids.AMBER]);
});

test('A cyber-observable has no versions: nothing of time or creator is added', () => {
  const address = { type: 'email-addr', id: 'email-addr--a', value: 'a@b.example' };
  expect(finished(claimWriting(address, true), moment)).toEqual(address);
});

test('The name of the details follows the name of the object', () => {
  expect(renamed(written, 'Karim B.').extensions).toMatchObject({
    [personExtensionId]: { names: [{ full: 'Karim B.', kind: 'primary' }] },
  });
});

test('Scripts are told by the letters where nobody said them', () => {
  const names = [{ full: 'كريم' }, { full: 'Karim', script: 'Arab' }];
  const given = withValue(written, ['extensions', personExtensionId, 'names'], names);
  expect(withScripts(given).extensions).toMatchObject({
    [personExtensionId]: { names: [{ script: 'Arab' }, { script: 'Arab' }] },
  });
});

test('Ids are random UUIDs of version 4', () => {
  const id = randomId('note');
  expect(id).toMatch(/^note--[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(randomId('note')).not.toBe(id);
});
