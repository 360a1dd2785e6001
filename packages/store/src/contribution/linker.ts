/**
 * Grounds and gates (ADR 5, rules 1 to 3): what opens a reference, and what must be open for a
 * contribution to be in a view. Everything a computation needs is loaded first; the rest is pure.
 */
import type { Closable } from '@entente/core/release/analysis';
import { allOf, closed, GateBook, oneOf, type Cnf } from '@entente/core/release/gate';
import type { Queryable } from '../database/queryable.ts';
import { needingColumns, nodeOf, type Ground, type Node, type NodeRow } from './node.ts';

/** The contributions for which a gate is computed, the last one first. */
interface Path {
  readonly id: number;
  readonly before: Path | undefined;
}

export class Linker {
  /** Gates that this work makes. */
  readonly gates = new GateBook();
  private readonly byObject = new Map<string, Node[]>();
  /** Objects of which only what the contributor has is loaded. */
  private readonly partly = new Set<string>();
  /** Contributor → target (and foreign grounds) → what opens a reference; null where the way there counts. */
  private readonly openings = new Map<string, Map<string, Cnf | null>>();
  private readonly ofHolding = new Map<number, Cnf>();
  private readonly client: Queryable;

  constructor(client: Queryable) {
    this.client = client;
  }

  /** Adds or replaces a contribution that the database does not have yet, or has otherwise. */
  put(node: Node): void {
    const nodes = this.byObject.get(node.object);
    if (nodes === undefined) this.byObject.set(node.object, [node]);
    else {
      const at = nodes.findIndex(({ id }) => id === node.id);
      nodes[at < 0 ? nodes.length : at] = node;
    }
    this.openings.clear();
  }

  /** All contributions of an object that are loaded. */
  of(object: string): readonly Node[] {
    return this.byObject.get(object) ?? none;
  }

  /**
   * Takes what one contributor has of these objects, where nothing of others' can ground its references to them,
   * and loads what its own contributions need in turn.
   */
  async takeOwn(objects: readonly string[], own: readonly Node[]): Promise<void> {
    for (const object of objects) {
      this.byObject.set(object, []);
      this.partly.add(object);
    }
    for (const node of own) this.put(node);
    const isMissing = (node: Node, target: string): boolean =>
      node.grounds.has(target) || !this.byObject.has(target);
    await this.load(
      own.flatMap((node) => referencesNeeded(node).filter((target) => isMissing(node, target))),
    );
  }

  /** Loads all contributions of these objects, and of what theirs need in turn. */
  async load(objects: Iterable<string>): Promise<void> {
    const isMissing = (object: string): boolean => !this.byObject.has(object) || this.partly.has(object);
    let wanted = [...new Set(objects)].filter(isMissing);
    while (wanted.length > 0) {
      const nodes = await readNodes(this.client, wanted);
      for (const object of wanted) {
        this.byObject.set(object, []);
        this.partly.delete(object);
      }
      for (const node of nodes) this.put(node);
      wanted = [...new Set(nodes.flatMap(referencesNeeded))].filter(isMissing);
    }
  }

  /** What opens the reference of `node` to `target`. */
  opening(node: Node, target: string): Cnf {
    return this.openingOn(node, target, undefined);
  }

  /** What must hold for the contribution to be in a view. */
  gate(node: Node): Cnf {
    return this.gateOn(node, undefined, false);
  }

  private openingOn(node: Node, target: string, path: Path | undefined): Cnf {
    const foreign = node.grounds.get(target);
    const known = this.known(node, foreign);
    const key = foreign === undefined ? target : `${target} ${foreign.map(({ exact }) => exact).join(',')}`;
    let opening = known.get(key);
    if (opening === undefined) known.set(key, (opening = this.ungated(node, target)));
    return opening ?? this.gatedOpening(node, target, path);
  }

  private known(node: Node, foreign: readonly Ground[] | undefined): Map<string, Cnf | null> {
    const key = foreign === undefined ? node.contributor : `${node.contributor} grounded`;
    let known = this.openings.get(key);
    if (known === undefined) this.openings.set(key, (known = new Map<string, Cnf | null>()));
    return known;
  }

  /** What opens it where labels alone decide; null where a ground needs more. */
  private ungated(node: Node, target: string): Cnf | null {
    const grounds = this.groundsOf(node, target);
    if (grounds.some((ground) => this.isGated(ground))) return null;
    return grounds.length === 0 ? closed : oneHolding(grounds);
  }

  private gatedOpening(node: Node, target: string, path: Path | undefined): Cnf {
    const grounds = this.groundsOf(node, target);
    const [gated, free] = [[], []] as [Node[], Node[]];
    for (const ground of grounds) (this.isGated(ground) ? gated : free).push(ground);
    const ways = gated.map((ground) => this.gateOn(ground, path, true));
    if (free.length > 0) ways.push(oneHolding(free));
    return oneOf(ways);
  }

  /** Whether more than the label of its holding must hold for it. */
  isGated(node: Node): boolean {
    return node.needs.length > 0 || this.revokersOf(node).length > 0;
  }

  /** The contributor's own later versions that revoke: whoever they do not reach loses what they revoke. */
  private revokersOf(node: Node): readonly Node[] {
    const siblings = this.of(node.object);
    if (siblings.length < 2) return none;
    return siblings.filter(
      (other) => other.revoked && other.contributor === node.contributor && other.version > node.version,
    );
  }

  /** Own contributions at any time; others' that were in view. */
  private groundsOf(node: Node, target: string): readonly Node[] {
    const exact = new Set((node.grounds.get(target) ?? []).map((ground) => ground.exact));
    return this.of(target).filter(
      (candidate) => candidate.contributor === node.contributor || exact.has(candidate.id),
    );
  }

  /**
   * The least fixed point: a contribution that is needed for itself is closed on that way.
   * @param ownOpens whether the contributor's own members pass in any case, as for a ground
   */
  private gateOn(node: Node, path: Path | undefined, ownOpens: boolean): Cnf {
    if (isOn(path, node.id)) return closed;
    const label = this.holdingGate(node.holding);
    const revokers = this.revokersOf(node);
    if (node.needs.length === 0 && revokers.length === 0) return label;
    const onward = { id: node.id, before: path };
    const needs = node.needs.map((clause) => this.oneOpen(node, clause, onward));
    if (revokers.length > 0) needs.push(oneOf(revokers.map((one) => this.gateOn(one, onward, ownOpens))));
    if (!ownOpens) return this.gates.allOf([label, ...needs]);
    const rest = needs.flat().map((clause) => [...clause, `o${node.contributor}`]);
    return allOf([label, rest]);
  }

  private oneOpen(node: Node, clause: readonly Closable[], path: Path | undefined): Cnf {
    const [first, ...others] = clause;
    if (first !== undefined && others.length === 0) return this.closableOn(node, first, path);
    return oneOf(clause.map((closable) => this.closableOn(node, closable, path)));
  }

  private holdingGate(holding: number): Cnf {
    let gate = this.ofHolding.get(holding);
    if (gate === undefined) this.ofHolding.set(holding, (gate = [[`h${holding}`]]));
    return gate;
  }

  /** The gate of a reference or a portion of a contribution. */
  closable(node: Node, closable: Closable): Cnf {
    return this.closableOn(node, closable, undefined);
  }

  private closableOn(node: Node, closable: Closable, path: Path | undefined): Cnf {
    if (closable.startsWith('r')) return this.openingOn(node, closable.slice(1), path);
    const label = node.portions[Number(closable.slice(1))];
    return label === undefined ? closed : [[`l${label}`]];
  }
}

const none: readonly Node[] = [];

function isOn(path: Path | undefined, id: number): boolean {
  for (let step = path; step !== undefined; step = step.before) if (step.id === id) return true;
  return false;
}

/** A gate that any of these labels opens. */
const oneHolding = (nodes: readonly Node[]): Cnf => allOf([[nodes.map(({ holding }) => `h${holding}`)]]);

/** The objects whose references must be open for the contribution to be in a view. */
const referencesNeeded = ({ needs }: Node): string[] =>
  needs.flatMap((clause) => clause.filter((one) => one.startsWith('r')).map((one) => one.slice(1)));

async function readNodes(client: Queryable, objects: readonly string[]): Promise<Node[]> {
  const { rows } = await client.query<NodeRow>(
    `select ${needingColumns} from contribution c where c.object = any($1::text[])`,
    [objects],
  );
  return rows.map(nodeOf);
}
