/** The composition root: from settings to a process that serves. */
import type { FastifyInstance } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { firstStart } from './account/first-start.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { healthRoutes } from './health.ts';
import { listenAt, localUrl, settlePort } from './listen.ts';
import { logRequests, makeLog, type Logger } from './log.ts';
import { serveMetrics } from './metrics.ts';
import { openCell, type OpenCell } from './open-cell.ts';
import { siteFolder } from './serve/site/register.ts';

export interface ServerOptions {
  log?: Logger;
  /** Adds pages and hooks of one's own before the routes; for the demonstration. */
  prepare?: (app: FastifyInstance, open: OpenCell) => void;
  /** Called before the first request is taken. */
  beforeListening?: (open: OpenCell) => Promise<void>;
}

export interface RunningServer {
  /** Where members reach the cell, without a slash at the end. */
  readonly url: string;
  /** The one-time link that makes the first account, while there is none. */
  readonly firstLink: string | undefined;
  /** Takes no new requests, ends those under way, then the sequencer and the database. */
  close(): Promise<void>;
  /** Fulfilled when the embedded PostgreSQL is gone for good: then nothing can be served any more. */
  readonly ended: Promise<void>;
}

/** Requests under way have so long when the process stops, in milliseconds. */
const patience = 15_000;

/**
 * Starts a server.
 * @throws Failure `locked` (another process has the data folder; nothing was touched), `unavailable`,
 * `incompatible`, `invalid`, `forbidden`
 */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? makeLog(config.logLevel);
  const listen = await settlePort(config.listen);
  const url = config.publicUrl?.href.replace(/\/+$/, '') ?? localUrl(listen);
  const open = await openCell(config, url, log);
  const opened: { close(): Promise<void> }[] = [open];
  const close = closing(opened);
  try {
    const app = await appOf(open, config, log, options);
    opened.unshift({ close: () => endRequests(app) });
    await options.beforeListening?.(open);
    if (config.metricsListen !== undefined) {
      opened.unshift(await serveMetrics(open.metrics, config.metricsListen));
    }
    const first = await firstStart(open.cell, url);
    await listenAt(app, listen);
    return { url, firstLink: first?.link, close, ended: open.ended };
  } catch (error) {
    await close();
    throw error;
  }
}

async function appOf(
  open: OpenCell,
  { trustedProxies, disputedBorders }: Config,
  log: Logger,
  { prepare }: ServerOptions,
): Promise<FastifyInstance> {
  const app = await buildApp(open.ports, {
    trustedProxies,
    log,
    site: { folder: siteFolder, disputedBorders },
    prepare: (made) => {
      logRequests(made, log);
      open.metrics.watch(made);
      healthRoutes(made, open.cell.database);
      prepare?.(made, open);
    },
  });
  await app.ready();
  return app;
}

/** Waits for requests under way, but not for ever. */
async function endRequests(app: FastifyInstance): Promise<void> {
  const done = new AbortController();
  const cut = sleep(patience, undefined, { signal: done.signal }).then(
    () => app.server.closeAllConnections(),
    () => undefined, // all ended in time
  );
  await app.close();
  done.abort();
  await cut;
}

/** Closes once, in order, whoever asks. */
function closing(opened: readonly { close(): Promise<void> }[]): () => Promise<void> {
  let begun: Promise<void> | undefined;
  const all = async (): Promise<void> => {
    for (const one of opened) await one.close();
  };
  return () => (begun ??= all());
}
