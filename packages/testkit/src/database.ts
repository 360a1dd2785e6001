import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Connection } from '@entente/store/database/embedded';
import { migrate } from '@entente/store/database/migrate';
import { connectDatabase } from '@entente/store/database/open';
import type { Database } from '@entente/store/database/open';
import { migrations } from '@entente/store/migrations/index';
import { testServer } from './database-server.ts';
import { empty } from './empty.ts';

const template = 'entente_template';

/**
 * A database of its own for one test or one file of tests, dropped by `close`.
 * @param options `migrated: false` for one without any table
 */
export async function freshDatabase({ migrated = true, poolSize = 5 } = {}): Promise<Database> {
  const server = testServer();
  const database = nameAnew();
  await asAdministrator(server, async (client) => {
    if (migrated) await ensureTemplate(server, client);
    await create(client, database, migrated ? template : 'template0');
  });
  const opened = await connectDatabase({ ...server, database }, { poolSize });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await asAdministrator(server, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
    },
  };
}

/**
 * A migrated database for the rows of one cell. Closed, it is lent again, to whichever test process asks next, and
 * emptied before: to make and drop one takes longer than most tests. Who changes more than rows takes a fresh one.
 */
export async function lentDatabase(): Promise<Database> {
  const server = testServer();
  let database = '';
  let isNew = false;
  await asAdministrator(server, async (client) => {
    await ensureTemplate(server, client);
    const { rows } = await client.query<{ name: string }>(
      `UPDATE lent SET free = false WHERE name = (SELECT name FROM lent WHERE free LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING name`,
    );
    isNew = rows.length === 0;
    database = rows[0]?.name ?? nameAnew();
    if (!isNew) return;
    await create(client, database, template);
    await client.query('INSERT INTO lent VALUES ($1, false)', [database]);
  });
  const opened = await connectDatabase({ ...server, database }, { poolSize: 5 });
  if (!isNew) await empty(opened, 'lent');
  return {
    ...opened,
    async close() {
      await opened.close();
      await asAdministrator(server, (client) =>
        client.query('UPDATE lent SET free = true WHERE name = $1', [database]),
      );
    },
  };
}

const nameAnew = (): string => `test_${randomBytes(6).toString('hex')}`;

/** By copies of files it takes a third of the time that the log of each page would. */
async function create(client: pg.Client, database: string, from: string): Promise<void> {
  await client.query(`CREATE DATABASE ${database} TEMPLATE ${from} STRATEGY FILE_COPY`);
}

/** The first test process to need it migrates one database; all copy that. And it makes the list of the lent. */
async function ensureTemplate(server: Connection, client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock(1)');
  const there = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (!there.rowCount) {
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    const made = await connectDatabase({ ...server, database: draft }, { poolSize: 1 });
    try {
      await migrate(made.writer, migrations, '2017-05-25T00:00:00Z');
    } finally {
      await made.close();
    }
    await client.query('CREATE TABLE lent (name text PRIMARY KEY, free boolean NOT NULL)');
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  }
  await client.query('SELECT pg_advisory_unlock(1)');
}

/** Does something while no other test process of the run does what has the same number. */
export const alone = (number: number, work: () => Promise<unknown>): Promise<void> =>
  asAdministrator(testServer(), async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [number]);
    await work();
  });

async function asAdministrator(
  server: Connection,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
