import { labelExtensionId } from '@entente/contract/stix';
import { expect, test } from 'vitest';
import { isMarkingUncertain, rowsOf } from './rows.ts';

const other = 'extension-definition--1';
const own = {
  type: 'report',
  id: 'report--1',
  name: 'On Nightjar',
  description: 'Seen',
  object_refs: ['tool--1', 'tool--2'],
  extensions: {
    [labelExtensionId]: { any: [['public']] },
    [other]: { extension_type: 'x', born: '1991', papers: 'A1' },
  },
};
const theirs = { type: 'report', id: 'report--1', name: 'On Nightjar', object_refs: ['tool--1'] };
const stateOf = (name: string, form: Parameters<typeof rowsOf>[1]) =>
  rowsOf(own, form).find((row) => row.name === name);

test('What they do not get is cut, and a list that lost something is there in part', () => {
  const form = { object: theirs, cuts: ['description', 'object_refs.[1]'], uncertain: [] };
  expect(stateOf('description', form)?.state).toBe('cut');
  expect(stateOf('object_refs', form)?.state).toBe('partly');
  expect(stateOf('name', form)?.state).toBe('same');
});

test('Text that cannot be left out is replaced', () => {
  const form = { object: { ...theirs, name: 'This text is not released.' }, cuts: ['name'], uncertain: [] };
  expect(stateOf('name', form)?.state).toBe('replaced');
});

test('What depends on others is marked where it stands; the label stands by itself', () => {
  const form = {
    object: theirs,
    cuts: [],
    uncertain: ['object_refs.[0]', `extensions.${labelExtensionId}.any`],
  };
  expect(stateOf('object_refs', form)?.isUncertain).toBe(true);
  expect(stateOf(`extensions.${labelExtensionId}.any`, form)).toBeUndefined();
  expect(isMarkingUncertain(form)).toBe(true);
});

test('Extensions stand by their own properties', () => {
  const extensions = { [other]: { born: '1991' } };
  const form = { object: { ...theirs, extensions }, cuts: [`extensions.${other}.papers`], uncertain: [] };
  expect(stateOf(`extensions.${other}.born`, form)?.state).toBe('same');
  expect(stateOf(`extensions.${other}.papers`, form)?.state).toBe('cut');
  expect(stateOf(`extensions.${other}.extension_type`, form)).toBeUndefined();
});
