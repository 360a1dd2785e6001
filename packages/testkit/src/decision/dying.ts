/**
 * The process that is killed: it has the hub do what is due, and dies at a statement. `node dying.js <connection as
 * JSON> <microseconds> <number of the statement>`; of even numbers the statement is still sent.
 */
import pg from 'pg';
import { Cell } from '@entente/server/cell';
import { openDecisionDesk } from '@entente/server/decision/desk';
import { connectDatabase } from '@entente/store/database/open';
import { TestWorld, testKeys } from '../cell.ts';

const [connection = '{}', at = '0', killAt = '0'] = process.argv.slice(2);
let count = 0;
type Query = (...given: unknown[]) => unknown;
const { query } = pg.Client.prototype as unknown as { query: Query };
const die = (): void => void process.kill(process.pid, 'SIGKILL');

pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]): unknown {
  count += 1;
  const isLast = count === Number(killAt);
  if (isLast && count % 2 === 1) die();
  if (isLast) setTimeout(die, 2);
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

const database = await connectDatabase(JSON.parse(connection) as pg.PoolConfig, { poolSize: 3 });
const world = new TestWorld(`dying ${killAt}`);
world.at = Number(at);
const cell = new Cell(database, testKeys, world, {
  info: () => undefined,
  error: (fields, message) => console.error(message, fields),
});
openDecisionDesk(cell, () => Promise.resolve(true));
await cell.settle();
await cell.close();
await database.close();
