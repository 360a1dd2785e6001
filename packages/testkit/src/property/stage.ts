/**
 * A server that is asked one request after another, each at its own time and with chance drawn from its own
 * name, while background work rests. It is emptied between worlds.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildApp } from '@entente/server/app';
import type { Caller } from '@entente/server/caller';
import type { Ports } from '@entente/server/serve/ports';
import { empty } from '../empty.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { siteFolder } from '@entente/server/serve/site/register';
import type { Act } from '../world/acts.ts';
import { playAct } from '../world/play.ts';
import { secretaries } from './as-secretary.ts';
import type { Asked, Told } from './asked.ts';

/** Puts a fault in, as a wrap of what the routes are given. */
export type Plant = (ports: Ports, server: TestServer) => Ports;

/** The transport's own clock, and nothing of the cell. */
const transport = new Set(['date']);

export class Stage {
  readonly server: TestServer;
  private app: FastifyInstance;
  private readonly ear: Ear;
  private readonly added: ReadonlySet<string>;
  private rests = 0;
  private resets = 0;

  private constructor(server: TestServer, app: FastifyInstance, ear: Ear, added: ReadonlySet<string>) {
    this.server = server;
    this.app = app;
    this.ear = ear;
    this.added = added;
  }

  /**
   * @param plant a fault for the tests of the tests
   * @param callers besides those of members, by their tokens
   */
  static async start(
    plant: Plant = (ports) => ports,
    callers: ReadonlyMap<string, Caller> = secretaries,
  ): Promise<Stage> {
    const server = await startTestServer({ host: '*', callers });
    const ear: Ear = { drained: () => undefined };
    const { app, routes } = await build(server, plant, ear);
    return new Stage(server, app, ear, routes);
  }

  /** Puts another fault in, in the place of the one before. */
  async plant(plant: Plant): Promise<void> {
    await this.app.close();
    this.app = (await build(this.server, plant, this.ear)).app;
  }

  /** Every route that answers, as `METHOD /path`. */
  async routes(): Promise<string[]> {
    await this.app.ready();
    return [...this.added];
  }

  /** The methods that a path of TAXII takes, as it says when it is asked by another. */
  async allowed(asked: Asked): Promise<string[]> {
    const { headers } = await this.app.inject({ ...asked, method: 'OPTIONS' });
    return String(headers['allow'])
      .split(', ')
      .filter((method) => method !== 'HEAD');
  }

  /** Forgets everything. */
  async reset(): Promise<void> {
    await this.rest();
    this.server.sent.forget();
    this.resets += 1;
    await empty(this.server.cell.database, `reset ${this.resets}`);
  }

  /** Plays an act of a world at its time. */
  async play(act: Act): Promise<void> {
    await this.moveTo(act.at, `act ${act.at}`);
    await playAct(this.server.cell, act);
  }

  /** Lets time pass: nobody does anything, and the hub does what is due. */
  async pass(at: number): Promise<void> {
    await this.moveTo(at, `act ${at}`);
  }

  /** Does something at a time, with chance of its own; what `name` names is done once. */
  async act(at: number, name: string, work: (server: TestServer) => Promise<unknown>): Promise<void> {
    await this.moveTo(at, name);
    await work(this.server);
    await this.rest();
  }

  /** Sends one request. @param name seeds what is drawn during it */
  async ask(at: number, name: string, asked: Asked): Promise<Told> {
    await this.moveTo(at, name);
    const told = asked.stream === true ? await this.listen(asked) : toldOf(await this.app.inject(asked));
    // Of a read nothing follows but its record, which is written before whatever comes next.
    if (asked.method === 'POST' || asked.method === 'PUT' || asked.method === 'DELETE') await this.rest();
    return told;
  }

  /** Rows that a statement finds over the whole database, as text; two stages can be compared by it. */
  async probe(statement: string, values: readonly unknown[]): Promise<string> {
    const { rows } = await this.server.cell.database.writer.query(statement, [...values]);
    return JSON.stringify(rows);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.server.close();
  }

  private async moveTo(at: number, name: string): Promise<void> {
    this.server.world.at = at;
    await this.rest();
    this.server.world.reseed(name);
  }

  /** What the hub does by itself is drawn from names that come once, so that it meets nothing else. */
  private async rest(): Promise<void> {
    this.rests += 1;
    this.server.world.reseed(`rest ${this.rests}`);
    await this.server.rest();
  }

  /** Reads a stream until a read of the feed finds nothing more. */
  private async listen(asked: Asked): Promise<Told> {
    const drained = new Promise<void>((resolve) => {
      this.ear.drained = resolve;
    });
    const { stream: _stream, ...request } = asked;
    const answer = await this.app.inject({ ...request, payloadAsStream: true });
    const stream = answer.stream();
    let body = '';
    stream.on('data', (piece: Buffer) => (body += piece.toString()));
    await Promise.race([drained, new Promise((resolve) => stream.once('end', resolve))]);
    for (let turn = 0, length = -1; turn < 5; turn += 1) {
      if (body.length !== length) turn = 0;
      length = body.length;
      await nextTurn();
    }
    stream.destroy();
    answer.raw.res.destroy();
    return { ...toldOf(answer), body };
  }
}

async function build(
  server: TestServer,
  plant: Plant,
  ear: Ear,
): Promise<{ app: FastifyInstance; routes: Set<string> }> {
  const routes = new Set<string>();
  const app = await buildApp(heard(plant(server.ports, server), ear), {
    trustedProxies: [],
    site: { folder: siteFolder, disputedBorders: 'dashed' },
    prepare: (made) =>
      void made.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) routes.add(`${one} ${url}`);
      }),
  });
  return { app, routes };
}

interface Ear {
  /** Called when a read of events has found nothing: then the listener has sent all that there is. */
  drained: () => void;
}

const heard = (ports: Ports, ear: Ear): Ports => ({
  ...ports,
  view: async (caller, read) => {
    const found = await ports.view(caller, read);
    if (Array.isArray(found) && found.length === 0) ear.drained();
    return found;
  },
});

function toldOf({ statusCode, headers, body }: LightMyRequestResponse): Told {
  const kept = Object.entries(headers).filter(([name]) => !transport.has(name));
  return { status: statusCode, headers: JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1))), body };
}
