/** Reads a member's own contributions with what their release depends on. Every statement is bound to the member. */
import type { Queryable } from '../database/queryable.ts';

/** One of the member's own contributions. */
export interface OwnContribution {
  /** Internal; never leaves the hub. */
  id: number;
  object: string;
  /** Microseconds, as the store keeps it. */
  version: number;
  /** Whether the version is of the object itself. */
  timed: boolean;
  revoked: boolean;
  /** Print of its label. */
  label: string;
  /** Of each list, one closable must be open (core/release/analysis). */
  needs: readonly (readonly string[])[];
  portions: readonly OwnPortion[];
  references: readonly string[];
  /** Targets for which others' contributions were in the member's view when it contributed. */
  grounded: readonly string[];
}

export interface OwnPortion {
  /** Print of its label. */
  label: string;
  selectors: readonly string[];
  /** Set where it opens as well to whoever has this version of this object. */
  names: string | null;
  version: number | null;
}

interface OwnRow extends Omit<OwnContribution, 'needs' | 'portions' | 'references' | 'grounded'> {
  needs: string | null;
  portions: OwnPortion[] | null;
  references: string[];
  grounded: string[] | null;
}

/** What the member contributed of these objects, in the order it was put in. */
export async function readOwn(
  client: Queryable,
  member: string,
  objects: readonly string[],
): Promise<OwnContribution[]> {
  const { rows } = await client.query<OwnRow>(
    `select c.id, c.object, c.version, c.timed, c.revoked, l.body as label, c.needs,
       (select json_agg(json_build_object('label', k.body, 'selectors', p.selectors,
           'names', p.names, 'version', p.version) order by p.index)
         from portion p join label k on k.id = p.label where p.contribution = c.id) as portions,
       string_to_array(c.targets, ' ') as references,
       (select json_agg(distinct g.target) from ground g where g.contribution = c.id) as grounded
     from contribution c join holding h on h.id = c.holding join label l on l.id = h.label
     where c.contributor = $1 and c.object = any($2::text[]) order by c.id`,
    [member, objects],
  );
  return rows.map((row) => ({
    ...row,
    needs: row.needs === null ? [] : (JSON.parse(row.needs) as string[][]),
    portions: row.portions ?? [],
    references: row.references.sort(),
    grounded: row.grounded ?? [],
  }));
}

/**
 * The object of one of the member's own contributions, as others are served it, but for the label.
 * @returns JSON text; `undefined` where it is not the member's, or gone
 */
export async function readOwnBody(
  client: Queryable,
  member: string,
  contribution: number,
): Promise<string | undefined> {
  const { rows } = await client.query<{ body: string }>(
    'select body from contribution where id = $1 and contributor = $2',
    [contribution, member],
  );
  return rows[0]?.body;
}
