/** The floors: bare tables beside the cell's, and bare routes of the same server over them. */
import { to as copyTo } from 'pg-copy-streams';
import type { Stand } from './stand.ts';

/** Answers of bare routes: bodies by their keys, by words, or all of them. */
export function addFloors({ app, database }: Stand): Map<string, readonly number[]> {
  const pages = new Map<string, readonly number[]>();
  const { writer } = database;
  const envelope = (rows: readonly { body: string }[]): string =>
    `{"objects":[${rows.map(({ body }) => body).join(',')}]}`;
  app.get('/floor/page/:key', async (request, reply) => {
    const ids = pages.get((request.params as { key: string }).key) ?? [];
    const { rows } = await writer.query<{ body: string }>('select body from floor where id = any($1)', [ids]);
    return reply.type('application/json').send(envelope(rows));
  });
  app.get('/floor/search/:words', async (request, reply) => {
    const { words } = request.params as { words: string };
    const { rows } = await writer.query<{ body: string }>(
      `select f.body from (select s.contribution, s.version from floor_search s where s.words @@ $1::tsquery
         order by s.version desc, s.object desc limit 51) s join floor f on f.id = s.contribution`,
      [`'${words}':*`],
    );
    return reply.type('application/json').send(envelope(rows));
  });
  app.get('/floor/whole', async (_request, reply) => {
    const client = await writer.connect();
    const stream = client.query(copyTo('copy (select body from floor) to stdout'));
    stream.on('close', () => client.release());
    return reply.type('application/json').send(stream);
  });
  return pages;
}

/** Copies what the cell has into the bare tables. */
export async function fillFloors({ database: { writer } }: Stand): Promise<void> {
  await writer.query(`
    drop table if exists floor, floor_search;
    create table floor (id bigint primary key, body text not null);
    insert into floor select id, body from contribution order by id;
    create table floor_search as select contribution, object, version, ts_delete(words, '!' || gate) as words
      from search;
    create index on floor_search using gin (words);
  `);
  await writer.query('vacuum analyze floor');
  await writer.query('vacuum analyze floor_search');
}
