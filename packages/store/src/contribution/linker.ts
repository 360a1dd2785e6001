/**
 * Grounds and gates (release.md, rules 1 to 3): what opens a reference, and what must be open for a
 * contribution to be in a view. Everything a computation needs is loaded first; the rest is pure.
 */
import type { Closable } from '@entente/core/release/analysis';
import { allOf, closed, oneOf, type Cnf } from '@entente/core/release/gate';
import type { Queryable } from '../database/queryable.ts';

/** What was in the contributor's view when it contributed. */
export interface Ground {
  contributor: string;
  version: number;
  exact: number;
}

/** A contribution as far as gates need it. */
export interface Node {
  id: number;
  object: string;
  contributor: string;
  version: number;
  revoked: boolean;
  holding: number;
  needs: readonly (readonly Closable[])[];
  /** Labels of its portions, by index. */
  portions: readonly number[];
  /** Target → foreign grounds. */
  grounds: ReadonlyMap<string, readonly Ground[]>;
}

export class Linker {
  private readonly byObject = new Map<string, Map<number, Node>>();
  private readonly opened = new Map<string, Cnf>();
  private readonly client: Queryable;

  constructor(client: Queryable) {
    this.client = client;
  }

  /** Adds or replaces a contribution that the database does not have yet, or has otherwise. */
  put(node: Node): void {
    this.contributionsOf(node.object).set(node.id, node);
    this.opened.clear();
  }

  private contributionsOf(object: string): Map<number, Node> {
    let nodes = this.byObject.get(object);
    if (nodes === undefined) this.byObject.set(object, (nodes = new Map<number, Node>()));
    return nodes;
  }

  /** All contributions of an object that are loaded. */
  of(object: string): Node[] {
    return [...this.contributionsOf(object).values()];
  }

  /** Loads all contributions of these objects, and of what theirs need in turn. */
  async load(objects: Iterable<string>): Promise<void> {
    let wanted = [...new Set(objects)].filter((object) => !this.byObject.has(object));
    while (wanted.length > 0) {
      const nodes = await readNodes(this.client, wanted);
      for (const object of wanted) this.contributionsOf(object);
      for (const node of nodes) this.contributionsOf(node.object).set(node.id, node);
      const needed = nodes.flatMap((node) => node.needs.flat()).filter((one) => one.startsWith('r'));
      wanted = [...new Set(needed.map((one) => one.slice(1)))];
      wanted = wanted.filter((object) => !this.byObject.has(object));
    }
  }

  /** What opens the reference of `node` to `target`. */
  opening(node: Node, target: string): Cnf {
    const foreign = node.grounds.get(target) ?? [];
    const key = `${node.contributor} ${target} ${foreign.map(({ exact }) => exact).join(',')}`;
    const known = this.opened.get(key);
    if (known !== undefined) return known;
    const gate = this.openingOn(node, target, new Set());
    this.opened.set(key, gate);
    return gate;
  }

  /** What must hold for the contribution to be in a view. */
  gate(node: Node): Cnf {
    return this.gateOn(node, new Set(), false);
  }

  private openingOn(node: Node, target: string, path: ReadonlySet<number>): Cnf {
    const grounds = this.groundsOf(node, target);
    const holdings = new Set<number>();
    const ways: Cnf[] = [];
    for (const ground of grounds) {
      if (this.isGated(ground)) ways.push(this.gateOn(ground, path, true));
      else holdings.add(ground.holding);
    }
    if (holdings.size > 0) ways.push([[...holdings].map((holding) => `h${holding}`)]);
    return ways.length === 0 ? closed : oneOf(ways);
  }

  /** Whether more than the label of its holding must hold for it. */
  isGated(node: Node): boolean {
    return node.needs.length > 0 || this.revokersOf(node).length > 0;
  }

  /** The contributor's own later versions that revoke: whoever they do not reach loses what they revoke. */
  private revokersOf(node: Node): Node[] {
    return this.of(node.object).filter(
      (other) => other.revoked && other.contributor === node.contributor && other.version > node.version,
    );
  }

  /** Own contributions at any time; others' that were in view, and their later versions. */
  private groundsOf(node: Node, target: string): Node[] {
    const foreign = node.grounds.get(target) ?? [];
    const since = new Map<string, number>();
    for (const ground of foreign) {
      since.set(ground.contributor, Math.min(ground.version, since.get(ground.contributor) ?? Infinity));
    }
    const exact = new Set(foreign.map((ground) => ground.exact));
    return this.of(target).filter(
      (candidate) =>
        candidate.contributor === node.contributor ||
        exact.has(candidate.id) ||
        candidate.version > (since.get(candidate.contributor) ?? Infinity),
    );
  }

  /**
   * The least fixed point: a contribution that is needed for itself is closed on that way.
   * @param ownOpens whether the contributor's own members pass in any case, as for a ground
   */
  private gateOn(node: Node, path: ReadonlySet<number>, ownOpens: boolean): Cnf {
    if (path.has(node.id)) return closed;
    const onward = new Set(path).add(node.id);
    const needs = node.needs.map((clause) =>
      oneOf(clause.map((closable) => this.closableOn(node, closable, onward))),
    );
    const revokers = this.revokersOf(node);
    if (revokers.length > 0) needs.push(oneOf(revokers.map((one) => this.gateOn(one, onward, ownOpens))));
    const own = ownOpens ? [`o${node.contributor}`] : [];
    const rest = needs.flat().map((clause) => [...clause, ...own]);
    return allOf([[[`h${node.holding}`]], rest]);
  }

  /** The gate of a reference or a portion of a contribution. */
  closable(node: Node, closable: Closable): Cnf {
    return closable.startsWith('r')
      ? this.opening(node, closable.slice(1))
      : this.closableOn(node, closable, new Set());
  }

  private closableOn(node: Node, closable: Closable, path: ReadonlySet<number>): Cnf {
    if (closable.startsWith('r')) return this.openingOn(node, closable.slice(1), path);
    const label = node.portions[Number(closable.slice(1))];
    return label === undefined ? closed : [[`l${label}`]];
  }
}

interface NodeRow {
  id: number;
  object: string;
  contributor: string;
  version: number;
  revoked: boolean;
  holding: number;
  needs: string | null;
  portions: string | null;
  grounds: (Ground & { target: string })[] | null;
}

async function readNodes(client: Queryable, objects: readonly string[]): Promise<Node[]> {
  const { rows } = await client.query<NodeRow>(
    `select c.id, c.object, c.contributor, c.version, c.revoked, c.holding, c.needs,
       case when c.needs is not null then (select json_agg(label order by index)::text from portion
         where contribution = c.id) end as portions,
       case when c.needs is not null then (select json_agg(json_build_object('target', target,
         'contributor', contributor, 'version', version, 'exact', exact)) from ground
         where contribution = c.id) end as grounds
     from contribution c where c.object = any($1::text[])`,
    [objects],
  );
  return rows.map(nodeOf);
}

function nodeOf(row: NodeRow): Node {
  return {
    id: row.id,
    object: row.object,
    contributor: row.contributor,
    version: row.version,
    revoked: row.revoked,
    holding: row.holding,
    needs: row.needs === null ? [] : (JSON.parse(row.needs) as Closable[][]),
    portions: row.portions === null ? [] : (JSON.parse(row.portions) as number[]),
    grounds: groundsByTarget(row.grounds ?? []),
  };
}

/** Groups grounds by the target whose reference they open. */
export function groundsByTarget(grounds: readonly (Ground & { target: string })[]): Map<string, Ground[]> {
  const map = new Map<string, Ground[]>();
  for (const { target, ...ground } of grounds) map.set(target, [...(map.get(target) ?? []), ground]);
  return map;
}
