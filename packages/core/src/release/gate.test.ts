import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, closed, oneOf, openUntil, parseGate, printGate, type Cnf } from './gate.ts';

const atoms = ['h1', 'h2', 'h3', 'l1', 'om'];
const clause = fc.subarray(atoms);
const gate: fc.Arbitrary<Cnf> = fc.array(clause, { maxLength: 3 });
const gates = fc.array(gate, { maxLength: 3 });
const untils = fc.tuple(...atoms.map(() => fc.nat({ max: 5 })));

/** Evaluated as it is written: each clause needs one atom that is held. */
const isOpen = (cnf: Cnf, held: readonly string[]): boolean =>
  cnf.every((one) => one.some((atom) => held.includes(atom)));

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
      fc.property(gates, (all) => {
        const either = oneOf(all);
        for (const held of everyHolding)
          expect(isOpen(either, held)).toBe(all.some((one) => isOpen(one, held)));
      }),
    );
    expect(isOpen(oneOf([]), atoms)).toBe(false);
  });

  test('that would grow beyond the limit are closed', () => {
    const wide = Array.from({ length: 3 }, (_, index): string[][] => [
      [`h${2 * index}`],
      [`h${2 * index + 1}`],
    ]);
    expect(oneOf(wide, 7)).toEqual(closed);
    expect(oneOf(wide, 8)).toHaveLength(8);
  });

  test('last as long as the earliest clause, and a clause as long as its last atom', () => {
    fc.assert(
      fc.property(gate, untils, fc.nat({ max: 5 }), (one, dates, at) => {
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
      fc.property(gate, (one) => {
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
