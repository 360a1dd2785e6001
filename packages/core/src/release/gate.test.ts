import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, closed, leavesOf, oneOf, openUntil, parseGate, printGate, type Cnf } from './gate.ts';

const atoms = ['h1', 'h2', 'h3', 'l1', 'om'];
const clause = fc.subarray(atoms);
const gate: fc.Arbitrary<Cnf> = fc.array(clause, { maxLength: 3 });
const gates = fc.array(gate, { maxLength: 3 });
const untils = fc.tuple(...atoms.map(() => fc.nat({ max: 5 })));

/** Small enough for gates to be nested in gates. */
const limits = fc.nat({ max: 9 });

/** Evaluated as it is written: each clause needs one atom that is held, or one gate within that is open. */
const isOpen = (cnf: Cnf, held: readonly string[]): boolean =>
  cnf.every((one) =>
    one.some((atom) =>
      atom.startsWith('(') ? isOpen(parseGate(atom.slice(1, -1)), held) : held.includes(atom),
    ),
  );

/** One of several, each of which is one of several. */
const deep: fc.Arbitrary<Cnf> = fc
  .tuple(fc.array(gates, { maxLength: 3 }), limits, limits)
  .map(([all, inner, outer]) =>
    oneOf(
      all.map((some) => allOf([oneOf(some, inner), ...some.slice(1)])),
      outer,
    ),
  );

/** Every set of atoms that a reader may hold. */
const everyHolding = Array.from({ length: 2 ** atoms.length }, (_, bits) =>
  atoms.filter((_atom, index) => (bits >> index) & 1),
);

describe('gates', () => {
  test('that must all hold are open where each is', () => {
    fc.assert(
      fc.property(gates, (all) => {
        const both = allOf(all);
        for (const held of everyHolding)
          expect(isOpen(both, held)).toBe(all.every((one) => isOpen(one, held)));
      }),
    );
  });

  test('of which one must hold are open where one is, and closed where there is none', () => {
    fc.assert(
      fc.property(gates, limits, (all, limit) => {
        const either = oneOf(all, limit);
        for (const held of everyHolding)
          expect(isOpen(either, held)).toBe(all.some((one) => isOpen(one, held)));
      }),
    );
    expect(isOpen(oneOf([]), atoms)).toBe(false);
  });

  test('of which one must hold stay few clauses however many they are', () => {
    const ways = Array.from({ length: 100 }, (_, index): string[][] => [
      [`h${2 * index}`],
      [`h${2 * index + 1}`],
    ]);
    const either = oneOf(ways);
    expect(either).toHaveLength(1);
    for (const way of ways) expect(isOpen(either, way.flat())).toBe(true);
    expect(isOpen(either, ['h0', 'h3', 'h5'])).toBe(false);
  });

  test('print alike in whatever order and however often they are given', () => {
    fc.assert(
      fc.property(fc.array(deep, { maxLength: 4 }), limits, fc.nat({ max: 3 }), (all, limit, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn), ...all.slice(0, 1)];
        expect(printGate(oneOf(turned, limit))).toBe(printGate(oneOf(all, limit)));
      }),
    );
  });

  test('have as leaves what they are made of, and open by nothing else', () => {
    fc.assert(
      fc.property(deep, (one) => {
        const leaves = [...leavesOf(one)];
        expect(leaves.filter((leaf) => !atoms.includes(leaf))).toEqual([]);
        for (const held of everyHolding)
          expect(isOpen(one, held)).toBe(
            isOpen(
              one,
              held.filter((atom) => leaves.includes(atom)),
            ),
          );
      }),
    );
  });

  test('last as long as the earliest clause, and a clause as long as its last atom', () => {
    fc.assert(
      fc.property(deep, untils, fc.nat({ max: 5 }), (one, dates, at) => {
        const until = openUntil(one, (atom) => dates[atoms.indexOf(atom)] ?? 0);
        const held = atoms.filter((_atom, index) => (dates[index] ?? 0) > at);
        expect(until > at).toBe(isOpen(one, held));
      }),
    );
  });

  test('never open for fewer atoms than for more', () => {
    fc.assert(
      fc.property(gates, clause, clause, (all, held, more) => {
        for (const one of [allOf(all), oneOf(all)])
          if (isOpen(one, held)) expect(isOpen(one, [...held, ...more])).toBe(true);
      }),
    );
  });
});

describe('the print of a gate', () => {
  test('is read back as it was, and empty clauses stay closed', () => {
    fc.assert(
      fc.property(deep, (one) => {
        const normal = allOf([one]);
        fc.pre(normal.length > 0);
        expect(parseGate(printGate(normal))).toEqual(normal);
      }),
    );
    expect(parseGate(printGate(closed))).toEqual(closed);
  });

  test('that is empty is read as closed', () => {
    expect(parseGate('')).toEqual(closed);
    expect(openUntil(parseGate(''), () => Number.MAX_SAFE_INTEGER)).toBe(0);
  });
});
