/** A contribution as far as gates need it, and how it is read. */
import type { Closable } from '@entente/core/release/analysis';

/** What was in the contributor's view when it contributed. */
export interface Ground {
  contributor: string;
  exact: number;
}

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

export interface NodeRow {
  id: number;
  object: string;
  contributor: string;
  version: number;
  revoked: boolean;
  holding: number;
  needs: string | null;
  portions: number[] | null;
  grounds: (Ground & { target: string })[] | null;
}

const columnsWhere = (
  condition: string,
): string => `c.id, c.object, c.contributor, c.version, c.revoked, c.holding,
  c.needs,
  case when ${condition} then (select json_agg(label order by index) from portion
    where contribution = c.id) end as portions,
  case when ${condition} then (select json_agg(json_build_object('target', target,
    'contributor', contributor, 'exact', exact)) from ground
    where contribution = c.id) end as grounds`;

/** The columns of a node, from `contribution c`. */
export const nodeColumns = columnsWhere('true');

/** The same, with portions and grounds only where the contribution itself needs any to be open. */
export const needingColumns = columnsWhere('c.needs is not null');

export function nodeOf(row: NodeRow): Node {
  return {
    id: row.id,
    object: row.object,
    contributor: row.contributor,
    version: row.version,
    revoked: row.revoked,
    holding: row.holding,
    needs: row.needs === null ? [] : (JSON.parse(row.needs) as Closable[][]),
    portions: row.portions ?? [],
    grounds: groundsByTarget(row.grounds ?? []),
  };
}

/** Groups grounds by the target whose reference they open. */
function groundsByTarget(grounds: readonly (Ground & { target: string })[]): Map<string, Ground[]> {
  const map = new Map<string, Ground[]>();
  for (const { target, ...ground } of grounds) {
    const known = map.get(target);
    if (known === undefined) map.set(target, [ground]);
    else known.push(ground);
  }
  return map;
}
