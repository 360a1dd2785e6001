import { expect, test } from 'vitest';
import { bundleOf } from './bundle.ts';

test('a bundle begins with the statement of whose view it is, and holds the objects as they are served', () => {
  const object = { type: 'tool', id: 'tool--1', name: '<b>Spade</b>' };
  const entry = { object, contributor: null, added: null, version: null };
  const bundle = JSON.parse(bundleOf('View of Belgium', '2017-05-25T00:00:00Z', [entry])) as {
    id: string;
    objects: Record<string, unknown>[];
  };
  expect(bundle.id).toMatch(/^bundle--[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(bundle.objects[0]).toMatchObject({ definition: { statement: 'View of Belgium' } });
  expect(bundle.objects[1]).toEqual(object);
});
