/**
 * A hub that dies at a statement, without a process of its own: its connections break off as they do where a process is
 * killed, and it does nothing more. So every statement can be tried.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import pg from 'pg';
import { Cell } from '@entente/server/cell';
import { openDecisionDesk } from '@entente/server/decision/desk';
import { connectDatabase } from '@entente/store/database/open';
import { TestWorld, testKeys } from '../cell.ts';

interface Life {
  readonly killAt: number;
  readonly died: () => void;
  readonly clients: Set<pg.Client>;
  count: number;
}

type Query = (...given: unknown[]) => unknown;
const lives = new AsyncLocalStorage<Life>();
const { query } = pg.Client.prototype as unknown as { query: Query };

function socketOf(client: pg.Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}

function follow(life: Life, client: pg.Client): void {
  if (life.clients.has(client)) return;
  life.clients.add(client);
  // Nobody is left who could be told.
  client.on('error', () => undefined);
}

function die({ clients, died }: Life): void {
  for (const client of clients) socketOf(client).destroy();
  died();
}

/** Of even numbers the statement is still sent. */
function counted(this: pg.Client, ...given: unknown[]): unknown {
  const life = lives.getStore();
  if (life === undefined) return query.apply(this, given);
  follow(life, this);
  life.count += 1;
  if (life.count < life.killAt) return query.apply(this, given);
  const isSent = life.count === life.killAt && life.count % 2 === 0;
  if (isSent) {
    setTimeout(() => die(life), 2);
    void Promise.resolve(query.apply(this, given)).catch(() => undefined);
  } else if (life.count === life.killAt) die(life);
  return new Promise(() => undefined);
}

/**
 * Has the hub do what is due by a moment, and die at a statement.
 * @returns how many statements it came to, and whether that was its end
 */
export async function dutyCutOff(
  connection: pg.PoolConfig,
  at: number,
  killAt: number,
): Promise<{ isDone: boolean; count: number }> {
  const client = pg.Client.prototype as unknown as { query: Query };
  client.query = counted;
  try {
    return await new Promise((resolve, reject) => {
      const died = (): void => resolve({ isDone: false, count: killAt });
      const life: Life = { killAt, died, clients: new Set(), count: 0 };
      lives
        .run(life, () => wholeDuty(connection, at, killAt))
        .then(() => resolve({ isDone: true, count: life.count }))
        .catch(reject); // after its death nobody hears it
    });
  } finally {
    client.query = query;
  }
}

async function wholeDuty(connection: pg.PoolConfig, at: number, killAt: number): Promise<void> {
  const database = await connectDatabase(connection, { poolSize: 3 });
  const world = new TestWorld(`cut off ${killAt}`);
  world.at = at;
  const log = { info: () => undefined, error: () => undefined };
  const cell = new Cell(database, testKeys, world, log);
  openDecisionDesk(cell, () => Promise.resolve(true));
  await cell.settle();
  await cell.close();
  await database.close();
}
