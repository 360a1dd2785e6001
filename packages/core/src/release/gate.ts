import { normalClauses } from '../label/label.ts';

/**
 * Gates: what must hold for a reader to have a contribution, a reference or a portion, written over
 * holdings so that few gates serve many objects (ADR 6).
 *
 * A gate is in conjunctive normal form: of each clause one atom must hold. Atoms are
 * `h<holding>` (the label of the holding permits, or the holding is the reader's own),
 * `l<label>` (the label of a portion permits), `o<member>` (the reader is of that member) and
 * `(<gate>)` (the gate within is open).
 */
export type Cnf = readonly (readonly string[])[];

/** The gate that nothing opens. */
export const closed: Cnf = [[]];

/** A clause that nobody meets, in print. */
const nobody = '-';

/** All must hold. */
export function allOf(gates: readonly Cnf[]): Cnf {
  return normalClauses(gates.flat());
}

/** Beyond so many clauses, the gates of which one must hold are kept as they are. */
const mostClauses = 16;

/**
 * One of them must hold. The product of their clauses can grow without bounds: beyond `limit` they become the
 * atoms of one clause, which says the same. In whatever order they come, the answer prints alike.
 */
export function oneOf(gates: readonly Cnf[], limit = mostClauses): Cnf {
  const ways = new Map(gates.map((gate) => allOf([gate])).map((way) => [printGate(way), way]));
  ways.delete(nobody);
  const sorted = [...ways].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, way]) => way);
  const [only] = sorted;
  if (only !== undefined && sorted.length === 1) return only;
  let product: Cnf = closed;
  for (const way of sorted) {
    if (product.length * way.length > limit) return [nested(sorted)];
    product = normalClauses(product.flatMap((left) => way.map((right) => [...left, ...right])));
  }
  return product;
}

/** The clause that is met where one of the gates is open. */
function nested(ways: readonly Cnf[]): string[] {
  const atoms = ways.flatMap((way) => (way.length === 1 ? (way[0] ?? []) : [`(${printGate(way)})`]));
  return [...new Set(atoms)].sort();
}

/** The gate as text, the key under which it is interned. */
export const printGate = (gate: Cnf): string =>
  gate.map((clause) => (clause.length === 0 ? nobody : clause.join('|'))).join('&');

/** Reads what `printGate` wrote. The empty text demands nothing and is read as closed: nothing fails open. */
export function parseGate(text: string): Cnf {
  if (text === '') return closed;
  return splitOutside(text, '&').map((clause) => (clause === nobody ? [] : splitOutside(clause, '|')));
}

/** Splits where the mark stands outside of every parenthesis. */
function splitOutside(text: string, mark: string): string[] {
  if (!text.includes('(')) return text.split(mark);
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === mark && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

const isNested = (atom: string): boolean => atom.startsWith('(');
const within = (atom: string): Cnf => parseGate(atom.slice(1, -1));

/** Each atom of the gate that is no gate itself, at whatever depth. */
export function leavesOf(gate: Cnf): Set<string> {
  const leaves = new Set<string>();
  const collect = (one: Cnf): void => {
    for (const atom of one.flat()) {
      if (isNested(atom)) collect(within(atom));
      else leaves.add(atom);
    }
  };
  collect(gate);
  return leaves;
}

/**
 * Until when the gate is open: the earliest of its clauses, each of which lasts as long as its last
 * atom. 0 is closed.
 * @param leafUntil until when an atom that is no gate itself holds for the reader in question
 */
export function openUntil(gate: Cnf, leafUntil: (leaf: string) => number): number {
  const atomUntil = (atom: string): number =>
    isNested(atom) ? openUntil(within(atom), leafUntil) : leafUntil(atom);
  let until = Number.MAX_SAFE_INTEGER;
  for (const clause of gate) until = Math.min(until, Math.max(0, ...clause.map(atomUntil)));
  return until;
}

/** Makes and prints each gate once in a piece of work: few gates serve many objects. */
export class GateBook {
  private readonly prints = new WeakMap<Cnf, string>();
  private readonly made = new Map<string, Cnf>();

  /** The same as `printGate`. */
  print(gate: Cnf): string {
    let print = this.prints.get(gate);
    if (print === undefined) this.prints.set(gate, (print = printGate(gate)));
    return print;
  }

  /** The same as `allOf`, for gates that are normal already. */
  allOf(gates: readonly Cnf[]): Cnf {
    const parts = new Map(gates.map((gate) => [this.print(gate), gate]));
    const [only] = parts.values();
    if (parts.size === 1 && only !== undefined) return only;
    const key = [...parts.keys()].sort().join('\n');
    let whole = this.made.get(key);
    if (whole === undefined) this.made.set(key, (whole = allOf([...parts.values()])));
    return whole;
  }
}
