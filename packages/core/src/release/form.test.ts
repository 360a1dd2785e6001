import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelExtensionId } from '../extension/identifiers.ts';
import { tlp2Ids } from '../stix/tlp.ts';
import type { Json, JsonObject, StixObject } from '../stix/types.ts';
import { formOf, neutralSentence, type Openness } from './form.ts';

const id = (type: string, number: number): string => `${type}--d0000000-0000-4000-8000-00000000000${number}`;
const a = id('malware', 1);
const b = id('malware', 2);
const c = id('identity', 3);
const time = '2026-01-01T00:00:00.000Z';
const stix = (type: string, properties: JsonObject): StixObject => ({
  type,
  spec_version: '2.1',
  id: id(type, 9),
  created: time,
  modified: time,
  ...properties,
});

const openness = (open: readonly string[], closedSelectors: readonly string[] = []): Openness => ({
  isOpen: (target) => open.includes(target),
  closedSelectors,
  label: undefined,
  standIn: (path, type) => `${type}--stand-in-${path}`,
});

/** What is left of the properties beside those of every object. */
function cut(
  object: StixObject,
  open: readonly string[],
  closedSelectors: readonly string[] = [],
): { left: JsonObject; cuts: string[] } {
  const { object: form, cuts } = formOf(object, openness(open, closedSelectors));
  const { type: _t, spec_version: _s, id: _i, created: _c, modified: _m, ...left } = form;
  return { left, cuts };
}

describe('a reference that is not open', () => {
  test('is cut where it is optional, with the property', () => {
    expect(cut(stix('tool', { name: 'n', created_by_ref: c }), [])).toEqual({
      left: { name: 'n' },
      cuts: ['created_by_ref'],
    });
  });

  test('leaves a stand-in where STIX requires the property', () => {
    const link = stix('relationship', { relationship_type: 'uses', source_ref: a, target_ref: b });
    expect(cut(link, [a]).left).toMatchObject({
      source_ref: a,
      target_ref: expect.stringContaining('--stand-in-target_ref') as string,
    });
  });

  test('goes from a list, one stand-in takes the place of all, and none where an open one remains', () => {
    const report = stix('report', { name: 'n', published: time, object_refs: [a, b] });
    expect(cut(report, [b])).toMatchObject({ left: { object_refs: [b] }, cuts: ['object_refs.[0]'] });
    const { left, cuts } = cut(report, []);
    expect(left['object_refs']).toHaveLength(1);
    expect(cuts).toEqual(['object_refs.[0]', 'object_refs.[1]']);
  });

  test('is cut at any depth of custom properties, and as a key', () => {
    const tool = stix('tool', {
      name: 'n',
      x_deep: [{ at: [a, 'kept'] }, { only: b }],
      extensions: { [id('extension-definition', 1)]: { x: 1 } },
    });
    expect(cut(tool, []).left).toEqual({ name: 'n', x_deep: [{ at: ['kept'] }] });
  });

  test('is never the own id of the object, nor a TLP marking', () => {
    const tool = stix('tool', { name: 'n', x_self: id('tool', 9), object_marking_refs: [tlp2Ids.RED] });
    expect(cut(tool, []).cuts).toEqual([]);
  });
});

describe('markings', () => {
  const tool = stix('tool', {
    name: 'n',
    x_list: [a, 'one', b, 'two'],
    granular_markings: [
      { marking_ref: tlp2Ids.RED, selectors: ['x_list.[0]', 'x_list.[3]', 'name'] },
      { marking_ref: tlp2Ids.AMBER, selectors: ['x_list.[2]'] },
    ],
  });

  test('lose the selectors of what was cut, and follow what moved up in a list', () => {
    expect(cut(tool, []).left['granular_markings']).toEqual([
      { marking_ref: tlp2Ids.RED, selectors: ['x_list.[1]', 'name'] },
    ]);
    expect(cut(tool, [a, b]).left['granular_markings']).toEqual(tool['granular_markings']);
  });

  test('that are not open go whole', () => {
    const marked = stix('tool', {
      name: 'n',
      granular_markings: [{ marking_ref: id('marking-definition', 1), selectors: ['name'] }],
    });
    expect(cut(marked, [])).toEqual({ left: { name: 'n' }, cuts: ['granular_markings.[0].marking_ref'] });
  });
});

describe('a closed portion', () => {
  test('takes its property out', () => {
    const tool = stix('tool', { name: 'n', description: 'd', x_more: { inner: 1, kept: 2 } });
    expect(cut(tool, [], ['description', 'x_more.inner'])).toEqual({
      left: { name: 'n', x_more: { kept: 2 } },
      cuts: ['description', 'x_more.inner'],
    });
  });

  test('puts one neutral sentence in the place of required text', () => {
    expect(cut(stix('tool', { name: 'secret' }), [], ['name']).left).toEqual({ name: neutralSentence });
  });
});

describe('the label extension', () => {
  const stated = { [labelExtensionId]: { any: [['member:m2']] } };

  test('is replaced by the projection, or goes with an emptied `extensions`', () => {
    const tool = stix('tool', { name: 'n', extensions: stated });
    expect(cut(tool, []).left).toEqual({ name: 'n' });
    const { object } = formOf(tool, { ...openness([]), label: { all: ['x'] } });
    expect(object['extensions']).toEqual({ [labelExtensionId]: { all: ['x'] } });
  });
});

describe('more that is closed', () => {
  const value: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Json>(a, b, c, 'text', 7),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('p', 'q', a), tie('node'), { maxKeys: 3 }),
    ),
  })).node;
  const texts = (node: Json): string[] =>
    typeof node === 'string'
      ? [node]
      : typeof node === 'object' && node !== null
        ? Object.entries(node).flatMap(([key, child]) => [key, ...texts(child)])
        : [];

  test('never adds to the form, and what is closed is nowhere in it', () => {
    fc.assert(
      fc.property(
        value,
        fc.subarray([a, b, c]),
        fc.subarray([a, b, c]),
        fc.subarray(['x_value', 'description']),
        (held, open, taken, selectors) => {
          const tool = stix('tool', { name: 'n', description: 'd', x_value: held });
          const fewer = open.filter((target) => !taken.includes(target));
          const [wide, narrow] = [cut(tool, open), cut(tool, fewer, selectors)];
          const [all, some] = [texts(wide.left).filter((text) => text.includes('--')), texts(narrow.left)];
          for (const text of some.filter((one) => one.includes('--'))) expect(all).toContain(text);
          for (const target of [a, b, c].filter((one) => !fewer.includes(one)))
            expect(some).not.toContain(target);
        },
      ),
    );
  });
});
