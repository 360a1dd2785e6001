import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, makeLabel, parseLabel, printLabel, type Label, type LabelParts } from './label.ts';
import { forever, permitsAsMuch, permitsUntil, type Rights } from './permits.ts';
import { resolveLabel, withinCeiling, type Known } from './resolve.ts';

const members = ['m1', 'm2', 'm3'];
const audience = fc.constantFrom(
  'public',
  'member:m1',
  'member:m2',
  'member:m3',
  'community:c1@1',
  'community:c1@3',
  'community:c2@2',
);
const clause = fc.array(audience, { minLength: 1, maxLength: 3 });
const levels = fc.dictionary(fc.constantFrom('p1', 'p2'), fc.nat({ max: 3 }));
const handling = fc.constantFrom(
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:RED',
  'PAP:AMBER',
  'PAP:RED',
  'EUROPOL:H1',
  'read and burn',
);
const parts = (fewest: number): fc.Arbitrary<LabelParts> =>
  fc.record({
    levels,
    all: fc.subarray(['a1', 'a2']),
    any: fc.array(clause, { minLength: fewest, maxLength: 3 }),
    owners: fc.subarray(members),
    handling: fc.array(handling, { maxLength: 3 }),
    until: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
    review: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
  });
const label = parts(1).map(makeLabel);
const rights: fc.Arbitrary<Rights> = fc.record({
  member: fc.constantFrom(...members),
  full: fc.boolean(),
  levels,
  attributes: fc.subarray(['a1', 'a2']).map((held) => new Set(held)),
  communities: fc
    .dictionary(fc.constantFrom('c1', 'c2'), fc.nat({ max: 3 }))
    .map((held) => new Map(Object.entries(held))),
});
/** A contributor that is none of the readers. */
const other = 'm9';

describe('the join of two labels', () => {
  test('permits exactly whom both permit, until the earlier date', () => {
    fc.assert(
      fc.property(label, label, rights, (a, b, reader) => {
        const both = Math.min(permitsUntil(a, other, reader), permitsUntil(b, other, reader));
        expect(permitsUntil(join(a, b), other, reader)).toBe(both);
      }),
    );
  });

  test('is the least upper bound: above both, and below all that is above both', () => {
    const isBelow = (low: Label, high: Label): boolean => printLabel(join(low, high)) === printLabel(high);
    fc.assert(
      fc.property(label, label, label, (a, b, more) => {
        const bound = join(a, b);
        expect(isBelow(a, bound) && isBelow(b, bound)).toBe(true);
        const above = join(join(more, a), b);
        expect(isBelow(bound, above)).toBe(true);
      }),
    );
  });

  test('is the same in any order, in any grouping, and with itself', () => {
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        expect(join(a, b)).toEqual(join(b, a));
        expect(join(a, join(b, c))).toEqual(join(join(a, b), c));
        expect(join(a, a)).toEqual(a);
      }),
    );
  });

  test('absorbs a clause that another implies', () => {
    const wide = makeLabel({ any: [['member:m1', 'member:m2']] });
    expect(join(wide, makeLabel({ any: [['member:m1']] })).any).toEqual([['member:m1']]);
    expect(join(wide, makeLabel({ any: [['member:m3']] })).any).toHaveLength(2);
  });

  test('takes the higher TLP and PAP, and every statement', () => {
    const joined = join(
      makeLabel({ handling: ['TLP:RED', 'PAP:GREEN', 'a'] }),
      makeLabel({ handling: ['TLP:GREEN', 'PAP:RED', 'b'] }),
    );
    expect(joined.handling).toEqual(['PAP:RED', 'TLP:RED', 'a', 'b']);
  });
});

describe('more restriction', () => {
  test('never permits a reader whom less does not', () => {
    fc.assert(
      fc.property(label, parts(0), rights, (a, more, reader) => {
        const narrower = join(a, makeLabel(more));
        expect(permitsUntil(narrower, other, reader)).toBeLessThanOrEqual(permitsUntil(a, other, reader));
      }),
    );
  });

  test('of rights never opens what more rights do not', () => {
    fc.assert(
      fc.property(label, rights, fc.subarray(['a1', 'a2']), (a, reader, taken) => {
        const attributes = new Set([...reader.attributes].filter((held) => !taken.includes(held)));
        const narrow = { ...reader, full: false, levels: {}, attributes, communities: new Map() };
        for (const contributor of [other, reader.member]) {
          expect(permitsUntil(a, contributor, narrow)).toBeLessThanOrEqual(
            permitsUntil(a, contributor, reader),
          );
        }
      }),
    );
  });
});

describe('a label', () => {
  test('is read back as it is printed, and equal labels print alike', () => {
    fc.assert(
      fc.property(parts(0), (given) => {
        const one = makeLabel(given);
        expect(parseLabel(printLabel(one))).toEqual(one);
        const turned = { ...given, any: [...(given.any ?? [])].reverse().map((item) => [...item].reverse()) };
        expect(printLabel(makeLabel(turned))).toBe(printLabel(one));
      }),
    );
  });

  test('without any clause permits its contributor alone', () => {
    const reader: Rights = {
      member: 'm1',
      full: true,
      levels: { p1: 9 },
      attributes: new Set(),
      communities: new Map(),
    };
    expect(permitsUntil(makeLabel({}), other, reader)).toBe(0);
    expect(permitsUntil(makeLabel({}), 'm1', reader)).toBe(forever);
  });

  test.each([
    'member',
    'member:',
    'community:c1',
    'community:c1@',
    'community:c1@x',
    'everybody',
    'Public',
    '',
    'community:@1',
  ])('withholds where an audience is not understood: %j', (unknown) => {
    const reader: Rights = {
      member: 'm1',
      full: true,
      levels: {},
      attributes: new Set(),
      communities: new Map([['c1', 0]]),
    };
    expect(permitsUntil(makeLabel({ any: [[unknown]] }), other, reader)).toBe(0);
  });
});

describe('a label that is resolved', () => {
  const known: Known = {
    isMember: (id) => members.includes(id),
    epochOf: (id) => (id === 'c1' ? 4 : undefined),
    isPolicy: (id) => id === 'p1',
    isAttribute: (id) => id === 'a1',
  };
  const alone = [['member:m1']];

  test('binds a community to the epoch of the moment', () => {
    expect(resolveLabel('m1', [{ any: [['community:c1']] }], {}, known).any).toEqual([['community:c1@4']]);
  });

  test.each<LabelParts>([
    {},
    { any: [] },
    { any: [['member:nobody']] },
    { any: [['public', 'community:c2']] },
    { any: [['community:c1@1']] },
    { any: [['public']], levels: { p9: 1 } },
    { any: [['public']], all: ['a9'] },
    { any: [['public'], ['everybody']] },
  ])('is for the contributor alone where anything in it is unknown: %j', (stated) => {
    expect(resolveLabel('m1', [stated], {}, known).any).toEqual(alone);
  });

  test('keeps its other parts where it is for the contributor alone', () => {
    const stated = { any: [['member:nobody']], handling: ['TLP:RED'], levels: { p1: 2 } };
    expect(resolveLabel('m1', [stated], {}, known)).toMatchObject({
      handling: ['TLP:RED'],
      levels: { p1: 2 },
    });
  });

  test('is joined from all that is named, so that choosing never widens', () => {
    const resolved = resolveLabel('m1', [{ any: [['member:m2']] }], { chosen: { any: [['public']] } }, known);
    expect(resolved.any).toEqual([['member:m2'], ['public']]);
  });

  test('takes the audience of the default where none is named, and its other parts always', () => {
    const sources = { default: { any: [['member:m3']], handling: ['TLP:AMBER'] } };
    expect(resolveLabel('m1', [{}], sources, known)).toMatchObject({
      any: [['member:m3']],
      handling: ['TLP:AMBER'],
    });
    expect(resolveLabel('m1', [{ any: [['public']] }], sources, known)).toMatchObject({
      any: [['public']],
      handling: ['TLP:AMBER'],
    });
  });

  test('within a ceiling permits nobody whom the ceiling does not', () => {
    fc.assert(
      fc.property(label, label, rights, (a, ceiling, reader) => {
        if (!withinCeiling(a, ceiling)) return;
        expect(permitsUntil(a, other, reader)).toBeLessThanOrEqual(permitsUntil(ceiling, other, reader));
      }),
    );
  });

  test('permits as much as another where whoever that permits is permitted, dates aside', () => {
    const undated = (one: Label): Label => makeLabel({ ...one, until: undefined });
    fc.assert(
      fc.property(label, label, rights, (a, b, reader) => {
        for (const wide of [undated(a), undated(b)]) {
          const narrow = join(undated(a), undated(b));
          expect(permitsAsMuch(wide, narrow)).toBe(true);
          if (!permitsAsMuch(narrow, wide)) continue;
          expect(permitsUntil(wide, other, reader)).toBe(permitsUntil(narrow, other, reader));
        }
      }),
    );
    const at = (epoch: number): Label => makeLabel({ any: [[`community:c1@${epoch}`, 'member:m2']] });
    expect([permitsAsMuch(at(5), at(3)), permitsAsMuch(at(3), at(5))]).toEqual([true, false]);
  });
});
