import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

/** Kysely over one pool. Who ends the pool ends this: `destroy` is not called. */
export function kyselyOver<Tables>(pool: Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** What a reader may call: selections only. The role of its pool holds the same in PostgreSQL. */
export type ReadingKysely<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn'>;

export function readingKyselyOver<Tables>(pool: Pool): ReadingKysely<Tables> {
  return kyselyOver<Tables>(pool);
}
