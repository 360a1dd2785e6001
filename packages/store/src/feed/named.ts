/**
 * The versions that language-contents name (ADR 5, rule 4): shown to whoever has them. What a reader has of one
 * object so counts for another, which is looked at with it.
 */
import type { Queryable } from '../database/queryable.ts';

/** The version that a contribution names. */
export interface Named {
  /** The closable that stands for the name. */
  closable: string;
  object: string;
  /** Microseconds. */
  version: number;
  /** Others' contributions of the object that its contributor saw. */
  grounds: ReadonlySet<number>;
}

/** Whether any contribution of the cell names a version: most cells do without. */
export async function namesAny(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from portion where names is not null order by names limit 1',
  );
  return rowCount !== 0;
}

/** What names a version of one of these objects, each as the id of a contribution and its object. */
export const naming = (objects: string): string =>
  `select c.id, c.object from (${objects}) o join portion p on p.names = o.object
     join contribution c on c.id = p.contribution`;

/** Contribution → what it names, of those of the given ones that name something. */
export async function readNamed(
  client: Queryable,
  contributions: readonly number[],
): Promise<Map<number, Named>> {
  const { rows } = await client.query<Omit<Named, 'grounds'> & { id: number; grounds: number[] }>(
    `select p.contribution as id, 'p' || p.index as closable, p.names as object, p.version,
       array(select g.exact from ground g where g.contribution = p.contribution and g.target = p.names) as grounds
     from portion p where p.contribution = any($1::bigint[]) and p.names is not null`,
    [contributions],
  );
  return new Map(rows.map(({ id, grounds, ...named }) => [id, { ...named, grounds: new Set(grounds) }]));
}
