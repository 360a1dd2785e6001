/**
 * Metrics in the format of Prometheus, on a port of their own. They count the process, its requests by route
 * and class of status, incidents, and how many readers' feeds lie behind; nothing of what members hold.
 */
import type { FastifyInstance } from 'fastify';
import { createServer } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '@entente/store/database/open';
import type { Listen } from './config.ts';
import { addressOf, listenAt } from './listen.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Counts the requests of a server; call it before any route is added. */
  watch(app: FastifyInstance): void;
  /** Counts a disagreement of the two walls of release. */
  countIncident(): void;
}

/** Changes that a feed may lie behind, by class: exact numbers would tell how much others put in. */
const lagClasses = ['none', 'under-10', 'under-100', 'under-1000', 'more'] as const;

export function makeMetrics(database: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const incidents = new Counter({
    name: 'entente_incidents_total',
    help: 'Times that the two walls of release disagreed; anything but 0 is a fault to report.',
    registers,
  });
  addLag(registry, database);
  const { requests, durations, sizes } = requestMetrics(registers);
  return {
    registry,
    countIncident: () => incidents.inc(),
    watch(app) {
      app.addHook('onResponse', (request, reply, done) => {
        const { method, routeOptions, headers } = request;
        const route = routeOptions.url ?? 'none';
        requests.inc({ method, route, status: `${Math.floor(reply.statusCode / 100)}xx` });
        durations.observe({ method, route }, reply.elapsedTime / 1000);
        const length = Number(headers['content-length'] ?? 0);
        if (length > 0) sizes.observe(length);
        done();
      });
    },
  };
}

function requestMetrics(registers: Registry[]) {
  const requests = new Counter({
    name: 'entente_http_requests_total',
    help: 'Requests by method, route and class of status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'entente_http_request_seconds',
    help: 'Time until the last byte of the answer.',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  const sizes = new Histogram({
    name: 'entente_http_request_bytes',
    help: 'Bodies of requests by class of size, as their senders announce them.',
    buckets: [1024, 65_536, 1_048_576, 16_777_216, 268_435_456],
    registers,
  });
  return { requests, durations, sizes };
}

function addLag(registry: Registry, { reader }: Database): void {
  const gauge = new Gauge({
    name: 'entente_feeds',
    help: 'Feeds by how many changes they lie behind.',
    labelNames: ['behind'],
    registers: [registry],
    async collect() {
      const { rows } = await reader.query<{ class: number; feeds: number }>(
        `select case when lag <= 0 then 0 when lag < 10 then 1 when lag < 100 then 2 when lag < 1000 then 3
           else 4 end as class, count(*)::int as feeds
         from (select cell.last_change - reader.drained as lag from reader, cell) as each group by 1`,
      );
      const found = new Map(rows.map((row) => [row.class, row.feeds]));
      lagClasses.forEach((behind, index) => gauge.set({ behind }, found.get(index) ?? 0));
    },
  });
}

/** Serves the metrics at `/metrics`; `close` ends that. */
export async function serveMetrics(
  { registry }: Metrics,
  listen: Listen,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(503).end(), // the database is out of reach: /readyz says so too
    );
  });
  await listenAt(
    {
      listen: (options) =>
        new Promise((resolve, reject) => {
          server.once('error', reject);
          server.listen(options, () => resolve(addressOf(listen)));
        }),
    },
    listen,
  );
  return {
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
