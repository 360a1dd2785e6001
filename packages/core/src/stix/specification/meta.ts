/** Meta objects (STIX 2.1 §7) and the bundle (§8). */
import { markingDefinition, metaObject } from './common.ts';
import type { ObjectSpecification } from './kind.ts';
import { closed, form, freeText, list, must, needs, reference, text, timestamp } from './kind.ts';

export const metaObjects: readonly ObjectSpecification[] = [
  markingDefinition,
  metaObject(
    'language-content',
    {
      object_ref: must({ kind: 'reference', not: ['bundle', 'language-content'] }),
      object_modified: timestamp,
      contents: must({ kind: 'contents' }),
    },
    [needs('object_modified', 'object_ref')],
  ),
  metaObject('extension-definition', {
    created_by_ref: must({ kind: 'reference', to: ['identity'], lax: 'type' }),
    name: must(freeText),
    description: freeText,
    schema: must(freeText),
    version: must(text),
    extension_types: must(list(closed('extension-type'))),
    extension_properties: list(form('property-name')),
  }),
];

export const bundle: ObjectSpecification = {
  type: 'bundle',
  category: 'bundle',
  properties: {
    type: must({ kind: 'literal', value: 'bundle' }),
    id: must(reference('bundle')),
    objects: { kind: 'bundled' },
  },
};
