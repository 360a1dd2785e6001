import { normalClauses } from '../label/label.ts';

/**
 * Gates: what must hold for a reader to have a contribution, a reference or a portion, written over
 * holdings so that few gates serve many objects (release.md, "A data model that was tried").
 *
 * A gate is in conjunctive normal form: of each clause one atom must hold. Atoms are
 * `h<holding>` (the label of the holding permits, or the holding is the reader's own),
 * `l<label>` (the label of a portion permits) and `o<member>` (the reader is of that member).
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

/** One of them must hold. The product of clauses can grow: beyond `limit` clauses the answer is closed. */
export function oneOf(gates: readonly Cnf[], limit = 4096): Cnf {
  let product: string[][] | undefined;
  for (const gate of gates) {
    if (product === undefined) {
      product = normalClauses(gate);
      continue;
    }
    if (product.length * gate.length > limit) return closed;
    product = normalClauses(product.flatMap((left) => gate.map((right) => [...left, ...right])));
  }
  return product ?? closed;
}

/** The gate as text, the key under which it is interned. */
export const printGate = (gate: Cnf): string =>
  gate.map((clause) => (clause.length === 0 ? nobody : clause.join('|'))).join('&');

/** Reads what `printGate` wrote. The empty text demands nothing and is read as closed: nothing fails open. */
export function parseGate(text: string): Cnf {
  if (text === '') return closed;
  return text.split('&').map((clause) => (clause === nobody ? [] : clause.split('|')));
}

/**
 * Until when the gate is open: the earliest of its clauses, each of which lasts as long as its last
 * atom. 0 is closed.
 * @param atomUntil until when one atom holds for the reader in question
 */
export function openUntil(gate: Cnf, atomUntil: (atom: string) => number): number {
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
