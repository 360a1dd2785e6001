import { expect, test } from 'vitest';
import { labelExtensionId } from '../extension/identifiers.ts';
import { deterministicId } from '../stix/deterministic.ts';
import type { Json, StixObject } from '../stix/types.ts';
import { prepare } from './prepare.ts';

const label = { extension_type: 'property-extension', any: [['member:borea'], ['member:corda']] };
const pdf = { version: '1.7' };
const file = (extensions: Record<string, Json>): StixObject => ({
  type: 'file',
  spec_version: '2.1',
  id: '',
  name: 'plan.pdf',
  extensions,
});
const findingsOf = (object: StixObject): unknown => {
  const made = prepare(object, JSON.stringify(object), new Map(), () => '');
  return 'findings' in made ? made.findings : [];
};

test.each<Record<string, Json>>([
  { [labelExtensionId]: label },
  { [labelExtensionId]: label, 'pdf-ext': pdf },
])(
  'an id that gives its label away is refused, and one that is made without the label is not',
  (extensions) => {
    const labelled = file(extensions);
    const { [labelExtensionId]: _label, ...others } = extensions;
    const { extensions: _none, ...bare } = labelled;
    const unlabelled = Object.keys(others).length === 0 ? bare : { ...bare, extensions: others };
    const ids = [labelled, unlabelled].map((one) => deterministicId(one) as string);
    expect(findingsOf({ ...labelled, id: ids[0] as string })).toMatchObject([{ path: 'id' }]);
    expect(findingsOf({ ...labelled, id: ids[1] as string })).toEqual([]);
  },
);
